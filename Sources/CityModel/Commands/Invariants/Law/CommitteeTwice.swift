internal import Columns

/// 物业管理条例 9: 一个物业管理区域成立一个业主大会。
/// Reading 20: one committee, the owners' or the interim one in its place; a community's own (A1) is another body. Parameters: none.
extension CityInvariant {
  static let committeeTwice = CityInvariant(
    "committee-twice", "物业管理条例 9, 10", on: Committee.schema, zh: "一个物业管理区域同时只有一个业委会（物管会）", en: "an estate has one committee at a time",
    needs: [Need("committees", Committee.schema, [(Committee.project, .subject(Committee.project))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, let from = changed.row.day(Committee.electedOn) else { return nil }
    let other = changed.others("committees").first { row in
      // On the day on which one ends the next may begin.
      (row.day(Committee.endedOn).map { from < $0 } ?? true) && (row.day(Committee.expiresOn).map { from <= $0 } ?? true)
    }
    return other.map { Bilingual(zh: "已有 `\($0.key)`", en: "there is `\($0.key)` already") }
  }
}
