internal import Columns

/// A7: 记入信用档案
/// Reading: only what an authority decides is entered; what follows from facts is computed. Parameters: none.
extension CityInvariant {
  static let creditItemComputed = CityInvariant(
    "credit-item-computed", "A7", on: CreditRecord.schema, zh: "只有须记录的评分项可以记入信用档案", en: "only items that are recorded enter the credit file; others are computed"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let code = changed.row.text(CreditRecord.item) else { return nil }
    // A veto that an authority decided is recorded; V3 and V4 follow from urgings and the exit test.
    if Veto.recorded.contains(code) { return nil }
    if code == CreditRecord.countyItem {
      return CreditRecord.countyPoints(changed.row.text(CreditRecord.variant)) == nil
        ? Bilingual(zh: "`\(code)` 的情形须为大于 0 的扣分值，如 2.5", en: "the case of `\(code)` is its points, above 0: 2.5") : nil
    }
    guard let item = ScoreItem.code(code) else { return Bilingual(zh: "没有评分项 `\(code)`", en: "there is no item `\(code)`") }
    guard item.isRecorded else {
      return Bilingual(zh: "`\(code)` \(item.chinese)由系统根据事实计算，不得直接记入", en: "`\(code)` is computed from facts and not entered")
    }
    let variant = changed.row.text(CreditRecord.variant) ?? ""
    let cases = item.variants == ["points"] ? [] : item.variants + (item.code == "G01" ? ["national"] : [])
    guard cases.isEmpty ? variant.isEmpty : cases.contains(variant) else {
      return Bilingual(
        zh: "`\(code)` 的情形须为：\(cases.isEmpty ? "空" : cases.joined(separator: "、"))", en: "`\(code)` has the cases \(cases.isEmpty ? "none" : cases.joined(separator: ", "))")
    }
    return nil
  }
}
