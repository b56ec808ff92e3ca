internal import CityModel
internal import Columns

/// What a job makes of a snapshot.
public struct JobOutcome: Sendable {
  /// In the order of proposing.
  public var proposals: [Proposal] = []
  /// Rows that could not be judged because a fact is missing, or that belong to nobody.
  public var unknownRows: [UInt32] = []
}

/// Executes a job that is a table: for each row that meets the conditions, a proposal.
struct JobRun {
  let job: Job
  let work: JobTable
  let snapshot: Snapshot
  let period: Period

  func outcome() throws -> JobOutcome {
    let table = snapshot.table(work.table)
    let verdicts = try Condition.all([work.scope, work.when]).verdicts(over: table, in: snapshot)
    var outcome = JobOutcome(unknownRows: verdicts.rows(.unknown))
    let projects = try table.projects(), enterprises = try table.enterprises()
    let serving = try snapshot.table(Project.schema).column(Project.enterprise)
    var places: [Subject: Int] = [:]
    let behind = RowEvidence(.all([work.scope, work.when]), over: table, in: snapshot)
    for row in verdicts.rows(.yes) {
      var subject = Subject()
      if work.kind.allowsProject { subject.project = projects(Int(row)) }
      subject.enterprise = enterprises(Int(row)) ?? subject.project.flatMap { serving.reference($0) }
      guard subject.project != nil || subject.enterprise != nil else {
        outcome.unknownRows.append(row)
        continue
      }
      if work.oncePer != nil, let at = places[subject] {
        let more = try behind.evidence(of: Int(row))
        if let known = outcome.proposals[at].evidence, known.table == more.table {
          outcome.proposals[at].evidence?.rows = Set(known.rows + more.rows).sorted()
        }
        continue
      }
      places[subject] = outcome.proposals.count
      var proposal = Proposal(
        kind: work.kind, because: try work.because.text(row: Int(row), of: table, in: snapshot), grounds: [], rule: job.name, basis: job.basis)
      (proposal.enterprise, proposal.project) = (subject.enterprise, subject.project)
      proposal.evidence = try behind.evidence(of: Int(row))
      proposal.oncePer = work.oncePer?.rawValue
      (proposal.due, proposal.to) = (work.due, work.to)
      proposal.advice = work.advice
      (proposal.points, proposal.item) = (work.points, work.item?.code)
      outcome.proposals.append(proposal)
    }
    return outcome
  }

  private struct Subject: Hashable {
    var enterprise: Int?
    var project: Int?
  }
}
