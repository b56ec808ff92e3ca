internal import Columns

/// A8: 且拒不整改
/// Reading 8: the county determines a refusal after one reminder in writing. Parameters: `refusal.requiresReminder`.
extension CityInvariant {
  static let refusalWithoutReminder = CityInvariant(
    "refusal-without-reminder", "A8", on: RectificationOrder.schema, zh: "未经书面催告不得认定拒不整改", en: "no refusal without a written reminder before it",
    help: Bilingual(zh: "先书面催告（xize do remind）", en: "remind in writing first (xize do remind)")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(RectificationOrder.refusedOn), let refused = changed.row.day(RectificationOrder.refusedOn) else { return nil }
    let needsReminder = try changed.read(ExitParameters.refusalRequiresReminder)
    guard needsReminder else { return nil }
    guard let reminded = changed.row.day(RectificationOrder.remindedOn), reminded <= refused else {
      return Bilingual(zh: "没有书面催告", en: "there was no written reminder")
    }
    return nil
  }
}
