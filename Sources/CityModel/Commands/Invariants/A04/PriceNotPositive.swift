internal import Columns

/// A4: 制定相应等级的基准价和浮动幅度
/// Reading: a price is more than zero. Parameters: none.
extension CityInvariant {
  static let priceNotPositive = CityInvariant(
    "price-not-positive", "A4", on: ProjectFee.schema, GuidedPrice.schema, zh: "价格须大于零", en: "a price is more than zero"
  ) { (changed: ChangedRow) throws(Refusal) in
    let price = changed.row.number(ProjectFee.price) ?? changed.row.number(GuidedPrice.basePrice) ?? 1
    return price > 0 ? nil : Bilingual(zh: "价格须大于零", en: "the price is not more than zero")
  }
}
