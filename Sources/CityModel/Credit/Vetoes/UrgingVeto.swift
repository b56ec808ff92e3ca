/// A2: 对于多次督促仍不整改的物业服务企业，要在其信用评价过程中予以扣分，直至列入D级企业。
/// Reading 21: the ladder of urgings about filing ends in grade D at its fourth step. Parameters: `filing.urgeVeto`, `credit.recordMonths`.
///
/// The points for the steps before are ``UnheededUrging``.
enum UrgingVeto: VetoRule {
  static let veto = Veto(
    code: "V3", article: "A2", sentence: Bilingual(zh: "报备事项多次督促仍不整改", en: "urgings about filing passed unheeded"))

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let last = try facts.read(CreditParameters.urgeVeto)
    for ladder in try UrgingLadder.all(facts) where ladder.steps.count >= last.value {
      let count = ladder.steps.count
      tally.veto(
        veto, enterprise: ladder.enterprise,
        saying: Bilingual(zh: "\(veto.sentence.zh)（\(count)次）", en: "\(count) \(veto.sentence.en)"), readings: [last.reading],
        evidence: [Evidence("urging", rows: ladder.steps.map(\.row))])
    }
  }
}
