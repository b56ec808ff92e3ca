internal import CityModel
public import Columns
internal import LuaSyntax

// Cases of a district's own procedure, by the engine that runs them at a desk.
extension TestRun {
  mutating func execute(_ rule: ProcedureDeclaration, _ declaration: Declaration) throws {
    let procedure = rule.caseProcedure
    let table = snapshot.table(rule.table)
    let verdicts = try rule.scope.verdicts(over: table, in: snapshot)
    actual[.unknown] = count(verdicts.rows(.unknown).count)
    var records: [ActualRecord] = []
    var seen: [String: Set<String>] = [:]
    for row in 0..<table.count where verdicts[row] == .yes {
      let names = try self.names(row, of: rule.table)
      guard let began = try table.began(row), !rule.heading.days(within: began.day...began.day).isEmpty else { continue }
      var done: [CaseProcedure.Act] = []
      var refused: String?
      for act in test.acts.filter({ $0.concerns.map(names.contains) ?? true }) {
        guard let step = procedure.step(named: act.step) else {
          throw RuleProblem.unknown(
            "unknown-step", act.step, at: ["acts", act.step], what: Wording(chinese: rule.title, english: "`\(rule.name)`"),
            among: procedure.steps.map(\.name))
        }
        let level = act.level.flatMap { Division.Level(rawValue: CityVocabulary.english($0)) } ?? step.by
        let officer = Officer(id: act.officer, name: act.officer, level: level, division: "", role: "物业", from: Day(ordinal: 0))
        let made = CaseProcedure.Act(step.name, isRefusal: act.refuses, officer: officer, at: act.moment, attachments: act.attachments)
        do throws(Refusal) {
          let state = try procedure.state(began: began, done, at: act.moment, snapshot.rulebook.calendar)
          try procedure.check(made, in: state)
          done.append(made)
          seen[step.name, default: []].insert(act.refuses ? "refused" : "done")
        } catch {
          refused = error.code
          break
        }
      }
      let state = try procedure.state(began: began, done, at: snapshot.cut, snapshot.rulebook.calendar)
      for turn in state.lapsed { seen[turn.step.name, default: []].insert("late") }
      records.append(record(names, state, refused))
    }
    actual[.steps] = records
    for step in rule.steps {
      coverage.see(
        "step.\(step.name)", sides: ["done", "late"] + (step.refused == nil ? [] : ["refused"]), line: line(["steps"], declaration),
        seen: seen[step.name] ?? [])
    }
  }

  private func record(_ names: [String], _ state: CaseProcedure.State, _ refused: String?) -> ActualRecord {
    var record = ActualRecord(label: names)
    record.list = state.acts.map { [$0.step] }
    if let refused { record.named.append(("refused", [refused])) }
    if let turn = state.turn {
      record.named.append(("next", [turn.step.name]))
      record.named.append(("due", [turn.due.description, Moment(seconds: turn.due.seconds - 1).day.description]))
    }
    if !state.lapsed.isEmpty { record.named.append(("lapsed", state.lapsed.map(\.step.name))) }
    switch state.end {
    case .finish?: record.named.append(("ended", ["finish", "办结"]))
    case .refer(let department)?: record.named.append(("ended", [department]))
    case .step?, nil: break
    }
    return record
  }
}

extension Table {
  /// When a row's case begins: its own moment, or the start of its day.
  public func began(_ row: Int) throws(ColumnError) -> Moment? {
    guard let name = schema.dated, let field = schema.field(name) else { return nil }
    let column = try column(name)
    if case .day = field.type { return column.day(row)?.start }
    return column.moment(row)
  }
}
