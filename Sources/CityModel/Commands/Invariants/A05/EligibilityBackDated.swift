internal import Columns

/// A5: 规范物业管理项目招投标申报、信息发布、评标专家库组建、评标及合同签订等事项
/// Reading: eligibility is that of the day of the check, and the record of it stays. Parameters: none.
extension CityInvariant {
  static let eligibilityBackDated = CityInvariant(
    "eligibility-back-dated", "A5", on: Bid.schema, zh: "资格核验以当日为准，不得倒签或更改", en: "eligibility is checked as of the day and not changed afterwards"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew else { return Bilingual(zh: "投标核验记录不得更改", en: "the record of the check is not changed") }
    return changed.row.day(Bid.checkedOn) == changed.day ? nil : Bilingual(zh: "核验日期不是当日", en: "the check is not of the day")
  }
}
