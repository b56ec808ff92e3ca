internal import Columns

/// A17: 县（区）政府对获得省级以上表彰的物业服务企业和个人，可使用财政资金给予适当的奖励。
/// Reading: 以上 includes the province (Civil Code 1259); the award cites the commendation. Parameters: none.
extension CityInvariant {
  static let awardBelowProvince = CityInvariant(
    "award-below-province", "A17", on: Award.schema, zh: "财政奖励须以省级以上表彰为依据", en: "an award rests on a commendation of the province or higher",
    needs: [Need("commendation", Commendation.schema, [(Commendation.number, .subject(Award.commendation))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let commendation = changed.first("commendation") else { return Bilingual(zh: "没有表彰", en: "there is no commendation") }
    guard ["national", "province"].contains(commendation.text(Commendation.level) ?? "") else {
      return Bilingual(
        zh: "`\(commendation.key)` 是\(commendation[Commendation.level].shown(as: .enumeration(Commendation.levels), chinese: true))表彰",
        en: "`\(commendation.key)` is a commendation of the level \(commendation.text(Commendation.level) ?? "")")
    }
    guard ["enterprise", "person"].contains(commendation.text(Commendation.recipientKind) ?? "") else {
      return Bilingual(zh: "奖励对象须是企业或个人", en: "awards go to enterprises and persons")
    }
    return nil
  }
}
