internal import CityModel
internal import Columns
internal import LuaSyntax

/// A district's amendment beside the city's procedure: each change on its own, so that every refusal has its place.
struct AmendmentChecks {
  let rule: ProcedureChange
  let rulebook: Rulebook
  let day: Day

  var problems: [RuleProblem] {
    let kinds = FundProcedures.Kind.allCases
    guard let kind = kinds.first(where: { $0.procedureName == rule.amends }) else {
      return [
        .unknown(
          "unknown-procedure", rule.amends, at: ["amends"], what: .init(chinese: "市级程序", english: "the city's list of procedures"),
          among: kinds.map(\.procedureName), translated: false)
      ]
    }
    let on = max(rule.effective.from, day)
    guard let city = try? FundProcedures.city(kind, rulebook.parameters, on: on) else { return [] }
    if rule.changes.isEmpty, rule.insertions.isEmpty { return [DeclarationChecks.nothing] }
    var found: [RuleProblem] = []
    for change in rule.changes {
      found += refusal(city, changes: [change], at: ["changes", change.step])
      found += same(change, city)
    }
    // What is inserted may be named by what is inserted later.
    for (index, insertion) in rule.insertions.enumerated() {
      found += refusal(city, insertions: Array(rule.insertions[...index]), at: ["insert", insertion.step])
    }
    return found + shares(city)
  }

  private func refusal(
    _ city: Procedure, changes: [ProcedureChange.StepChange] = [], insertions: [ProcedureChange.Insertion] = [], at path: [String]
  ) -> [RuleProblem] {
    var part = rule
    (part.changes, part.insertions) = (changes, insertions)
    do throws(Refusal) {
      _ = try city.amended(by: part.amendment)
      return []
    } catch {
      let code: Diagnostic.Code
      var path = path
      switch error.code {
      case "amendment-unknown-step": code = "unknown-step"
      case "amendment-duplicate-step": code = "repeated-step"
      case "amendment-after-end": code = "step-after-end"
      case "amendment-lengthens": (code, path) = ("loosens", path + ["within"])
      case "amendment-raises": (code, path) = ("loosens", path + ["at_most"])
      default: code = "loosens"
      }
      let steps = city.steps.map { "`\($0.chinese)`" }.joined(separator: "、"), english = city.steps.map { "`\($0.name)`" }.joined(separator: ", ")
      let help =
        code == "unknown-step"
        ? Wording(chinese: "这个程序的步骤：\(steps)", english: "the steps of this procedure: \(english)")
        : code == "loosens"
          ? Wording(chinese: "县区只能收紧，不能放宽", english: "a district may tighten, never loosen")
          : Wording(chinese: "换一个名称或位置", english: "give it another name or place")
      return [RuleProblem(code, at: path, Wording(chinese: error.sentence.zh, english: error.sentence.en), help: help)]
    }
  }

  private func same(_ change: ProcedureChange.StepChange, _ city: Procedure) -> [RuleProblem] {
    guard let step = city.step(named: change.step) else { return [] }
    var found: [RuleProblem] = []
    func same(_ key: String, _ value: String) {
      found.append(
        RuleProblem(
          "same-as-city", .warning, at: ["changes", change.step, key],
          Wording(chinese: "与市级规定相同（\(value)），没有收紧", english: "this is the city's own (\(value)): nothing is tightened"),
          help: Wording(chinese: "删去，或写得更严", english: "leave it out, or make it stricter")))
    }
    if let days = change.withinWorkingDays, days == step.within { same("within", "\(days)") }
    if let share = change.atMostPercent, let limit = step.atMost, limit.compare(Int64(share), of: 100) == 0 { same("at_most", "\(share)%") }
    return found
  }

  /// Shares of the approved amount: what may have been paid never falls from step to step, and ends at the whole.
  private func shares(_ city: Procedure) -> [RuleProblem] {
    guard let amended = try? city.amended(by: rule.amendment) else { return [] }
    var most: (share: Ratio, step: String)?
    var found: [RuleProblem] = []
    for step in amended.steps {
      guard let share = step.atMost else { continue }
      let changed = rule.changes.first { amended.step(named: $0.step)?.name == step.name && $0.atMost != nil }
      if let changed {
        if let most, most.share.compare(share.part, of: share.whole) < 0 {
          found.append(
            sum(changed.step, chinese: "到这一步至多付 \(share)，前一步 `\(most.step)` 已可付 \(most.share)", english: "at most \(share) is paid by this step, but `\(most.step)` before it may pay \(most.share)"))
        } else if step.action == .balance, share.part < share.whole {
          found.append(sum(changed.step, chinese: "最后一步只付到 \(share)，余下的永远付不出", english: "the last step pays up to \(share): the rest is never paid"))
        }
      }
      most = (share, step.name)
    }
    return found
  }

  private func sum(_ step: String, chinese: String, english: String) -> RuleProblem {
    RuleProblem(
      "percent-does-not-add-up", at: ["changes", step, "at_most"], Wording(chinese: chinese, english: english),
      help: Wording(chinese: "比例是累计数，最后一步为 100%", english: "shares are of all that is paid so far; the last step reaches 100%"))
  }
}
