/// A district's change to a procedure of the city: it adds needs, shortens, lowers and inserts, and nothing else (D10).
public struct ProcedureAmendment: Sendable, Hashable {
  public struct Change: Sendable, Hashable {
    /// The step that is changed.
    public var step: String
    public var alsoNeeds: [Procedure.Need]
    public var within: Int?
    public var notSamePersonAs: [String]
    public var atMost: Ratio?
    public var atMostAmount: Money?
    /// Always refused; said so that the refusal can name the step.
    public var deletes: Bool

    public init(
      _ step: String, alsoNeeds: [Procedure.Need] = [], within: Int? = nil, notSamePersonAs: [String] = [],
      atMost: Ratio? = nil, atMostAmount: Money? = nil, deletes: Bool = false
    ) {
      self.step = step
      self.alsoNeeds = alsoNeeds
      self.within = within
      self.notSamePersonAs = notSamePersonAs
      self.atMost = atMost
      self.atMostAmount = atMostAmount
      self.deletes = deletes
    }
  }

  /// A check put in after a step.
  public struct Insertion: Sendable, Hashable {
    public var after: String
    public var step: Procedure.Step

    public init(_ step: Procedure.Step, after: String) {
      self.after = after
      self.step = step
    }
  }

  /// `lift-emergency`.
  public var name: String
  public var title: Bilingual
  /// The procedure that is amended: `city/fund-emergency`.
  public var amends: String
  public var revision: String
  public var changes: [Change]
  public var insertions: [Insertion]

  public init(
    name: String, title: Bilingual, amends: String, revision: String, changes: [Change] = [],
    insertions: [Insertion] = []
  ) {
    self.name = name
    self.title = title
    self.amends = amends
    self.revision = revision
    self.changes = changes
    self.insertions = insertions
  }
}

extension Procedure {
  /// This procedure with an amendment, which may only tighten it.
  ///
  /// - Throws: ``Refusal`` with the step's name: `amendment-other-procedure`, `-unknown-step`, `-deletes`, `-lengthens`, `-raises`,
  ///   `-duplicate-step`, `-inserts-decision`, `-after-end`.
  public func amended(by amendment: ProcedureAmendment) throws(Refusal) -> Procedure {
    guard amendment.amends == name else {
      throw Refusal(
        "amendment-other-procedure", article: "D10", zh: "修改的是 `\(amendment.amends)`，不是 `\(name)`",
        en: "the amendment is of `\(amendment.amends)`, not of `\(name)`")
    }
    var result = self
    // A district's revision stands beside the city's: a case began under both.
    result.revision = revision + "+" + amendment.name + "@" + amendment.revision
    for change in amendment.changes {
      let at = try result.known(change.step)
      result.steps[at] = try result.tightened(result.steps[at], by: change)
    }
    for insertion in amendment.insertions {
      let at = try result.known(insertion.after)
      guard result.step(named: insertion.step.name) == nil, result.step(named: insertion.step.chinese) == nil else {
        throw Refusal(
          "amendment-duplicate-step", article: "D10", zh: "步骤 `\(insertion.step.name)` 已经存在",
          en: "there is a step `\(insertion.step.name)` already")
      }
      guard insertion.step.action == .confirm else {
        throw Refusal(
          "amendment-inserts-decision", article: "D10", zh: "插入的步骤 `\(insertion.step.name)` 只能是核查",
          en: "the inserted step `\(insertion.step.name)` can only be a check")
      }
      guard result.steps[at].action != .balance else {
        throw Refusal(
          "amendment-after-end", article: "D10", zh: "步骤 `\(insertion.step.name)` 不能排在最后拨付之后",
          en: "the step `\(insertion.step.name)` cannot come after the last payment")
      }
      var step = insertion.step
      step.notSamePersonAs = try result.names(step.notSamePersonAs)
      if let days = step.within, days < 0 { step.within = 0 }
      result.steps.insert(step, at: at + 1)
    }
    return result
  }

  private func known(_ name: String) throws(Refusal) -> Int {
    if let at = position(of: name) { return at }
    let near = Spelling.nearest(to: name, among: steps.map(\.name))
    throw Refusal(
      "amendment-unknown-step", article: "D10", zh: "没有步骤 `\(name)`", en: "there is no step `\(name)`",
      help: near.map { Bilingual(zh: "是不是 `\($0)`？", en: "did you mean `\($0)`?") })
  }

  private func names(_ words: [String]) throws(Refusal) -> [String] {
    var result: [String] = []
    for word in words { result.append(steps[try known(word)].name) }
    return result
  }

  private func tightened(_ old: Step, by change: ProcedureAmendment.Change) throws(Refusal) -> Step {
    guard !change.deletes else {
      throw Refusal(
        "amendment-deletes", article: "D10", zh: "不能删除步骤 `\(old.name)`", en: "the step `\(old.name)` cannot be deleted")
    }
    var step = old
    for need in change.alsoNeeds where !step.needs.contains(need) { step.needs.append(need) }
    for name in try names(change.notSamePersonAs) where !step.notSamePersonAs.contains(name) {
      step.notSamePersonAs.append(name)
    }
    if let days = change.within {
      guard days >= 0, old.within.map({ days <= $0 }) ?? true else {
        throw Refusal(
          "amendment-lengthens", article: "D10",
          zh: "步骤 `\(old.name)` 的时限只能缩短：市级\(old.within ?? 0)个工作日，改为\(days)个",
          en:
            "the time of `\(old.name)` can only be shortened: the city gives \(old.within ?? 0) working days, not \(days)"
        )
      }
      step.within = days
    }
    if let share = change.atMost {
      guard old.atMost.map({ $0.compare(share.part, of: share.whole) <= 0 }) ?? (share.part <= share.whole),
        share.part >= 0
      else {
        let limit = old.atMost.map(\.description) ?? "100%"
        throw Refusal(
          "amendment-raises", article: "D10", zh: "步骤 `\(old.name)` 的比例只能降低：市级\(limit)，改为\(share)",
          en: "the share of `\(old.name)` can only be lowered: the city allows \(limit), not \(share)")
      }
      step.atMost = share
    }
    if let most = change.atMostAmount { step.atMostAmount = step.atMostAmount.map { min($0, most) } ?? most }
    return step
  }
}

extension Procedure {
  /// This procedure with the time and share of each step no looser than in another: what a county's thresholds make of the city's steps.
  public func noLooser(than other: Procedure) -> Procedure {
    var result = self
    for at in result.steps.indices {
      guard let limit = other.steps.first(where: { $0.name == result.steps[at].name }) else { continue }
      if let days = limit.within { result.steps[at].within = min(result.steps[at].within ?? days, days) }
      if let share = limit.atMost {
        let own = result.steps[at].atMost ?? share
        result.steps[at].atMost = own.compare(share.part, of: share.whole) < 0 ? share : own
      }
    }
    return result
  }
}
