internal import CityModel
internal import Columns
internal import DistrictRules
public import LuaRuntime
public import Register

/// A recorded run, computed again.
public struct Replay: Sendable {
  public var run: JobRun
  public var attempt: JobAttempt
  /// What comes out now.
  public var output: String
  /// The first line that differs, as it was recorded and as it is now.
  public var difference: (recorded: String, now: String)?

  public var isSame: Bool { attempt.output == output }
}

extension Office {
  /// Computes a recorded run again, from the rows it saw, the scripts and the parameters that were kept with it, and compares
  /// the bytes.
  ///
  /// - Parameter position: which attempt of the run, from 1; `nil` for every one.
  /// - Throws: ``OfficeError``: `unknown-run`, `not-replayable` when a text is not kept.
  public func replay(
    _ number: Int64, attempt position: Int? = nil, limits: Engine.Limits = .init(time: .seconds(60))
  ) throws(OfficeError) -> [Replay] {
    do {
      guard let run = try register.run(number: number) else {
        throw OfficeError("unknown-run", Bilingual(zh: "没有第 \(number) 次运行", en: "there is no run \(number)"))
      }
      var attempts = try register.attempts(ofRun: number)
      if let position { attempts = attempts.indices.contains(position - 1) ? [attempts[position - 1]] : [] }
      guard !attempts.isEmpty else {
        throw OfficeError(
          "not-replayable", Bilingual(zh: "第 \(number) 次运行没有留下计算记录", en: "nothing was kept of how run \(number) was computed"))
      }
      var replays: [Replay] = []
      for attempt in attempts { replays.append(try replay(run, attempt, limits)) }
      return replays
    } catch {
      throw OfficeError(error)
    }
  }

  private func replay(_ run: JobRun, _ attempt: JobAttempt, _ limits: Engine.Limits) throws -> Replay {
    guard let county = Divisions.changzhi[run.district], let period = Period(run.period) else {
      throw OfficeError("not-replayable", Bilingual(zh: "县区或期间有误", en: "no such county or period"))
    }
    let kept = Office(
      register: register,
      rulebook: try Rulebook(parameters: try keptText(attempt.rulebook["parameters"]), calendar: try keptText(attempt.rulebook["calendar"])),
      scripts: scripts)
    // A district whose scripts did not load had no rows to look at either.
    guard !attempt.marks.lastRows.isEmpty else { return Replay(run: run, attempt: attempt, output: attempt.output) }
    let desk = try DistrictDesk(
      office: kept, county: county, period: period, rules: try keptRules(attempt.rules), limits: limits, past: attempt.marks)
    var order = DistrictOrder(county: county.code, period: period.name, jobs: [run.job], figures: false)
    if let subjects = attempt.subjects { order.subjects[run.job] = subjects }
    let result = try desk.run(order).results.first { $0.job == run.job }
    let output = result.map { JobOutput($0, district: county.code, period: period).text } ?? ""
    let recorded = attempt.output.split(separator: "\n", omittingEmptySubsequences: false)
    let now = output.split(separator: "\n", omittingEmptySubsequences: false)
    var replay = Replay(run: run, attempt: attempt, output: output)
    if let line = (0..<max(recorded.count, now.count)).first(where: { $0 >= recorded.count || $0 >= now.count || recorded[$0] != now[$0] }) {
      replay.difference = (
        recorded: line < recorded.count ? String(recorded[line]) : "", now: line < now.count ? String(now[line]) : ""
      )
    }
    return replay
  }

  /// A text that was kept with a run, by its hash.
  func keptText(_ hash: JSONValue?) throws -> String {
    guard let hash = hash?.text, let text = try register.ruleText(sha256: hash) else {
      throw OfficeError(
        "not-replayable", Bilingual(zh: "规则文本 `\(hash?.text ?? "")` 没有留存", en: "the text `\(hash?.text ?? "")` was not kept"))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The scripts as they were, from the register.
  func keptRules(_ json: JSONValue) throws -> [DivisionRules] {
    var rules: [DivisionRules] = []
    for one in json.elements {
      guard let division = one["division"]?.text, let name = one["name"]?.text, let hash = one["sha256"]?.text else { continue }
      let script = ScriptInForce(
        script: Script(name: "\(scripts.path)/\(name)", bytes: Array(try keptText(.text(hash)).utf8)), name: name, sha256: hash,
        from: one["from"]?.text.flatMap { Day($0) }, to: one["to"]?.text.flatMap { Day($0) }, revision: one["revision"]?.number.map { Int($0) })
      if let at = rules.firstIndex(where: { $0.division == division }) {
        rules[at].scripts.append(script)
      } else {
        rules.append(DivisionRules(division: division, source: .asked, scripts: [script]))
      }
    }
    return rules
  }
}
