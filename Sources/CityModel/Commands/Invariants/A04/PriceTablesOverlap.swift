internal import Columns

/// A4: 制定相应等级的基准价和浮动幅度
/// Reading: a level has one guided price on a day, the county's own beside the city's. Parameters: none.
extension CityInvariant {
  static let priceTablesOverlap = CityInvariant(
    "price-tables-overlap", "A4", on: GuidedPrice.schema, zh: "同一等级同一日期只有一个指导价", en: "a level has one guided price on a day",
    help: Bilingual(zh: "新价从旧价到期的次日起", en: "the new price begins on the day after the old one ends"),
    needs: [Need("prices", GuidedPrice.schema, [(GuidedPrice.serviceLevel, .subject(GuidedPrice.serviceLevel))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let from = changed.row.day(GuidedPrice.startsOn) else { return nil }
    if let until = changed.row.day(GuidedPrice.expiresOn), until < from { return Bilingual(zh: "到期早于起日", en: "it ends before it begins") }
    let other = changed.overlapping("prices", from: GuidedPrice.startsOn, to: GuidedPrice.expiresOn).first {
      $0[GuidedPrice.county] == changed.row[GuidedPrice.county]
    }
    guard let other else { return nil }
    return Bilingual(zh: "与指导价 `\(other.key)` 期间重叠", en: "it overlaps with the price `\(other.key)`")
  }
}
