internal import CityModel
internal import Columns

/// What the figures of a day make of rectification orders: the score, the vetoes, the exit test and the lists.
struct OrderBench {
  /// A figure that rests on an order.
  struct Bearing {
    /// `D14`, `V4`, `exit`, `black-refusals`.
    var figure: String
    var what: Bilingual
    /// What the figure's line makes in all; nothing for a criterion.
    var points: Cell
    var article: String
    var readings: [Reading]
  }

  private let desk: WhyDesk
  private let score: RefusalTest
  private let exit: RefusalTest
  private let bearings: [Int: [Bearing]]
  /// The parameters by which a refusal is told.
  let readings: [Reading]

  init(_ desk: WhyDesk, board known: ScoreBoard? = nil) throws {
    self.desk = desk
    let snapshot = desk.snapshot
    let (score, ofScore) = try RefusalTest.ofScore(snapshot, on: snapshot.day), (exit, ofExit) = try RefusalTest.ofExit(snapshot, on: snapshot.day)
    (self.score, self.exit, readings) = (score, exit, ofScore + ofExit)
    var found: [Int: [Bearing]] = [:]
    func note(_ evidence: [Evidence], _ bearing: Bearing) {
      for row in Set(evidence.filter { $0.table == RectificationOrder.schema.name }.flatMap(\.rows)) { found[Int(row), default: []].append(bearing) }
    }
    let board = try known ?? ScoreBoard.compute(snapshot, on: snapshot.day, county: desk.county)
    for one in board.scores {
      for line in one.lines {
        note(
          line.evidence,
          Bearing(figure: line.item.code, what: line.sentence, points: ScoreTable.points(line.weighted), article: line.item.article, readings: line.readings))
      }
      for veto in one.vetoes {
        note(veto.evidence, Bearing(figure: veto.code, what: veto.sentence, points: "D", article: veto.article, readings: veto.readings))
      }
    }
    for finding in board.exits {
      for limb in finding.limbs {
        note(limb.evidence, Bearing(figure: "exit", what: limb.sentence, points: .empty, article: "A8", readings: limb.readings + finding.readings))
      }
    }
    if desk.county != nil {
      let month = snapshot.day.adding(days: 1 - snapshot.day.dayOfMonth)
      let lists = try desk.ruled.advisor.lists(month...snapshot.day).proposals
      for proposal in lists.black + lists.assessed {
        for reason in proposal.reasons {
          note(reason.evidence, Bearing(figure: reason.code, what: reason.sentence, points: .empty, article: reason.basis, readings: reason.readings))
        }
      }
    }
    bearings = found
  }

  func bearings(_ row: Int) -> [Bearing] { bearings[row] ?? [] }

  func table(of bearings: [Bearing]) -> ResultTable {
    ResultTable(
      columns: [
        .init("figure", title: "项"), .init("what", title: "内容"), .init("counts", title: "计入"), .init("article", title: "条款"),
      ],
      rows: bearings.map { [.figure($0.figure), .text(desk.say($0.what)), $0.points, .text($0.article)] })
  }

  /// Where an order stands on the day.
  func state(_ row: Int) throws -> Bilingual {
    let orders = desk.snapshot.table(RectificationOrder.schema), day = desk.snapshot.day
    let deadline = try orders.column(RectificationOrder.deadline).day(row) ?? day
    if let done = try orders.column(RectificationOrder.rectifiedOn).day(row), done <= day {
      return done <= deadline
        ? Bilingual(zh: "按期完成（\(done)）", en: "done in time (\(done))") : Bilingual(zh: "逾期完成（\(done)）", en: "done late (\(done))")
    }
    if exit.holds(row), let on = exit.day(row) { return Bilingual(zh: "经认定拒不整改（\(on)）", en: "determined to be refused (\(on))") }
    return deadline < day
      ? Bilingual(zh: "逾期未完成（期限 \(deadline)）", en: "overdue (due on \(deadline))") : Bilingual(zh: "期限内（至 \(deadline)）", en: "running (until \(deadline))")
  }

  /// The city's conditions for a refusal, of the score and of the exit test: rule, and clause, what is asked, what is there, verdict.
  func clauses(_ row: Int, _ tell: (Cell, [Cell]) -> Void) throws {
    let orders = desk.snapshot.table(RectificationOrder.schema)
    for (rule, test) in [(Bilingual(zh: "D14 拒不整改", en: "D14 refused rectification"), score), (Bilingual(zh: "退出条件：拒不整改", en: "exit test: refusal"), exit)] {
      for clause in test.clauses {
        tell(
          .text(desk.say(rule)),
          [
            .text(desk.say(Bilingual(zh: clause.field.chinese, en: clause.field.name))), .text(desk.say(clause.asked(test.window))),
            try FactWords.shown(orders, clause.field, row, desk.snapshot), .text(desk.say(Verdict(test.meets(clause, row)).words)),
          ])
      }
    }
  }

  /// What the city's two rules make of an order.
  func layers(_ row: Int) -> [[Cell]] {
    let rules = [
      (Bilingual(zh: "信用评分：拒不整改", en: "credit score: refused rectification"), "A7, A8", score),
      (Bilingual(zh: "退出条件：拒不整改", en: "exit test: refusal"), "A8", exit),
    ]
    return rules.map { title, article, test in
      let isMet = test.holds(row)
      return [
        "city", .text(desk.say(title)), .text(article), .empty, .empty, .empty,
        .text(desk.say(isMet ? Bilingual(zh: "计入", en: "counts") : Bilingual(zh: "不计入", en: "does not count"))),
        .text(desk.say(isMet ? Bilingual(zh: "符合全部条件", en: "every clause is met") : Bilingual(zh: "有条件不符合", en: "a clause is not met"))),
      ]
    }
  }
}

extension RefusalTest.Clause {
  fileprivate func asked(_ window: ClosedRange<Day>) -> Bilingual {
    let (from, day) = (window.lowerBound, window.upperBound)
    return switch self {
    case .issued: Bilingual(zh: "不晚于 \(day)", en: "not after \(day)")
    case .overdue: Bilingual(zh: "早于 \(day)", en: "before \(day)")
    case .determined: Bilingual(zh: "\(from) 至 \(day)，且晚于期限", en: "\(from) to \(day), after the deadline")
    case .reminded: Bilingual(zh: "不晚于认定之日", en: "not after the determination")
    case .standing: Bilingual(zh: "至 \(day) 没有完成", en: "not done by \(day)")
    }
  }
}
