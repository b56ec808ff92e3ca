internal import Columns

/// A17: 可使用财政资金给予适当的奖励。
/// Reading: an award is more than zero. Parameters: none.
extension CityInvariant {
  static let awardNotPositive = CityInvariant(
    "award-not-positive", "A17", on: Award.schema, zh: "奖励金额须大于零", en: "an award is more than zero"
  ) { (changed: ChangedRow) throws(Refusal) in
    (changed.row.number(Award.amount) ?? 1) > 0 ? nil : Bilingual(zh: "奖励金额须大于零", en: "the award is not more than zero")
  }
}
