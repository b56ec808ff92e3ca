internal import Columns

/// A7: 各县（区）要建立物业服务企业动态“红黑榜”，每月实时调整并主动向社会公布
/// Reading 13: entries hold from their decision; the list of a month is published by a day of the next. Parameters: `list.publishDay`.
///
/// Each month of the calendar year that is over on the day.
public enum ListPublications {
  public static let figure = Figure(
    name: "list-publications", title: Bilingual(zh: "榜单公布", en: "publication of the lists"), article: "A7", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("month", "月份"), ("due", "应公布日期"), ("published_on", "公布日期"), ("red", "红榜数"), ("black", "黑榜数"),
        ("state", "情况"),
      ])
    let publishDay = try sheet.read(ListParameters.publishDay)
    let places = try Places(snapshot)
    let table = try TableFacts(snapshot, ListPublication.schema)
    for county in places.counties {
      for month in 1...12 {
        guard let first = Day(year: day.year, month: month, day: 1), case let next = first.adding(months: 1), next <= day,
          let due = Day(year: next.year, month: next.month, day: min(max(1, publishDay), 28))
        else { continue }
        let row = (0..<table.count).filter {
          table.reference(ListPublication.county, $0) == county && table.day(ListPublication.coversFrom, $0) == first
            && table.day(ListPublication.publishedOn, $0).map { $0 <= day } == true
        }.min { table.day(ListPublication.publishedOn, $0) ?? day < table.day(ListPublication.publishedOn, $1) ?? day }
        let on = row.flatMap { table.day(ListPublication.publishedOn, $0) }
        let state = on.map { $0 <= due ? "按期" : "逾期公布" } ?? (day <= due ? "未到期" : "未公布")
        sheet.add(
          [
            places.name(county), .text(String(first.description.prefix(7))), .day(due), .optional(on),
            row.flatMap { table.number(ListPublication.redEntries, $0) }.map { .integer($0) } ?? .empty,
            row.flatMap { table.number(ListPublication.blackEntries, $0) }.map { .integer($0) } ?? .empty, .text(state),
          ], Evidence(ListPublication.schema, row: row))
      }
    }
    return sheet.result
  }
}
