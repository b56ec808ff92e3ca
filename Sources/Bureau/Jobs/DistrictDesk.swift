internal import CityModel
internal import Columns
internal import DistrictRules
internal import LuaRuntime

/// One county's run of a period's jobs.
struct DistrictDesk {
  let office: Office
  let county: Division
  let period: Period
  let snapshot: Snapshot
  let advisor: CityAdvisor
  let session: ScriptSession

  init(office: Office, county: Division, period: Period, limits: Engine.Limits) throws(OfficeError) {
    self.office = office
    self.county = county
    self.period = period
    snapshot = try office.snapshot(.county(county.code), asOf: period.cut, preload: DistrictDesk.columns)
    advisor = CityAdvisor(snapshot)
    do {
      session = try ScriptSession(snapshot, limits: limits, advisor: advisor)
    } catch {
      throw OfficeError(error)
    }
  }

  /// What nearly every run touches, read in one pass.
  static let columns: [TableSchema: [Columns.Field]] = [
    Complaint.schema: [
      Complaint.project, Complaint.enterprise, Complaint.category, Complaint.complainant, Complaint.acceptedAt, Complaint.assignedAt,
      Complaint.preliminaryAt, Complaint.basicallyClosedAt, Complaint.closedAt, Complaint.status, Complaint.finding,
      Complaint.delayCause, Complaint.revisitedAt, Complaint.satisfied, Complaint.falseClosure, Complaint.reworks,
    ]
  ]

  /// - Returns: the district's part, and the names of all jobs that it could have run.
  func run(_ names: [String], city: [Script], own: [Script]) throws(OfficeError) -> (DistrictRun, Set<String>) {
    do {
      var proposals: [Proposal] = []
      var ran: [String] = []
      var known: Set<String> = []
      for script in city + own {
        for case .job(let job) in try session.load(script) {
          known.insert(job.name)
          guard names.contains(job.name), job.effective.from <= period.lastDay, job.effective.to.map({ $0 >= period.firstDay }) ?? true
          else { continue }
          proposals += try session.run(job, period: period, in: script)
          ran.append(job.name)
        }
      }
      let row = try CityAdvisor.countyRow(of: snapshot)
      let scores = try DistrictScores.compute(session, county: row, scripts: own, year: period.yearToDate)
      return (try facts(proposals, ran, scores, row), known)
    } catch {
      throw OfficeError(error)
    }
  }

  private func facts(_ proposals: [Proposal], _ jobs: [String], _ scores: DistrictScores, _ row: Int?) throws -> DistrictRun {
    let rates = try ResponseRates.compute(snapshot, by: .county, from: period.firstDay, through: period.lastDay)
    let previous = period.firstDay.adding(days: -1)
    let before = try ResponseRates.compute(
      snapshot, by: .county, from: previous.adding(days: 1 - previous.dayOfMonth), through: previous)
    let figures = try ComplaintFigures(snapshot, period: period)
    return DistrictRun(
      county: county, ledgerPosition: snapshot.ledgerPosition, rulesRevision: try office.scripts.revision(of: ["1404", county.code]),
      jobs: jobs, proposals: try proposals.map { try facts($0, scores) }, rates: rates.first { $0.row == row },
      before: before.first { $0.row == row }?.complaints ?? 0, revisited: figures.revisited, reworked: figures.reworked,
      categories: figures.categories,
      adjustments: scores.outcomes.map {
        .init(title: $0.title, basis: $0.basis, enterprises: $0.effects.count, points: $0.total, unknown: $0.unknownRows.count)
      },
      scores: try scoreFacts(scores))
  }

  private func facts(_ proposal: Proposal, _ scores: DistrictScores) throws -> ProposalFacts {
    let enterprises = snapshot.table(Enterprise.schema)
    let entry = proposal.enterprise.flatMap { scores[enterprise: $0] }
    var reasons: [ProposalFacts.Reason] = []
    if !proposal.grounds.isEmpty {
      let lists = try advisor.proposals(period.firstDay...period.lastDay)
      let found = (proposal.kind == .redList ? lists.red : lists.black).first { $0.enterprise == proposal.enterprise }
      reasons = (found?.reasons ?? []).map {
        .init(code: $0.code, sentence: $0.sentence, basis: $0.basis, evidence: $0.evidenceCount)
      }
    }
    if reasons.isEmpty {
      reasons = [
        .init(
          code: proposal.rule, sentence: Bilingual(zh: proposal.because, en: proposal.because), basis: proposal.basis.description,
          evidence: proposal.evidence?.rows.count ?? 0)
      ]
    }
    return ProposalFacts(
      proposal: proposal, county: county, enterprise: try enterprises.cell("name", row: proposal.enterprise ?? -1).plain,
      uscc: try enterprises.cell("uscc", row: proposal.enterprise ?? -1).plain, score: entry?.score, grade: entry?.grade, reasons: reasons)
  }

  private func scoreFacts(_ scores: DistrictScores) throws -> [DistrictRun.ScoreFacts] {
    let reader = try ScoreFactsReader(snapshot)
    return scores.entries.map { reader.facts($0.city, adjustment: $0.adjustment, score: $0.score, grade: $0.grade) }
  }
}
