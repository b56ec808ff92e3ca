internal import Columns

/// A8: 且拒不整改
/// Reading 8: what was accepted as rectified is no refusal. Parameters: none.
extension CityInvariant {
  static let refusedAndRectified = CityInvariant(
    "refused-and-rectified", "A8", on: RectificationOrder.schema, zh: "已验收的整改不得认定为拒不整改", en: "what was rectified is no refusal"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(RectificationOrder.refusedOn), changed.before.has(RectificationOrder.rectifiedOn) else { return nil }
    return Bilingual(zh: "整改已于 \(changed.row[RectificationOrder.rectifiedOn].shown(as: .day)) 验收", en: "it was accepted as rectified")
  }
}
