internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: what was decided stays as it was. Parameters: none.
extension CityInvariant {
  static let investigationEdited = CityInvariant(
    "investigation-edited", "A14", on: FundInvestigation.schema, zh: "查处决定不得更改", en: "a decided investigation is not edited"
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.before.has(FundInvestigation.decidedOn) ? Bilingual(zh: "查处决定不得更改", en: "the decision is not changed") : nil
  }
}
