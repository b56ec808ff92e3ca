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
  ///   - balance: what the accounts hold, for a submission.
  /// - Throws: ``OfficeError``: the register's errors, or an amendment that loosens.
  public func act(
    _ command: FundCommand, on number: String, officer: String, balance: Money? = nil, at now: Moment
  ) throws(OfficeError) -> FundOutcome {
    do {
      var submission = try self.request(number)?.submission
      if case .submit(let asked) = command.action { submission = asked }
      let changes = try amendments(for: submission, asOf: now)
      let office = office
      return try office.register.transact(
        command, on: number, officer: officer, balance: balance, rulebook: office.rulebook, at: now
      ) { (kind, day) throws(Refusal) in
        try FundDesk.procedure(kind, on: day, changes, office.rulebook)
      }
    } catch {
      throw OfficeError(error)
    }
  }

  /// The request as it stands, `nil` when there is none of that number.
  public func request(_ number: String) throws(OfficeError) -> FundCase? {
    do {
      let rulebook = office.rulebook
      return try office.register.fundCase(number) { (kind, day) throws(Refusal) in
        try FundDesk.procedure(kind, on: day, [], rulebook)
      }
    } catch {
      throw OfficeError(error)
    }
  }

  /// The steps of a request: what was done by whom, what may be done next, by whom and by when.
  public func steps(of fundCase: FundCase, asOf now: Moment) throws(OfficeError) -> ResultTable {
    do {
      let began = fundCase.done.first?.at.day ?? now.day
      let procedure = try FundDesk.procedure(
        fundCase.submission.kind, on: began, try amendments(for: fundCase.submission, asOf: now), office.rulebook)
      let next = FundProcedure.next(fundCase, procedure)
      var table = ResultTable(columns: [
        .init("step", title: "步骤"), .init("state", title: "状态"), .init("at", title: "时间"), .init("officer", title: "经办"),
        .init("by", title: "层级"), .init("needs", title: "所需材料"), .init("due", title: "时限"),
      ])
      for step in procedure.steps {
        let done = fundCase.done.last { $0.step == step.name }
        let isNext = next.contains { $0.name == step.name }
        let due = isNext && done == nil ? try FundProcedure.due(step, of: fundCase, office.rulebook.calendar) : nil
        table.rows.append([
          .text(step.name), done != nil ? "done" : isNext ? "next" : .empty, done.map { .moment($0.at) } ?? .empty,
          done.map { .text($0.officer) } ?? .empty, .text(step.by.map(\.rawValue).joined(separator: ", ")),
          .text(step.needs.map { if case .attachment(let kind) = $0 { kind } else { "" } }.joined(separator: ", ")),
          due.map { .day($0) } ?? .empty,
        ])
      }
      return table
    } catch {
      throw OfficeError(error)
    }
  }

  /// The county's amendments that concern a request.
  private func amendments(for submission: FundCase.Submission?, asOf now: Moment) throws -> [(Day, ProcedureAmendment)] {
    guard let submission else { return [] }
    let began = try request(submission.number)?.done.first?.at.day ?? now.day
    // Nothing enacted later reaches a case that has begun.
    let scripts = try office.rules(of: submission.county, days: began...began).scripts
    guard !scripts.isEmpty else { return [] }
    let snapshot = try office.snapshot(.county(submission.county), asOf: now)
    let session = try ScriptSession(snapshot, limits: .init(time: .seconds(10)))
    var amendments: [(Day, ProcedureAmendment)] = []
    for inForce in scripts {
      for case .procedure(let change) in try session.load(inForce.script) where change.table.name == FundRequest.schema.name {
        // What cannot be judged is not exempt: an amendment only tightens.
        guard try FundDesk.concerns(change, submission, in: snapshot) != .no else { continue }
        amendments.append((change.effective.from, change.amendment))
      }
    }
    return amendments
  }

  /// Whether an amendment concerns a request, which need not be stored yet.
  static func concerns(_ change: ProcedureChange, _ submission: FundCase.Submission, in county: Snapshot) throws -> Verdict {
    let one = try RequestRow.snapshot(submission, in: county)
    return try change.scope.verdicts(over: one.table(FundRequest.schema), in: one)[0]
  }

  private static func procedure(
    _ kind: FundProcedures.Kind, on day: Day, _ amendments: [(Day, ProcedureAmendment)], _ rulebook: Rulebook
  ) throws(Refusal) -> Procedure {
    var procedure: Procedure
    do throws(ParameterError) {
      procedure = try FundProcedures.city(kind, rulebook.parameters, on: day)
    } catch {
      throw Refusal("parameters", article: "", zh: error.message.zh, en: error.message.en)
    }
    // A case keeps the revision of the procedure that it began under.
    for (from, amendment) in amendments where amendment.amends == procedure.name && from <= day {
      procedure = try procedure.amended(by: amendment)
    }
    return procedure
  }
}

/// One request as a snapshot of one row, so that a rule's condition can be asked about it before it is stored.
private enum RequestRow {
  static func snapshot(_ submission: FundCase.Submission, in county: Snapshot) throws -> Snapshot {
    let projects = county.table(Project.schema)
    let codes = try projects.column(Project.code)
    var project = TableBuilder(Project.schema)
    if let row = (0..<projects.count).first(where: { codes.text($0) == submission.project }) {
      project.add(try values(of: projects, row: row))
    }
    var request = TableBuilder(FundRequest.schema)
    request.add([
      FundRequest.number.name: .text(submission.number), FundRequest.category.name: .text(submission.category),
      FundRequest.procedure.name: .text(submission.kind.rawValue), FundRequest.applicantKind.name: .text(submission.applicantKind),
      FundRequest.amount.name: .money(submission.amount), FundRequest.project.name: project.count > 0 ? .row(0) : .none,
    ])
    return Snapshot(scope: county.scope, cut: county.cut, rulebook: county.rulebook, tables: [project, request])
  }

  /// A row's own values; what refers to other tables is left out.
  private static func values(of table: Table, row: Int) throws -> [String: TableBuilder.Value] {
    var values: [String: TableBuilder.Value] = [:]
    for field in table.schema.storedFields {
      if case .reference = field.type { continue }
      let column = try table.column(field)
      if let text = column.text(row) {
        values[field.name] = .text(text)
      } else if let flag = column.flag(row) {
        values[field.name] = .flag(flag)
      } else if let number = column.integer(row) {
        values[field.name] = .number(number)
      }
    }
    return values
  }
}
