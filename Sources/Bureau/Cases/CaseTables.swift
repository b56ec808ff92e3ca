public import CityModel
public import Columns
internal import Register

extension CaseDesk {
  /// Whose turn it is and by when, or how the case ended; where the calendar lacks the year of a time limit, that it does.
  public func standing(_ found: ProcedureCase, asOf now: Moment) throws(OfficeError) -> Bilingual {
    let state: CaseProcedure.State
    do throws(Refusal) {
      state = try found.state(at: now, office.rulebook.calendar)
    } catch {
      guard error.isMissingYear else { throw OfficeError(error) }
      let why = error.sentence.firstLine
      return Bilingual(zh: "下一步的时限算不出：\(why.zh)", en: "the next step's time cannot be worked out: \(why.en)")
    }
    if let turn = state.turn {
      return Bilingual(
        zh: "轮到\(turn.step.by.chinese)办理 `\(turn.step.name)`，限 \(turn.due.saidAsLast)",
        en: "`\(turn.step.name)` is the turn of the \(turn.step.by.rawValue), by \(turn.due.saidAsLast)")
    }
    let at = state.endedAt?.saidAsLast ?? ""
    return switch state.end {
    case .refer(let department)?: Bilingual(zh: "\(at) 移交\(department)", en: "referred to \(department) at \(at)")
    default: Bilingual(zh: "\(at) 办结", en: "finished at \(at)")
    }
  }

  /// What was done, refused and late, in the order of time; the step that waits, or the end; and the steps that were not come to.
  /// Where the calendar lacks the year of a time limit, what was done, and nothing that rests on the limit.
  public func steps(of found: ProcedureCase, asOf now: Moment, say: (Bilingual) -> String) throws(OfficeError) -> ResultTable {
    let state: CaseProcedure.State?
    do throws(Refusal) {
      state = try found.state(at: now, office.rulebook.calendar)
    } catch {
      guard error.isMissingYear else { throw OfficeError(error) }
      state = nil
    }
    let entries = state.map { found.entries.prefix($0.acts.count) } ?? found.entries.prefix { $0.at <= now }
    var table = ResultTable(columns: [
      .init("step", title: "步骤"), .init("state", title: "状态"), .init("at", title: "时间"), .init("officer", title: "经办"),
      .init("document", title: "文号"), .init("by", title: "层级"), .init("needs", title: "所需材料"), .init("due", title: "时限"),
      .init("does", title: "办理内容"),
    ])
    func row(_ step: CaseProcedure.Step, _ word: String, at: Moment? = nil, _ entry: CaseEvent? = nil, due: Moment? = nil) -> [Cell] {
      [
        .text(step.name), word.isEmpty ? .empty : .text(word), at.map { .text($0.description) } ?? .empty, entry.map { .text($0.officer) } ?? .empty,
        entry?.document.map { .text($0) } ?? .empty, .text(say(step.by.said)),
        CaseDesk.list(step.needs), due.map { .text($0.saidAsLast) } ?? .empty, step.does.map { .text($0) } ?? .empty,
      ]
    }
    var past: [(at: Moment, isLate: Int, row: [Cell])] = (state?.lapsed ?? []).map { turn in
      (turn.due, 1, row(turn.step, say(Bilingual(zh: "逾期", en: "late")), due: turn.due))
    }
    for entry in entries {
      guard let step = found.procedure.step(named: entry.step) else { continue }
      let word = say(entry.isRefusal ? Bilingual(zh: "不予办理", en: "refused") : Bilingual(zh: "办成", en: "done"))
      let reason = entry.reason.map { say(Bilingual(zh: "：\($0)", en: ": \($0)")) } ?? ""
      past.append((entry.at, 0, row(step, word + reason, at: entry.at, entry)))
    }
    // What is done at the very moment that is the last of a step is in time, and comes before what is late at it.
    table.rows = past.enumerated().sorted {
      ($0.element.at, $0.element.isLate, $0.offset) < ($1.element.at, $1.element.isLate, $1.offset)
    }.map(\.element.row)
    var seen = Set((state?.lapsed ?? []).map(\.step.name) + entries.map(\.step))
    if let turn = state?.turn {
      table.rows.append(row(turn.step, say(Bilingual(zh: "待办", en: "next")), due: turn.due))
      seen.insert(turn.step.name)
    } else if let state {
      var end = [Cell](repeating: .empty, count: table.columns.count)
      end[0] = .text(state.end.map { say($0.said) } ?? "")
      end[1] = .text(say(Bilingual(zh: "终结", en: "end")))
      end[2] = state.endedAt.map { .text($0.saidAsLast) } ?? .empty
      table.rows.append(end)
    }
    for step in found.procedure.steps where !seen.contains(step.name) { table.rows.append(row(step, "")) }
    return table
  }

  private static func list(_ words: [String]) -> Cell { words.isEmpty ? .empty : .text(words.joined(separator: ", ")) }

  /// What waits, one case a line.
  public static func table(of waiting: [Waiting], say: (Bilingual) -> String) -> ResultTable {
    ResultTable(
      columns: [
        .init("case", title: "案件"), .init("procedure", title: "程序"), .init("step", title: "步骤"), .init("by", title: "层级"),
        .init("place", title: "属地"), .init("since", title: "自"), .init("due", title: "时限"), .init("needs", title: "所需材料"),
        .init("late", title: "已逾期"),
      ],
      rows: waiting.map { one in
        let step = one.turn.step
        return [
          .text(one.found.key), .text(one.found.procedure.name), .text(step.name), .text(say(step.by.said)),
          .text(one.found.place.description), .text(one.turn.since.description), .text(one.turn.due.saidAsLast), list(step.needs),
          list(one.lapsed),
        ]
      })
  }
}

extension CaseDesk {
  /// What was handed to a department, one case a line.
  public static func table(of referred: [Referred], say: (Bilingual) -> String) -> ResultTable {
    ResultTable(
      columns: [
        .init("case", title: "案件"), .init("procedure", title: "程序"), .init("step", title: "步骤"), .init("cause", title: "缘由"),
        .init("place", title: "属地"), .init("referred_at", title: "移交时间"), .init("to", title: "接办部门"),
      ],
      rows: referred.map { one in
        [
          .text(one.found.key), .text(one.found.procedure.name), .text(one.step), .text(say(one.cause.said)), .text(one.found.place.description),
          .text(one.at.saidAsLast), .text(one.department),
        ]
      })
  }
}

extension CaseDesk.Referred.Cause {
  fileprivate var said: Bilingual {
    switch self {
    case .late: Bilingual(zh: "逾期", en: "late")
    case .refused: Bilingual(zh: "不予办理", en: "refused")
    case .done: Bilingual(zh: "办成", en: "done")
    }
  }
}

extension Refusal {
  /// The arrangement of a year's working days is published late in the year before: until then some limits cannot be worked out.
  var isMissingYear: Bool { code == "calendar-year-missing" }
}

extension Bilingual {
  /// Without the help on its own line, to stand within another sentence.
  var firstLine: Bilingual {
    func first(_ text: String) -> String { String(text.prefix { !$0.isNewline }) }
    return Bilingual(zh: first(zh), en: first(en))
  }
}

extension CaseProcedure.Next {
  fileprivate var said: Bilingual {
    switch self {
    case .finish: Bilingual(zh: "办结", en: "finish")
    case .refer(let department): Bilingual(zh: "移交 \(department)", en: "refer \(department)")
    case .step(let name): Bilingual(zh: name, en: name)
    }
  }
}

extension Division.Level {
  fileprivate var said: Bilingual { Bilingual(zh: chinese, en: rawValue) }
}
