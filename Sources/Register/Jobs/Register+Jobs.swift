public import Columns
internal import GRDB

/// One run of a periodic job over one district, and what names it: the same inputs give the same output hash (D7).
public struct JobRun: Sendable, Hashable {
  /// The run's number in the register; 0 before it is recorded.
  public var number: Int64 = 0
  /// `monthly-lists`.
  public var job: String
  /// The district's code: `140403`; `1404` for the city.
  public var district: String
  /// `2026-09`.
  public var period: String
  /// Ledger position of the snapshot.
  public var position: Int64
  public var rules: String
  public var parameters: String
  public var engine: String
  /// `done`, `failed`.
  public var outcome: String
  /// Hash of the output.
  public var output: String
  /// Set when the run is recorded.
  public var moment: Moment?
  public var officer: String?

  public init(
    job: String, district: String, period: String, position: Int64, rules: String, parameters: String, engine: String,
    outcome: String, output: String
  ) {
    self.job = job
    self.district = district
    self.period = period
    self.position = position
    self.rules = rules
    self.parameters = parameters
    self.engine = engine
    self.outcome = outcome
    self.output = output
  }
}

/// What a run proposes to a person; never a decision (D11).
public struct StoredProposal: Sendable, Hashable {
  /// The proposal's number in the register; 0 before it is recorded.
  public var number: Int64 = 0
  public var run: Int64 = 0
  /// `red`, `black`, `interview`.
  public var kind: String
  /// The enterprise's unified social credit code.
  public var enterprise: String
  /// The county's code.
  public var county: String?
  /// The reasons as JSON: an array of objects.
  public var reasons: JSONValue
  /// Evidence counts by table: `{"complaints": 21}`.
  public var evidence: JSONValue
  /// `waiting` until an officer has decided.
  public var state: String

  public init(
    kind: String, enterprise: String, county: String?, reasons: JSONValue, evidence: JSONValue, state: String = "waiting"
  ) {
    self.kind = kind
    self.enterprise = enterprise
    self.county = county
    self.reasons = reasons
    self.evidence = evidence
    self.state = state
  }
}

/// What came of recording a run.
public enum RecordedRun: Sendable, Hashable {
  /// The run is now recorded, under this number, with a ledger entry.
  case recorded(JobRun)
  /// The job has run for this district and period; nothing was written.
  case alreadyRecorded(JobRun)
}

extension Register {
  /// Records a run with its proposals, in one transaction; a job runs once for a district and a period.
  public func recordRun(
    _ run: JobRun, proposals: [StoredProposal], by attribution: Attribution
  ) throws(RegisterError) -> RecordedRun {
    try write { database in
      if let earlier = try Register.run(run.job, run.district, run.period, in: database) { return .alreadyRecorded(earlier) }
      try database.execute(
        sql: """
          INSERT INTO job_runs (job, district, period, moment, officer, position, rules, parameters, engine, outcome, output)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run.job, run.district, run.period, attribution.moment.seconds, attribution.officer, run.position, run.rules,
          run.parameters, run.engine, run.outcome, run.output,
        ])
      var recorded = run
      recorded.number = database.lastInsertedRowID
      recorded.moment = attribution.moment
      recorded.officer = attribution.officer
      for proposal in proposals { try insert(proposal, run: recorded.number, into: database) }
      try Ledger.append(
        .init(
          attribution, kind: "job-run", table: "job_runs", key: "\(run.job) \(run.district) \(run.period)",
          data: [
            "proposals": .number(Int64(proposals.count)), "outcome": .text(run.outcome), "output": .text(run.output),
            "position": .number(run.position),
          ], run: recorded.number), to: database, path: path)
      return .recorded(recorded)
    }
  }

  /// The run of a job over a district in a period, if there is one.
  public func run(of job: String, district: String, period: String) throws(RegisterError) -> JobRun? {
    try read { database in try Register.run(job, district, period, in: database) }
  }

  /// The proposals of a run, in the order in which they were made.
  public func proposals(ofRun number: Int64) throws(RegisterError) -> [StoredProposal] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT p.id, p.run, p.kind, e.uscc, c.code, p.reasons, p.evidence, p.state FROM proposals p
          JOIN enterprises e ON e.id = p.enterprise LEFT JOIN divisions c ON c.id = p.county WHERE p.run = ? ORDER BY p.id
          """, arguments: [number]
      ).map { row in
        let reasons: String = row[5]
        let evidence: String = row[6]
        var proposal = StoredProposal(
          kind: row[2], enterprise: row[3], county: row[4], reasons: JSONValue(parsing: reasons) ?? .text(reasons),
          evidence: JSONValue(parsing: evidence) ?? .text(evidence), state: row[7])
        proposal.number = row[0]
        proposal.run = row[1]
        return proposal
      }
    }
  }

  private func insert(_ proposal: StoredProposal, run: Int64, into database: Database) throws {
    let enterprise = try Int64.fetchOne(
      database, sql: "SELECT id FROM enterprises WHERE uscc = ?", arguments: [proposal.enterprise])
    guard let enterprise else {
      throw RegisterError(
        "unknown-enterprise", path: path,
        .init("there is no enterprise `\(proposal.enterprise)` in the register", "台账中没有企业 `\(proposal.enterprise)`"))
    }
    try database.execute(
      sql: """
        INSERT INTO proposals (run, kind, enterprise, county, reasons, evidence, state)
        VALUES (?, ?, ?, (SELECT id FROM divisions WHERE code = ?), ?, ?, ?)
        """,
      arguments: [
        run, proposal.kind, enterprise, proposal.county, proposal.reasons.description, proposal.evidence.description, proposal.state,
      ])
  }

  private static func run(_ job: String, _ district: String, _ period: String, in database: Database) throws -> JobRun? {
    try Row.fetchOne(
      database,
      sql: """
        SELECT id, position, rules, parameters, engine, outcome, output, moment, officer FROM job_runs
        WHERE job = ? AND district = ? AND period = ?
        """, arguments: [job, district, period]
    ).map { row in
      var run = JobRun(
        job: job, district: district, period: period, position: row[1], rules: row[2], parameters: row[3], engine: row[4],
        outcome: row[5], output: row[6])
      run.number = row[0]
      run.moment = Moment(seconds: row[7])
      run.officer = row[8]
      return run
    }
  }
}
