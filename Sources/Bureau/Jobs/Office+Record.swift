internal import CityModel
internal import DistrictRules
public import Register

/// What became of one job's run in one district.
public struct RecordedJob: Sendable, Hashable {
  public enum Effect: String, Sendable, Hashable {
    case recorded
    /// It had been recorded before; nothing was written.
    case already
    /// Done again, with the same bytes; nothing was written.
    case same
    case amended
  }

  public var job: String
  public var district: String
  public var effect: Effect
  public var outcome: JobResult.Outcome
  /// Proposals that are new, and waiting ones that no longer hold.
  public var proposals: Int
  public var withdrawn: Int
  public var failures: [JobFailure]

  /// Whether it was recorded now; a job runs once for a district and a period.
  public var isNew: Bool { effect == .recorded }
}

extension Office {
  /// Records a run: each job of each district with its proposals in one transaction.
  ///
  /// - Parameter kind: the first run, one of what failed before, or one of everything again.
  /// - Throws: ``OfficeError``; what was recorded before the failure stays, and the next try records the rest.
  public func record(
    _ run: PeriodRun, kind: JobAttempt.Kind = .first, by attribution: Attribution
  ) throws(OfficeError) -> [RecordedJob] {
    var recorded: [RecordedJob] = []
    for district in run.districts {
      for result in district.results { recorded.append(try record(result, district, run, kind, attribution)) }
    }
    for failed in run.failed { recorded += try record(failed, run, kind, attribution) }
    return recorded
  }

  private func record(
    _ result: JobResult, _ district: DistrictRun, _ run: PeriodRun, _ kind: JobAttempt.Kind, _ attribution: Attribution
  ) throws(OfficeError) -> RecordedJob {
    let output = JobOutput(result, district: district.county.code, period: run.period)
    do {
      var whole = output
      let earlier = try register.run(of: result.job, district: district.county.code, period: run.period.name)
      if let earlier, kind != .first, let before = try self.output(ofRun: earlier.number) {
        if kind == .resume { whole = before.merging(output) }
        if kind == .rerun, before == output, earlier.outcome == result.outcome.rawValue {
          return RecordedJob(
            job: result.job, district: district.county.code, effect: .same, outcome: result.outcome, proposals: 0, withdrawn: 0,
            failures: result.failures)
        }
      }
      let texts = rulebookTexts
      let attempt = JobAttempt(
        kind: earlier == nil ? .first : kind, marks: district.marks, rules: district.rules, rulebook: texts.json,
        subjects: district.subjects[result.job], engine: Office.engineVersion, outcome: result.outcome.rawValue,
        failures: .array(result.failures.map(\.json)), output: output.text,
        texts: district.texts.merging(texts.texts) { first, _ in first })
      let answer = try register.recordRun(
        JobRun(
          job: result.job, district: district.county.code, period: run.period.name, position: district.ledgerPosition,
          rules: district.rulesRevision, parameters: run.parametersRevision, engine: Office.engineVersion,
          outcome: result.outcome.rawValue, output: whole.sha256),
        attempt: attempt, proposals: result.outcome == .failed ? [] : result.proposals.map(\.stored), by: attribution)
      return recordedJob(result, district.county.code, answer)
    } catch {
      throw OfficeError(error)
    }
  }

  private func recordedJob(_ result: JobResult, _ district: String, _ answer: RecordedRun) -> RecordedJob {
    var job = RecordedJob(
      job: result.job, district: district, effect: .already, outcome: result.outcome, proposals: 0, withdrawn: 0, failures: result.failures)
    switch answer {
    case .recorded: (job.effect, job.proposals) = (.recorded, result.outcome == .failed ? 0 : result.proposals.count)
    case .alreadyRecorded: break
    case .amended(_, let added, let withdrawn): (job.effect, job.proposals, job.withdrawn) = (.amended, added, withdrawn)
    }
    return job
  }

  /// A county whose run came to nothing: recorded as failed for its jobs, so that it can be resumed.
  private func record(
    _ failed: FailedDistrict, _ run: PeriodRun, _ kind: JobAttempt.Kind, _ attribution: Attribution
  ) throws(OfficeError) -> [RecordedJob] {
    let failure = JobFailure(enterprise: nil, code: failed.code, message: failed.message)
    let rules = try rules(for: failed.order.county, period: run.period, choice: failed.order.choice)
    guard let county = Divisions.changzhi[failed.order.county] else { return [] }
    do {
      let marks = RunMarks(position: try register.ledgerPosition(), lastRows: [:])
      let mine = try jobs(choice: failed.order.choice, on: run.period.lastDay, sound: true)
        .filter { $0.division == "1404" || $0.division == county.code }.map(\.name)
      let district = DistrictRun(failed: county, marks: marks, rules: rules)
      var recorded: [RecordedJob] = []
      for job in failed.order.jobs where mine.contains(job) {
        recorded.append(try record(JobResult(job: job, failures: [failure], proposals: []), district, run, kind, attribution))
      }
      return recorded
    } catch {
      throw OfficeError(error)
    }
  }

  /// The output of a run as its attempts make it: a resumed one adds to the one before.
  public func output(ofRun number: Int64) throws(OfficeError) -> JobOutput? {
    do {
      var output: JobOutput?
      for attempt in try register.attempts(ofRun: number) {
        guard let own = JobOutput(attempt.output) else { continue }
        output = attempt.kind == .resume ? output?.merging(own) ?? own : own
      }
      return output
    } catch {
      throw OfficeError(error)
    }
  }

  /// The version that computed a result; it stands beside every one.
  public static let engineVersion = "0.1.0"
}

extension JobFailure {
  var json: JSONValue {
    .object(["enterprise": JSONValue(enterprise), "code": .text(code), "zh": .text(message.zh), "en": .text(message.en)])
  }

  init(_ json: JSONValue) {
    self.init(
      enterprise: json["enterprise"]?.text, code: json["code"]?.text ?? "",
      message: Bilingual(zh: json["zh"]?.text ?? "", en: json["en"]?.text ?? ""))
  }
}

extension DistrictRun {
  init(failed county: Division, marks: RunMarks, rules: [DivisionRules]) {
    self.init(
      county: county, ledgerPosition: marks.position, marks: marks, rules: rules.json, notEnacted: [], results: [],
      rulesRevision: rules.revision, known: [], rates: nil, before: 0, revisited: (0, 0), reworked: (0, 0), categories: [],
      adjustments: [], scores: [])
    texts = rules.texts
  }
}
