internal import Columns

/// A7: 整改不及时的物业服务企业 A8: 且拒不整改
/// Reading 8: lateness is measured by the order's own deadline, which stays as it was. Parameters: none.
extension CityInvariant {
  static let orderEdited = CityInvariant(
    "order-edited", "A8", on: RectificationOrder.schema, zh: "整改通知的企业、期限和各日期一经记录不得更改", en: "an order keeps its enterprise, its deadline and its days"
  ) { (changed: ChangedRow) throws(Refusal) in
    let field = RectificationOrder.schema.fields.first { changed.before.has($0) && changed.before[$0] != changed.row[$0] }
    return field.map { Bilingual(zh: "“\($0.chinese)”不得更改", en: "`\($0.name)` is not changed") }
  }
}
