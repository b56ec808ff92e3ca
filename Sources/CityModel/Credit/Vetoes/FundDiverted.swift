/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: what an investigation has decided, never a suspicion. Parameters: `credit.recordMonths`.
enum FundDiverted: RecordedVeto {
  static let veto = Veto(
    code: "V1", article: "A14", sentence: Bilingual(zh: "挪用、骗取维修资金", en: "maintenance fund diverted or obtained by fraud"))
}
