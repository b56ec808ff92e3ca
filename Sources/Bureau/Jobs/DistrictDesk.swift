internal import CityModel
internal import Columns
internal import DistrictRules
internal import LuaRuntime
internal import Register

/// What one county is to do for a period.
public struct DistrictOrder: Sendable, Hashable {
  public var county: String
  public var period: String
  /// The jobs; those that the county does not have are passed over.
  public var jobs: [String]
  public var choice: RulesChoice
  /// By job, the only enterprises to look at: those at which it failed before.
  public var subjects: [String: [String]]
  /// Whether the month's figures and scores are wanted, for the report.
  public var figures: Bool

  public init(
    county: String, period: String, jobs: [String], choice: RulesChoice = .inForce, subjects: [String: [String]] = [:],
    figures: Bool = true
  ) {
    self.county = county
    self.period = period
    self.jobs = jobs
    self.choice = choice
    self.subjects = subjects
    self.figures = figures
  }
}

/// One county's run of a period's jobs, on its own rows alone.
struct DistrictDesk {
  let county: Division
  let period: Period
  let rules: [DivisionRules]
  let marks: RunMarks
  /// How long the search for the enterprises at which a job fails may take: as long as the job itself.
  private let patience: Duration
  private let ruled: RuledSession

  var snapshot: Snapshot { ruled.snapshot }
  var advisor: CityAdvisor { ruled.advisor }
  var session: ScriptSession { ruled.session }

  /// - Parameters:
  ///   - rules: the city's and the county's.
  ///   - past: what an earlier run saw, for a replay.
  init(
    office: Office, county: Division, period: Period, rules: [DivisionRules], limits: Engine.Limits, past: RunMarks? = nil
  ) throws(OfficeError) {
    do {
      let (base, marks) = try office.register.markedSnapshot(
        scope: .county(county.code), asOf: period.cut, rulebook: office.rulebook, preload: DistrictDesk.columns, past: past)
      try self.init(base, marks: marks, county: county, period: period, rules: rules, limits: limits)
    } catch {
      throw OfficeError(error)
    }
  }

  /// Over facts that are at hand already.
  init(
    _ base: Snapshot, marks: RunMarks, county: Division, period: Period, rules: [DivisionRules], limits: Engine.Limits
  ) throws(OfficeError) {
    self.rules = rules
    self.county = county
    self.period = period
    self.marks = marks
    patience = limits.time ?? .seconds(3600)
    ruled = try RuledSession(base, scripts: rules.flatMap(\.scripts), limits: limits)
  }

  /// What nearly every run touches, read in one pass.
  static let columns: [TableSchema: [Columns.Field]] = [
    Complaint.schema: [
      Complaint.project, Complaint.enterprise, Complaint.category, Complaint.complainant, Complaint.acceptedAt, Complaint.assignedAt,
      Complaint.preliminaryAt, Complaint.basicallyClosedAt, Complaint.closedAt, Complaint.status, Complaint.finding,
      Complaint.delayCause, Complaint.revisitedAt, Complaint.satisfied, Complaint.falseClosure, Complaint.reworks,
    ]
  ]

  func run(_ order: DistrictOrder) throws(OfficeError) -> DistrictRun {
    do {
      let row = try CityAdvisor.countyRow(of: snapshot)
      let own = rules.filter { $0.division == county.code }.flatMap(\.scripts)
      let scores = try DistrictScores.compute(session, county: row, scripts: own, year: period.yearToDate)
      var results: [JobResult] = []
      var known: Set<String> = []
      for script in rules.flatMap({ $0.scripts(on: period.lastDay) }) {
        for case .job(let job) in try session.load(script.script) {
          known.insert(job.name)
          guard order.jobs.contains(job.name), job.effective.from <= period.lastDay,
            job.effective.to.map({ $0 >= period.firstDay }) ?? true
          else { continue }
          var (made, failures) = try proposals(job, in: script.script, order.subjects[job.name])
          var proposed: [ProposalFacts] = []
          for proposal in made {
            let facts = try facts(proposal, scores)
            if let refused = try refusal(of: facts, proposal) { failures.append(refused) } else { proposed.append(facts) }
          }
          results.append(JobResult(job: job.name, failures: failures, proposals: proposed))
        }
      }
      var run = try figures(results, known.sorted(), scores, row, isWanted: order.figures)
      run.subjects = order.subjects
      run.texts = rules.texts
      return run
    } catch {
      throw OfficeError(error)
    }
  }

  /// Runs a job. Where it fails, the enterprises at which it does are sought one by one, and it is run through all others: one that
  /// cannot be judged does not stop them, and what the job counts stays the same.
  private func proposals(_ job: Job, in script: Script, _ subjects: [String]?) throws -> ([Proposal], [JobFailure]) {
    let enterprises = snapshot.table(Enterprise.schema)
    let codes = try enterprises.column(Enterprise.uscc)
    let wanted = subjects.map(Set.init)
    let rows = (0..<enterprises.count).filter { row in wanted.map { $0.contains(codes.text(row) ?? "") } ?? true }
    do {
      return (try session.run(job, period: period, in: script, visiting: wanted == nil ? .all : .only(Set(rows))), [])
    } catch {
      let whole = failure(nil, error)
      // What takes too long for all takes too long.
      if error.engineError.map({ [.timeLimit, .memoryLimit, .cancelled].contains($0.code) }) ?? false { return ([], [whole]) }
      var failures: [JobFailure] = []
      var failing: Set<Int> = []
      let start = ContinuousClock.now
      for row in rows {
        guard ContinuousClock.now - start < patience else { return ([], [whole]) }
        do {
          _ = try session.run(job, period: period, in: script, visiting: .only([row]))
        } catch {
          failures.append(failure(codes.text(row), error))
          failing.insert(row)
        }
      }
      // An error that comes at every enterprise, or at none alone, is the job's.
      guard !failing.isEmpty, failing.count < rows.count else { return ([], [whole]) }
      let others: Visited = wanted == nil ? .allBut(failing) : .only(Set(rows).subtracting(failing))
      do {
        return (try session.run(job, period: period, in: script, visiting: others), failures)
      } catch {
        return ([], [failure(nil, error)])
      }
    }
  }

  private func failure(_ enterprise: String?, _ error: ScriptError) -> JobFailure {
    let office = OfficeError(error)
    return JobFailure(enterprise: enterprise, code: office.code, message: office.message)
  }

  private func figures(
    _ results: [JobResult], _ known: [String], _ scores: DistrictScores, _ row: Int?, isWanted: Bool
  ) throws -> DistrictRun {
    var run = DistrictRun(
      county: county, ledgerPosition: marks.position, marks: marks, rules: rules.json,
      notEnacted: rules.filter { $0.source == .notEnacted && !$0.scripts.isEmpty }.map(\.division), results: results,
      rulesRevision: rules.revision, known: known, rates: nil, before: 0, revisited: (0, 0), reworked: (0, 0), categories: [],
      adjustments: scores.outcomes.map {
        .init(title: $0.title, basis: $0.basis.description, enterprises: $0.effects.count, points: $0.total, unknown: $0.unknownRows.count)
      }, scores: [])
    guard isWanted else { return run }
    let rates = try ResponseRates.compute(snapshot, by: .county, from: period.firstDay, through: period.lastDay)
    let previous = period.firstDay.adding(days: -1)
    let before = try ResponseRates.compute(
      snapshot, by: .county, from: previous.adding(days: 1 - previous.dayOfMonth), through: previous)
    let figures = try ComplaintFigures(snapshot, period: period)
    run.rates = rates.first { $0.row == row }
    run.before = before.first { $0.row == row }?.complaints ?? 0
    (run.revisited, run.reworked, run.categories) = (figures.revisited, figures.reworked, figures.categories)
    let reader = try ScoreFactsReader(snapshot)
    run.deadlines = try ruled.clocks(period.firstDay...period.lastDay).map { entry, outcome in
      .init(
        title: entry.rule.title, basis: entry.rule.basis.description, rows: outcome.rows.count,
        late: outcome.count(.late) + outcome.count(.overdue), newlyLate: outcome.newlyLate.count, alerts: outcome.alerts.count,
        unknown: outcome.unknownRows.count)
    }
    run.scores = scores.entries.map { reader.facts($0.city, adjustment: $0.adjustment, score: $0.score, grade: $0.grade) }
    return run
  }

  /// What no officer could accept is not proposed: it fails at the enterprise, with the clause.
  private func refusal(of facts: ProposalFacts, _ proposal: Proposal) throws -> JobFailure? {
    let unmet =
      proposal.kind == .redList ? try advisor.proposals(period.firstDay...period.lastDay).unmet(proposal.enterprise ?? -1) : []
    let made = ProposalCase(
      number: 0, kind: proposal.kind.rawValue, enterprise: facts.uscc, name: facts.enterprise, county: county.code, job: proposal.rule,
      period: period.name, proposedBy: "", because: proposal.because, grounds: proposal.grounds,
      evidence: max(facts.reasons.reduce(0) { $0 + $1.evidence }, facts.evidence.count), state: .waiting)
    guard let refusal = ProposalInvariant.refusal(ofMaking: made, unmet: unmet) else { return nil }
    return JobFailure(
      enterprise: facts.uscc.isEmpty ? facts.project ?? county.code : facts.uscc, code: refusal.code,
      message: Bilingual(
        zh: "\(Cell(proposal.kind.rawValue, of: OfficeWords.proposals).chinese)：\(refusal.sentence.zh)（\(SourceWords.said(refusal.article).zh)）" + (refusal.help.map { "\n提示：\($0.zh)" } ?? ""),
        en: "\(proposal.kind.rawValue): \(refusal.sentence.en) (\(refusal.article))" + (refusal.help.map { "\nhelp: \($0.en)" } ?? "")))
  }

  private func facts(_ proposal: Proposal, _ scores: DistrictScores) throws -> ProposalFacts {
    let enterprises = snapshot.table(Enterprise.schema)
    let entry = proposal.enterprise.flatMap { scores[enterprise: $0] }
    var reasons: [ProposalFacts.Reason] = []
    if !proposal.grounds.isEmpty {
      let lists = try advisor.proposals(period.firstDay...period.lastDay)
      let kind = proposal.kind
      let made = kind == .redList ? lists.red : kind == .redRemoval ? lists.redRemovals : lists.black
      let found = made.first { $0.enterprise == proposal.enterprise }
      reasons = (found?.reasons ?? []).map {
        .init(code: $0.code, sentence: $0.sentence, basis: $0.basis, evidence: $0.evidenceCount)
      }
      if found == nil, let own = ruled.law.criteria.first(where: { proposal.grounds.contains($0.rule.name) })?.rule {
        reasons = [
          .init(
            code: own.name, sentence: Bilingual(zh: proposal.because, en: proposal.because), basis: own.basis.description,
            evidence: proposal.evidence?.rows.count ?? 0)
        ]
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
      proposal: .init(
        kind: proposal.kind, because: proposal.because, grounds: proposal.grounds, rule: proposal.rule,
        basis: proposal.basis.description, oncePer: proposal.oncePer, due: proposal.due?.english, to: proposal.to, advice: proposal.advice, points: proposal.points,
        item: proposal.item),
      county: county, enterprise: try proposal.enterprise.map { try enterprises.cell("name", row: $0).plain } ?? "",
      uscc: try proposal.enterprise.map { try enterprises.cell("uscc", row: $0).plain } ?? "",
      project: try proposal.project.map { try snapshot.table(Project.schema).cell("code", row: $0).plain }, score: entry?.score,
      grade: entry?.grade, reasons: reasons, evidence: try evidence(proposal))
  }

  /// Rows beyond which only their number is kept.
  private static let namedRows = 100

  private func evidence(_ proposal: Proposal) throws -> ProposalFacts.Evidence {
    guard let evidence = proposal.evidence, let table = snapshot.table(evidence.table) else { return .init(table: "", count: 0, keys: []) }
    var keys: [String] = []
    if evidence.rows.count <= DistrictDesk.namedRows {
      let column = try table.column(table.schema.key)
      for row in evidence.rows where Int(row) < table.count {
        keys.append(column.text(Int(row)) ?? column.integer(Int(row)).map { String($0) } ?? "")
      }
      keys.sort()
    }
    return .init(table: table.schema.plural, count: evidence.rows.count, keys: keys)
  }
}
