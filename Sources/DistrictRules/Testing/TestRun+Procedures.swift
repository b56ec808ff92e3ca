internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

// Cases go through the one engine of procedures, as they do at a desk.
extension TestRun {
  mutating func execute(_ rule: ProcedureChange, _ declaration: Declaration) throws {
    let table = snapshot.table(rule.table)
    let verdicts = try rule.scopeAtSubmission.verdicts(over: table, in: snapshot)
    var records: [ActualRecord] = []
    var taken: [String: Set<String>] = [:]
    for row in 0..<table.count {
      let names = try self.names(row, of: rule.table)
      let acts = test.acts.filter { $0.concerns.map(names.contains) ?? true }
      guard !acts.isEmpty, let submission = try submission(row) else { continue }
      var procedure = try FundProcedures.city(submission.kind, snapshot.rulebook.parameters, on: acts[0].moment.day)
      let applies = procedure.name == rule.amends && verdicts[row] != .no && !rule.heading.days(within: acts[0].moment.day...acts[0].moment.day).isEmpty
      if applies { procedure = try procedure.amended(by: rule.amendment).objecting(try rule.objections(row: row, of: table, in: snapshot)) }
      var desk = CaseDesk(snapshot: snapshot, procedure: procedure, submission: submission, row: row)
      for act in acts {
        guard let step = procedure.step(named: act.step) else { throw unknownStep(act, procedure) }
        desk.act(act, step)
        if applies { taken[step.name, default: []].insert(desk.refused == nil ? "done" : "refused") }
        if desk.refused != nil { break }
      }
      records.append(try desk.record(names))
    }
    actual[.steps] = records
    let city = FundProcedures.Kind.allCases.first { $0.procedureName == rule.amends }
    let procedure = try city.map { try FundProcedures.city($0, snapshot.rulebook.parameters, on: test.day) }
    for change in rule.changes {
      let name = procedure?.step(named: change.step)?.name ?? change.step
      coverage.see("step.\(name)", sides: ["done", "refused"], line: line(["changes", change.step], declaration), seen: taken[name] ?? [])
    }
    for insertion in rule.insertions {
      coverage.see("step.\(insertion.step)", sides: ["done"], line: line(["insert", insertion.step], declaration), seen: taken[insertion.step] ?? [])
    }
  }

  private func unknownStep(_ act: TestAct, _ procedure: Procedure) -> RuleProblem {
    .unknown(
      "unknown-step", act.step, at: ["acts", act.step], what: Wording(chinese: procedure.title.zh, english: "`\(procedure.name)`"),
      among: procedure.steps.map(\.name))
  }

  private func submission(_ row: Int) throws -> FundCase.Submission? {
    let table = snapshot.table(FundRequest.schema), projects = snapshot.table(Project.schema)
    let enterprises = snapshot.table(Enterprise.schema), divisions = snapshot.table(Division.schema)
    func text(_ field: Columns.Field) throws -> String? { try table.column(field).text(row) }
    func uscc(_ field: Columns.Field) throws -> String? {
      try table.column(field).reference(row).flatMap { at in try enterprises.column(Enterprise.uscc).text(at) }
    }
    guard let kind = try text(FundRequest.procedure).flatMap(FundProcedures.Kind.init), let project = try table.column(FundRequest.project).reference(row) else { return nil }
    func code(_ field: Columns.Field) throws -> String {
      try projects.column(field).reference(project).flatMap { at in try divisions.column(Division.codeField).text(at) } ?? ""
    }
    return FundCase.Submission(
      number: try text(FundRequest.number) ?? "", kind: kind, category: try text(FundRequest.category) ?? "",
      project: try projects.column(Project.code).text(project) ?? "", county: try code(Project.county), street: try code(Project.street),
      applicantKind: try text(FundRequest.applicantKind) ?? "", applicant: try uscc(FundRequest.applicant),
      // A test of a local rule need not say who does the works.
      user: try uscc(FundRequest.user) ?? "—", amount: Money(fen: try table.column(FundRequest.amount).integer(row) ?? 0), vote: try text(FundRequest.vote))
  }
}

/// One case at a desk: each act is a command by a named officer.
private struct CaseDesk {
  let snapshot: Snapshot
  let procedure: Procedure
  let submission: FundCase.Submission
  let row: Int
  var fundCase: FundCase?
  var refused: String?

  mutating func act(_ act: TestAct, _ step: Procedure.Step) {
    let level = act.level.flatMap { Division.Level(rawValue: CityVocabulary.english($0)) } ?? step.by.first ?? .street
    let division =
      switch level {
      case .city: String(submission.county.prefix(4))
      case .county: submission.county
      case .street: submission.street
      case .community: submission.street + "001"
      }
    let officer = Officer(id: act.officer, name: act.officer, level: level, division: division, role: "物业", from: Day(ordinal: 0))
    let amount = act.amount ?? .zero
    let action: FundCommand.Action =
      switch step.action {
      case .submit: .submit(submission)
      case .confirm: .confirm(step: step.name)
      case .decide: act.refuses ? .refuse(reason: "—") : .approve(amount)
      case .advance: .advance(amount)
      case .balance: .balance(amount)
      }
    do throws(Refusal) {
      let balance = (try? snapshot.table(FundRequest.schema).column(FundRequest.balance))?.integer(row) ?? 0
      var slice = FundSlice(fundCase: fundCase, officer: officer, blackEntries: [], balance: Money(fen: balance))
      // Nor enter the owners' decision that the request names, or the adoption of the city's text: the city's clauses have tests of their own.
      slice.votes = [.init(votedOn: Day(ordinal: 0))]
      slice.policies = [CaseRow(PolicyVersion.schema, key: "", [(PolicyVersion.adoptedOn, .day(Day(ordinal: 0)))])]
      let command = FundCommand(action, expectedPosition: fundCase?.position ?? 0, attachments: act.attachments, document: "文1号")
      for event in try FundProcedure.decide(slice, command, procedure: procedure, rulebook: snapshot.rulebook, now: act.moment) {
        fundCase = FundProcedure.apply(event, to: fundCase)
      }
    } catch {
      refused = error.code
    }
  }

  func record(_ names: [String]) throws -> ActualRecord {
    var record = ActualRecord(label: names)
    record.list = (fundCase?.done ?? []).map { done in [done.step, procedure.step(named: done.step)?.chinese ?? done.step] }
    if let refused { record.named.append(("refused", [refused])) }
    if let fundCase {
      let next = FundProcedure.next(fundCase, procedure)
      record.named.append(("next", next.flatMap { [$0.name, $0.chinese] }))
      if let first = next.first, let due = try FundProcedure.due(first, of: fundCase, snapshot.rulebook.calendar) {
        record.named.append(("due", [due.description]))
      }
    }
    return record
  }
}
