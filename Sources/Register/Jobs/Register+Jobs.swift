internal import Columns
internal import GRDB

extension Register {
  /// Records a run with its proposals, in one transaction; a job runs once for a district and a period.
  ///
  /// - Parameter attempt: how it was computed. A `resume` or `rerun` amends the run that is there: proposals that are new are
  ///   added, waiting ones that a whole rerun no longer makes are withdrawn, decided ones stay.
  public func recordRun(
    _ run: JobRun, attempt: JobAttempt? = nil, proposals: [StoredProposal], by attribution: Attribution
  ) throws(RegisterError) -> RecordedRun {
    try write { database in
      let records = JobRecords(database: database, path: path)
      let earlier = try records.run(run.job, run.district, run.period)
      let kind = attempt?.kind ?? .first
      if let earlier, kind == .first { return .alreadyRecorded(earlier) }
      var recorded = run
      recorded.moment = attribution.moment
      recorded.officer = attribution.officer
      recorded.number = try records.write(recorded, earlier: earlier, by: attribution)
      if let attempt { try records.write(attempt, run: recorded.number, by: attribution) }
      let (added, withdrawn) = try records.write(proposals, run: recorded, kind: kind)
      try Ledger.append(
        .init(
          attribution, kind: kind == .first ? "job-run" : "job-\(kind.rawValue)", table: "job_runs",
          key: "\(run.job) \(run.district) \(run.period)",
          data: [
            "proposals": JSONValue(added), "withdrawn": JSONValue(withdrawn), "outcome": .text(run.outcome), "output": .text(run.output),
            "position": .number(run.position),
          ], run: recorded.number), to: database, path: path)
      return earlier == nil ? .recorded(recorded) : .amended(recorded, added: added, withdrawn: withdrawn)
    }
  }

  /// Records that a job was not run: it runs already, or too many periods were missed.
  public func recordAlert(_ kind: String, key: String, data: [String: JSONValue], by attribution: Attribution) throws(RegisterError) {
    try write { database in
      _ = try Ledger.append(.init(attribution, kind: kind, table: "job_runs", key: key, data: data), to: database, path: path)
    }
  }

  /// The run of a job over a district in a period, if there is one.
  public func run(of job: String, district: String, period: String) throws(RegisterError) -> JobRun? {
    try read { database in try JobRecords(database: database, path: path).run(job, district, period) }
  }

  /// A run by its number.
  public func run(number: Int64) throws(RegisterError) -> JobRun? {
    try read { database in try JobRecords(database: database, path: path).runs(where: "id = ?", [number]).first }
  }

  /// Every run, in order of recording.
  public func runs() throws(RegisterError) -> [JobRun] {
    try read { database in try JobRecords(database: database, path: path).runs(where: "1", []) }
  }

  /// How a run was computed: the first time, and each time since.
  public func attempts(ofRun number: Int64) throws(RegisterError) -> [JobAttempt] {
    try read { database in try JobRecords(database: database, path: path).attempts(run: number) }
  }

  /// The proposals of a run, in the order in which they were made.
  public func proposals(ofRun number: Int64) throws(RegisterError) -> [StoredProposal] {
    try read { database in try JobRecords(database: database, path: path).proposals(where: "p.run = ?", [number]) }
  }
}
