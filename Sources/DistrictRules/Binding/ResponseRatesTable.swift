internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// The three rates of article 13 for a month, with the change on the month before, as a table that scripts show.
enum ResponseRatesTable {
  static func table(_ snapshot: Snapshot, by unit: ResponseRates.Unit, days: ClosedRange<Day>) throws -> ResultTable {
    let before = previous(days)
    let now = try ResponseRates.compute(snapshot, by: unit, from: days.lowerBound, through: days.upperBound)
    let then = try ResponseRates.compute(snapshot, by: unit, from: before.lowerBound, through: before.upperBound)
    let schema = unit == .enterprise ? Enterprise.schema : Division.schema
    let names = snapshot.table(schema)
    let chinese = unit == .street ? "街道" : unit == .county ? "县区" : "企业"
    var result = ResultTable(columns: [
      .init(unit.rawValue, title: chinese), .init("complaints", title: "受理"), .init("assigned_30min", title: "30分钟"),
      .init("assigned_change", title: "较上期"), .init("preliminary_3h", title: "3小时"), .init("preliminary_change", title: "较上期"),
      .init("closed_3d", title: "3天"), .init("closed_change", title: "较上期"),
    ])
    let earlier = Dictionary(then.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
    for rates in now {
      let old = earlier[rates.row]
      result.rows.append([
        try names.cell(schema.label, row: rates.row), .integer(Int64(rates.complaints)), rates.assign.rate, change(rates.assign, old?.assign),
        rates.preliminary.rate, change(rates.preliminary, old?.preliminary), rates.close.rate, change(rates.close, old?.close),
      ])
    }
    return result
  }

  /// Percentage points with one decimal, towards zero; none where one of the two has nothing to judge.
  private static func change(_ now: ResponseRates.Count, _ then: ResponseRates.Count?) -> Cell {
    guard let then, now.judged > 0, then.judged > 0 else { return .empty }
    func permille(_ count: ResponseRates.Count) -> Int64 { Int64(count.inTime) * 1000 / Int64(count.judged) }
    return .decimal(units: permille(now) - permille(then), digits: 1)
  }

  /// As many months before, else as many days.
  static func previous(_ days: ClosedRange<Day>) -> ClosedRange<Day> {
    let last = days.lowerBound.adding(days: -1)
    let end = days.upperBound.adding(days: 1)
    let months = (end.year - days.lowerBound.year) * 12 + end.month - days.lowerBound.month
    let isWhole = days.lowerBound.dayOfMonth == 1 && end.dayOfMonth == 1 && months > 0
    let first = isWhole ? days.lowerBound.adding(months: -months) : days.lowerBound.adding(days: Int(days.lowerBound.ordinal - end.ordinal))
    return min(first, last)...last
  }
}

extension Desk {
  /// `response_rates(period, "street")`.
  func responseRates(_ call: inout Call) throws {
    let period = try call.table(1)
    guard let first = kinds.day.value(of: period["first_day"]), let last = kinds.day.value(of: period["last_day"]), first <= last else {
      throw call.wrong(1, "a period")
    }
    let word = try call.string(2)
    let english = word == "县区" ? "county" : CityVocabulary.english(word)
    guard let unit = ResponseRates.Unit(rawValue: english) else {
      throw RuleProblem.unknown(
        "unknown-value", word, at: [], what: Wording(chinese: "`三项时限达标率`", english: "`response_rates`"),
        among: ResponseRates.Unit.allCases.map(\.rawValue))
    }
    let table = try ResponseRatesTable.table(store.snapshot, by: unit, days: Quantities.day(first)...Quantities.day(last))
    try call.return(kinds.engine.object(kinds.result, try store.add(table)))
  }
}
