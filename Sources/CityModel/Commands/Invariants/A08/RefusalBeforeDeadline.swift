internal import Columns

/// A8: 且拒不整改
/// Reading 8: nobody refuses before the deadline of the order has passed. Parameters: none.
extension CityInvariant {
  static let refusalBeforeDeadline = CityInvariant(
    "refusal-before-deadline", "A8", on: RectificationOrder.schema, zh: "整改期限届满前不得认定拒不整改", en: "no refusal before the deadline has passed"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(RectificationOrder.refusedOn), let refused = changed.row.day(RectificationOrder.refusedOn),
      let deadline = changed.row.day(RectificationOrder.deadline), refused <= deadline
    else { return nil }
    return Bilingual(zh: "整改期限到 \(deadline) 才届满", en: "the deadline is \(deadline)")
  }
}
