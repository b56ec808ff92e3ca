internal import Columns

/// A8: 对于一年内投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算），且拒不整改
/// Reading 1, 2, 3, 4, 5, 6, 7, 8: the exit test is met, and by a refusal; low satisfaction alone is no veto. Parameters: `exit.minDistinctExclusive`, `exit.window`, `exit.parse`, `exit.scope`, `exit.satisfactionBelow`, `exit.countPartly`, `exit.countAnonymous`, `satisfaction.minSample`, `refusal.requiresDetermination`, `refusal.requiresReminder`.
enum ExitRefusal: VetoRule {
  static let veto = Veto(
    code: "V4", article: "A8",
    sentence: Bilingual(zh: "达到退出条件且拒不整改", en: "the exit test is met and a refusal to rectify is determined"))

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) {
    for finding in facts.exits where finding.isTriggered && finding.limb(.refusal)?.verdict == .yes {
      // Met by the refusal and the number of complainants, else by their satisfaction.
      let many = finding.limb(.complainants)?.verdict == .yes
      let met = finding.limbs.filter { $0.kind != (many ? .satisfaction : .complainants) }
      tally.veto(
        veto, enterprise: finding.enterprise, readings: finding.readings + met.flatMap(\.readings),
        evidence: finding.limbs.flatMap(\.evidence).filter { $0.count > 0 })
    }
  }
}
