public import CityModel
public import Columns
internal import DistrictRules
internal import LuaRuntime
public import Register

/// Where officers act on requests to use the maintenance fund, A14: the city's procedure with the county's amendments.
public struct FundDesk: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  /// Carries out one command of an officer.
  ///
  /// - Parameters:
  ///   - number: the request's number; a submission carries the same.
  ///   - balance: what the accounts hold, for a submission; read only where the register has none of the estate.
  /// - Throws: ``OfficeError``: the register's errors, or an amendment that loosens.
  public func act(
    _ command: FundCommand, on number: String, officer: String, balance: Money? = nil, at now: Moment
  ) throws(OfficeError) -> FundOutcome {
    do {
      var command = command
      // The city's papers may be named in Chinese too.
      command.attachments = command.attachments.map { name in FundProcedures.papers.values.first { $0.chinese == name }?.name ?? name }
      var submission = try self.request(number)?.submission
      switch command.action {
      case .submit(let asked): submission = asked
      case .substitute(let parties):
        submission?.applicantKind = parties.applicantKind
        submission?.applicant = parties.applicant
        submission?.user = parties.user
      default: break
      }
      let law = try law(for: submission, command, asOf: now)
      let office = office
      return try office.register.transact(
        command, on: number, officer: officer, balance: balance, rulebook: law.rulebook, at: now
      ) { (kind, day) throws(Refusal) in
        try FundDesk.procedure(kind, on: day, law, office.rulebook)
      }
    } catch {
      throw OfficeError(error)
    }
  }

  /// The request as it stands, or stood; `nil` when there is none of that number.
  ///
  /// - Parameter cut: only what was done before it.
  public func request(_ number: String, before cut: Moment = Moment(seconds: .max)) throws(OfficeError) -> FundCase? {
    do {
      let rulebook = office.rulebook
      return try office.register.fundCase(number, before: cut) { (kind, day) throws(Refusal) in
        try FundDesk.procedure(kind, on: day, Law(rulebook: rulebook), rulebook)
      }
    } catch {
      throw OfficeError(error)
    }
  }

  private static let states = Enumeration("step state", [.init("done", "已办"), .init("next", "待办")])

  /// The steps of a request: what was done by whom, what may be done next, by whom and by when.
  public func steps(of fundCase: FundCase, asOf now: Moment) throws(OfficeError) -> ResultTable {
    do {
      let began = fundCase.done.first?.at.day ?? now.day
      let procedure = try FundDesk.procedure(
        fundCase.submission.kind, on: began, try law(for: fundCase.submission, nil, asOf: now), office.rulebook)
      let next = FundProcedure.next(fundCase, procedure)
      var table = ResultTable(columns: [
        .init("step", title: "步骤"), .init("state", title: "状态", type: .enumeration(FundDesk.states)), .init("at", title: "时间"),
        .init("officer", title: "经办"), .init("by", title: "层级"), .init("needs", title: "所需材料"), .init("due", title: "时限"),
      ])
      for step in procedure.steps {
        let done = fundCase.done.last { $0.step == step.name }
        let isNext = next.contains { $0.name == step.name }
        let due = isNext && done == nil ? try FundDesk.due(step, of: fundCase, office.rulebook.calendar) : nil
        let papers = step.needs.map { if case .attachment(let kind) = $0 { Cell(kind, of: FundProcedures.papers) } else { Cell.empty } }
        table.rows.append([
          .word(step.name, chinese: step.chinese), done != nil ? "done" : isNext ? "next" : .empty, done.map { .moment($0.at) } ?? .empty,
          done.map { .text($0.officer) } ?? .empty, .list(step.by.map { Cell($0.rawValue, of: Division.levels) }), .list(papers),
          due?.day.map { .day($0) } ?? .empty,
        ])
      }
      return table
    } catch {
      throw OfficeError(error)
    }
  }

  /// The last day of a step that comes next; where the calendar lacks a year on the way it is unknown, and why.
  static func due(
    _ step: Procedure.Step, of fundCase: FundCase, _ calendar: WorkingCalendar
  ) throws(ParameterError) -> (day: Day?, unknown: Bilingual?) {
    do {
      return (try FundProcedure.due(step, of: fundCase, calendar), nil)
    } catch {
      guard error.code == .yearWithoutCalendar else { throw error }
      return (nil, Bilingual(zh: "没有 \(error.detail) 年的工作日安排", en: "there is no working-day calendar for \(error.detail)"))
    }
  }

  /// An amendment from its first day, with what it holds against the case.
  struct Amended: Sendable {
    var from: Day
    var amendment: ProcedureAmendment
    var objections: [(step: String, objection: Procedure.Objection)]
  }

  /// What the city's and the county's scripts make of the procedure of one request.
  struct Law: Sendable {
    var amendments: [Amended] = []
    /// With the stricter thresholds.
    var rulebook: Rulebook
  }

  /// The amendments that concern a request, as it would stand with the command, and the thresholds that were in force when it began.
  private func law(for submission: FundCase.Submission?, _ command: FundCommand?, asOf now: Moment) throws -> Law {
    var law = Law(rulebook: office.rulebook)
    guard let submission else { return law }
    let fundCase = try request(submission.number)
    let began = fundCase?.done.first?.at.day ?? now.day
    // Nothing enacted later reaches a case that has begun.
    let scripts =
      try office.rules(of: "1404", days: began...began).scripts + office.rules(of: submission.county, days: began...began).scripts
    guard !scripts.isEmpty else { return law }
    let snapshot = try office.snapshot(.county(submission.county), asOf: now)
    let session = try ScriptSession(snapshot, limits: .init(time: .seconds(10)))
    let one = try RequestRow.snapshot(submission, fundCase, settlement: command?.settlement, in: snapshot)
    let table = one.table(FundRequest.schema)
    for inForce in scripts {
      let declarations = try session.load(inForce.script)
      law.rulebook = declarations.thresholds(of: inForce).reduce(law.rulebook) { $1.applied(to: $0) }
      for case .procedure(let change) in declarations
      where change.table.name == FundRequest.schema.name && !change.heading.days(within: began...began).isEmpty {
        // What cannot be judged is not exempt: an amendment only tightens.
        guard try change.scopeAtSubmission.verdicts(over: table, in: one)[0] != .no else { continue }
        law.amendments.append(
          Amended(from: change.effective.from, amendment: change.amendment, objections: try change.objections(row: 0, of: table, in: one)))
      }
    }
    return law
  }

  /// Whether an amendment concerns a request, which need not be stored yet.
  static func concerns(_ change: ProcedureChange, _ submission: FundCase.Submission, in county: Snapshot) throws -> Verdict {
    let one = try RequestRow.snapshot(submission, nil, in: county)
    return try change.scopeAtSubmission.verdicts(over: one.table(FundRequest.schema), in: one)[0]
  }

  private static func procedure(
    _ kind: FundProcedures.Kind, on day: Day, _ law: Law, _ rulebook: Rulebook
  ) throws(Refusal) -> Procedure {
    var procedure: Procedure, stricter: Procedure
    do throws(ParameterError) {
      procedure = try FundProcedures.city(kind, rulebook.parameters, on: day)
      stricter = try FundProcedures.city(kind, law.rulebook.parameters, on: day)
    } catch {
      throw Refusal(error.code.rawValue, article: "", zh: error.message.zh, en: error.message.en)
    }
    // A case keeps the revision of the procedure that it began under.
    for one in law.amendments where one.amendment.amends == procedure.name && one.from <= day {
      procedure = try procedure.amended(by: one.amendment).objecting(one.objections)
    }
    return procedure.noLooser(than: stricter)
  }
}

/// One request beside the county's other tables, so that a rule's condition can be asked about it before it is stored.
private enum RequestRow {
  static func snapshot(
    _ submission: FundCase.Submission, _ fundCase: FundCase?, settlement: Money? = nil, in county: Snapshot
  ) throws -> Snapshot {
    func row(_ key: String?, _ schema: TableSchema, _ field: Columns.Field) throws -> TableBuilder.Value {
      guard let key else { return .none }
      let table = county.table(schema)
      let keys = try table.column(field)
      return (0..<table.count).first { keys.text($0) == key }.map { .row($0) } ?? .none
    }
    var request = TableBuilder(FundRequest.schema)
    request.add([
      FundRequest.number.name: .text(submission.number), FundRequest.category.name: .text(submission.category),
      FundRequest.procedure.name: .text(submission.kind.rawValue), FundRequest.applicantKind.name: .text(submission.applicantKind),
      FundRequest.building.name: try row(submission.building, Building.schema, Building.code),
      FundRequest.items.name: FundItems.text(of: submission.items).map { .text($0) } ?? .none,
      FundRequest.amount.name: .money(submission.amount), FundRequest.vote.name: submission.vote.map { .text($0) } ?? .none,
      FundRequest.project.name: try row(submission.project, Project.schema, Project.code),
      FundRequest.applicant.name: try row(submission.applicant, Enterprise.schema, Enterprise.uscc),
      FundRequest.user.name: try row(submission.user, Enterprise.schema, Enterprise.uscc),
      FundRequest.approved.name: fundCase?.approved.map { .money($0) } ?? .none,
      FundRequest.paid.name: fundCase.map { .money($0.paid) } ?? .none,
      FundRequest.status.name: .text(fundCase?.status.rawValue ?? "submitted"),
      FundRequest.settlement.name: try (settlement ?? stored(submission.number, in: county)).map { .money($0) } ?? .none,
    ])
    return county.replacing(request)
  }

  /// The settlement that the register holds.
  private static func stored(_ number: String, in county: Snapshot) throws -> Money? {
    let requests = county.table(FundRequest.schema)
    let numbers = try requests.column(FundRequest.number)
    guard let row = (0..<requests.count).first(where: { numbers.text($0) == number }) else { return nil }
    return try requests.column(FundRequest.settlement).integer(row).map { Money(fen: $0) }
  }
}
