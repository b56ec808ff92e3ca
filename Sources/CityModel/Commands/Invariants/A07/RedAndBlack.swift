internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”
/// Reading 14: nobody is red and black at once in one county. Parameters: none.
extension CityInvariant {
  static let redAndBlack = CityInvariant(
    "red-and-black", "A7", on: ListEntry.schema, zh: "同一县（区）不得同时列入红榜和黑榜", en: "nobody is red and black at once in one county",
    help: Bilingual(zh: "先移出另一榜单", en: "remove the other entry first"),
    needs: [
      Need("entries", ListEntry.schema, [(ListEntry.enterprise, .subject(ListEntry.enterprise)), (ListEntry.county, .subject(ListEntry.county))])
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard ListEntries.isInEffect(changed.row, on: changed.day) else { return nil }
    guard let other = changed.others("entries").first(where: { ListEntries.isInEffect($0, on: changed.day) }) else { return nil }
    return other.text(ListEntry.list) == changed.row.text(ListEntry.list)
      ? Bilingual(zh: "已有同一榜单的记录 `\(other.key)`", en: "the entry `\(other.key)` has it on that list already")
      : Bilingual(zh: "已在另一榜单（`\(other.key)`）", en: "it is on the other list (`\(other.key)`)")
  }
}
