internal import Columns
internal import GRDB

/// Reads and writes runs, attempts and proposals inside a transaction that somebody else began.
struct JobRecords {
  let database: Database
  let path: String

  func run(_ job: String, _ district: String, _ period: String) throws -> JobRun? {
    try runs(where: "job = ? AND district = ? AND period = ?", [job, district, period]).first
  }

  func runs(where condition: String, _ arguments: StatementArguments) throws -> [JobRun] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, job, district, period, position, rules, parameters, engine, outcome, output, moment, officer FROM job_runs
        WHERE \(condition) ORDER BY id
        """, arguments: arguments
    ).map { row in
      var run = JobRun(
        job: row[1], district: row[2], period: row[3], position: row[4], rules: row[5], parameters: row[6], engine: row[7],
        outcome: row[8], output: row[9])
      run.number = row[0]
      run.moment = Moment(seconds: row[10])
      run.officer = row[11]
      return run
    }
  }

  /// - Returns: the run's number.
  func write(_ run: JobRun, earlier: JobRun?, by attribution: Attribution) throws -> Int64 {
    if let earlier {
      try database.execute(
        sql: "UPDATE job_runs SET moment = ?, position = ?, rules = ?, parameters = ?, engine = ?, outcome = ?, output = ? WHERE id = ?",
        arguments: [
          attribution.moment.seconds, run.position, run.rules, run.parameters, run.engine, run.outcome, run.output, earlier.number,
        ])
      return earlier.number
    }
    try database.execute(
      sql: """
        INSERT INTO job_runs (job, district, period, moment, officer, position, rules, parameters, engine, outcome, output)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run.job, run.district, run.period, attribution.moment.seconds, attribution.officer, run.position, run.rules, run.parameters,
        run.engine, run.outcome, run.output,
      ])
    return database.lastInsertedRowID
  }

  func write(_ attempt: JobAttempt, run: Int64, by attribution: Attribution) throws {
    for (hash, text) in attempt.texts.sorted(by: { $0.key < $1.key }) { try Register.keep(text, sha256: hash, in: database) }
    try database.execute(
      sql: """
        INSERT INTO job_attempts
          (run, kind, moment, officer, position, marks, rules, rulebook, subjects, engine, outcome, failures, output)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run, attempt.kind.rawValue, attribution.moment.seconds, attribution.officer, attempt.marks.position,
        attempt.marks.json.description, attempt.rules.description, attempt.rulebook.description,
        attempt.subjects.map { JSONValue.array($0.map { .text($0) }).description }, attempt.engine, attempt.outcome,
        attempt.failures.description, attempt.output,
      ])
  }

  func attempts(run: Int64) throws -> [JobAttempt] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, kind, moment, marks, rules, rulebook, subjects, engine, outcome, failures, output FROM job_attempts
        WHERE run = ? ORDER BY id
        """, arguments: [run]
    ).map { row in
      func json(_ index: Int) -> JSONValue {
        let text: String? = row[index]
        return text.flatMap { JSONValue(parsing: $0) } ?? .null
      }
      let kind: String = row[1]
      guard let marks = RunMarks(json(3)) else {
        throw RegisterError(.corrupt, path: path, .init("an attempt of run \(run) cannot be read", "第 \(run) 次运行的记录无法读取"))
      }
      let subjects = json(6)
      var attempt = JobAttempt(
        kind: .init(rawValue: kind) ?? .first, marks: marks, rules: json(4), rulebook: json(5),
        subjects: subjects == .null ? nil : subjects.elements.compactMap(\.text), engine: row[7], outcome: row[8], failures: json(9),
        output: row[10])
      attempt.number = row[0]
      attempt.run = run
      attempt.moment = Moment(seconds: row[2])
      return attempt
    }
  }

  // MARK: Proposals

  func proposals(where condition: String, _ arguments: StatementArguments) throws -> [StoredProposal] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT p.id, p.run, p.kind, e.uscc, c.code, p.reasons, p.evidence, p.state, p.because, p.once_per, p.project FROM proposals p
        LEFT JOIN enterprises e ON e.id = p.enterprise LEFT JOIN divisions c ON c.id = p.county WHERE \(condition) ORDER BY p.id
        """, arguments: arguments
    ).map { row in
      let reasons: String = row[5]
      let evidence: String = row[6]
      var proposal = StoredProposal(
        kind: row[2], enterprise: row[3] ?? "", project: row[10], county: row[4], because: row[8], oncePer: row[9],
        reasons: JSONValue(parsing: reasons) ?? .text(reasons), evidence: JSONValue(parsing: evidence) ?? .text(evidence), state: row[7])
      proposal.number = row[0]
      proposal.run = row[1]
      return proposal
    }
  }

  /// Writes what is new of a run's proposals, and withdraws what waits and no longer holds.
  func write(_ proposals: [StoredProposal], run: JobRun, kind: JobAttempt.Kind) throws -> (added: Int, withdrawn: Int) {
    let known = try self.proposals(where: "p.run = ? AND p.state <> 'withdrawn'", [run.number])
    var isKnown = Set(known.map(Identity.init))
    var added = 0
    for proposal in proposals where isKnown.insert(Identity(proposal)).inserted {
      if try isSaid(proposal, by: run) { continue }
      try insert(proposal, run: run.number)
      added += 1
    }
    guard kind == .rerun else { return (added, 0) }
    let made = Set(proposals.map(Identity.init))
    var withdrawn = 0
    for old in known where !made.contains(Identity(old)) && (old.state == "waiting" || old.state == "noticed") {
      try database.execute(sql: "UPDATE proposals SET state = 'withdrawn' WHERE id = ?", arguments: [old.number])
      withdrawn += 1
    }
    return (added, withdrawn)
  }

  /// What makes two proposals of one run the same.
  private struct Identity: Hashable {
    var kind: String
    var enterprise: String
    var project: String?
    var because: String

    init(_ proposal: StoredProposal) {
      kind = proposal.kind
      enterprise = proposal.enterprise
      project = proposal.project
      // An enterprise is listed or interviewed once; tasks and orders differ by what they are about.
      because = ["red_list", "black_list", "interview", "circular"].contains(proposal.kind) ? "" : proposal.because
    }
  }

  /// Whether the job has made such a proposal in the same year and is to make it once only.
  private func isSaid(_ proposal: StoredProposal, by run: JobRun) throws -> Bool {
    guard let once = proposal.oncePer else { return false }
    let digits = once == "year" ? 4 : once == "month" ? 7 : 0
    guard digits > 0 else { return false }
    return try Bool.fetchOne(
      database,
      sql: """
        SELECT count(*) > 0 FROM proposals p JOIN job_runs r ON r.id = p.run LEFT JOIN enterprises e ON e.id = p.enterprise
        WHERE r.job = ? AND r.district = ? AND substr(r.period, 1, ?) = substr(?, 1, ?) AND r.id <> ? AND p.kind = ? AND coalesce(e.uscc, '') = ?
          AND p.project IS ? AND p.state <> 'withdrawn'
        """,
      arguments: [run.job, run.district, digits, run.period, digits, run.number, proposal.kind, proposal.enterprise, proposal.project])
      ?? false
  }

  private func insert(_ proposal: StoredProposal, run: Int64) throws {
    let enterprise = try Int64.fetchOne(
      database, sql: "SELECT id FROM enterprises WHERE uscc = ?", arguments: [proposal.enterprise])
    // An estate that nobody serves has proposals too.
    guard enterprise != nil || (proposal.enterprise.isEmpty && proposal.project != nil) else {
      throw RegisterError(
        "unknown-enterprise", path: path,
        .init("there is no enterprise `\(proposal.enterprise)` in the register", "台账中没有企业 `\(proposal.enterprise)`"))
    }
    try database.execute(
      sql: """
        INSERT INTO proposals (run, kind, enterprise, project, county, because, once_per, reasons, evidence, state)
        VALUES (?, ?, ?, ?, (SELECT id FROM divisions WHERE code = ?), ?, ?, ?, ?, ?)
        """,
      arguments: [
        run, proposal.kind, enterprise, proposal.project, proposal.county, proposal.because, proposal.oncePer,
        proposal.reasons.description, proposal.evidence.description, proposal.state,
      ])
  }
}
