internal import Columns

/// A11: 每季度至少开展一次联合执法
/// Reading 27: by the day carried out; what lies ahead was not carried out. Parameters: none.
extension CityInvariant {
  static let enforcementInFuture = CityInvariant(
    "enforcement-in-future", "A11", on: JointEnforcement.schema, zh: "尚未开展的执法不得记为已开展", en: "what lies ahead was not carried out"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let day = changed.row.day(JointEnforcement.enforcedOn), day > changed.day else { return nil }
    return Bilingual(zh: "执法日期 \(day) 在今后", en: "\(day) has not come")
  }
}
