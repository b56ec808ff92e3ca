internal import Columns

/// A7: 每月实时调整并主动向社会公布
/// Reading 13, 25: an objection to an entry and an application for repair (信用修复管理办法) are answered within working days. Parameters: `list.answerWorkdays`, `list.repairWorkdays`.
///
/// Those that wait for a decision, the oldest first.
public enum ListDeadlines {
  public static let figure = Figure(
    name: "list-deadlines", title: Bilingual(zh: "异议和修复办理期限", en: "objections and repairs that wait"), article: "A7", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [("county", "县区"), ("number", "编号"), ("enterprise", "企业"), ("what", "事项"), ("received_on", "收到日期"), ("due", "应于"), ("overdue", "已逾期")])
    let answer = try sheet.read(ListParameters.answerWorkdays), repair = try sheet.read(ListParameters.repairWorkdays)
    let places = try Places(snapshot)
    let listings = try TableFacts(snapshot, Listing.schema), enterprises = try TableFacts(snapshot, Enterprise.schema)
    let matters = [
      ("异议", Listing.objectedOn, Listing.answeredOn, answer), ("信用修复", Listing.repairAppliedOn, Listing.repairDecidedOn, repair),
    ]
    for row in 0..<listings.count {
      for (word, received, settled, days) in matters {
        guard let on = listings.day(received, row), on <= day, listings.day(settled, row).map({ $0 > day || $0 < on }) ?? true else { continue }
        let calendar = snapshot.rulebook.calendar
        let due = try parameter { () throws(ParameterError) in try calendar.adding(workingDays: days, to: on) }
        sheet.add(
          [
            places.name(listings.reference(Listing.county, row)), .optional(listings.text(Listing.number, row)),
            .optional(listings.reference(Listing.enterprise, row).flatMap { enterprises.text(Enterprise.name, $0) }), .text(word), .day(on), .day(due),
            .yes(due < day),
          ], Evidence(Listing.schema, row: row))
      }
    }
    sheet.sort { $0[5].plain < $1[5].plain }
    return sheet.result
  }
}
