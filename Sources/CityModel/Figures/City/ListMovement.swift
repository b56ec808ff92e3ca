internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”，每月实时调整并主动向社会公布
/// Reading 13, 14: every entry that stood on some day of the calendar month up to the day, with what brought it on and whether it has left. Parameters: none.
///
/// What a county publishes of a month, and who came and went. The last day of an entry that nobody removed is that of its longest term.
public enum ListMovement {
  public static let figure = Figure(
    name: "red-black-lists", title: Bilingual(zh: "红黑榜名单及调整", en: "red and black lists and their changes"), article: "A7", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("list", "榜单"), ("enterprise", "企业"), ("uscc", "统一社会信用代码"), ("number", "编号"), ("reason", "列榜理由"), ("document", "文号"),
        ("listed_on", "列入日期"), ("last_on", "最迟至"), ("removed_on", "移出日期"), ("change", "本月调整"),
      ])
    let places = try Places(snapshot)
    let entries = try TableFacts(snapshot, ListEntry.schema), enterprises = try TableFacts(snapshot, Enterprise.schema)
    let first = Day(year: day.year, month: day.month, day: 1) ?? day
    for county in places.counties {
      for kind in ListEntry.kinds.values {
        let mine = (0..<entries.count).filter {
          entries.reference(ListEntry.county, $0) == county && entries.text(ListEntry.list, $0) == kind.name
        }
        let stood = mine.compactMap { row in change(entries, row, from: first, through: day).map { (row, $0) } }
        for (row, change) in stood.sorted(by: { began(entries, $0.0) < began(entries, $1.0) }) {
          let firm = entries.reference(ListEntry.enterprise, row)
          let removed = entries.day(ListEntry.removedOn, row).flatMap { $0 <= day ? $0 : nil }
          sheet.add(
            [
              places.name(county), .text(kind.chinese), .optional(firm.flatMap { enterprises.text(Enterprise.name, $0) }),
              .optional(firm.flatMap { enterprises.text(Enterprise.uscc, $0) }), .optional(entries.text(ListEntry.number, row)),
              .optional(entries.text(ListEntry.reason, row)), .optional(entries.text(ListEntry.document, row)),
              .optional(entries.day(ListEntry.decidedOn, row)), .optional(entries.day(ListEntry.maximumUntil, row)), .optional(removed), .text(change),
            ], Evidence(ListEntry.schema, row: row))
        }
      }
    }
    return sheet.result
  }

  private static func began(_ entries: TableFacts, _ row: Int) -> Int32 { entries.day(ListEntry.decidedOn, row)?.ordinal ?? .max }

  /// `nil` for an entry that had left before the month, or had not come by the day.
  private static func change(_ entries: TableFacts, _ row: Int, from first: Day, through day: Day) -> String? {
    guard let on = entries.day(ListEntry.decidedOn, row), on <= day else { return nil }
    if let removed = entries.day(ListEntry.removedOn, row), removed <= day { return removed < first ? nil : "移出" }
    if let last = entries.day(ListEntry.maximumUntil, row), last < day { return last.adding(days: 1) < first ? nil : "期满移出" }
    return on < first ? "在榜" : "新列入"
  }
}
