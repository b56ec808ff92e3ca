internal import Columns

/// V4, A8: the exit test is met, and by a determined refusal: 且拒不整改.
enum ExitRefusal: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    for finding in facts.exits {
      guard finding.isTriggered, let refusal = finding.limb(.refusal), refusal.verdict == .yes
      else { continue }
      // By which conditions it is met: the refusal and the number of complainants, else their satisfaction.
      let many = finding.limb(.complainants)?.verdict == .yes
      let met = finding.limbs.filter { $0.kind != (many ? .satisfaction : .complainants) }
      tally.veto(
        "V4", enterprise: finding.enterprise, article: "A8",
        Bilingual(zh: "达到退出条件且拒不整改", en: "the exit test is met and a refusal to rectify is determined"),
        readings: finding.readings + met.flatMap(\.readings),
        evidence: met.flatMap(\.evidence).filter { $0.count > 0 })
    }
  }
}
