internal import CityModel
internal import Columns

/// How many whole units of a field have passed in a row.
struct WholeUnits {
  private let column: Column
  private let anchor: Column?
  private let dayLength: Int64

  /// `nil` for an adjustment that does not count units.
  init?(_ adjustment: Adjustment, _ table: Table) throws(ColumnError) {
    guard case .forEach(let each) = adjustment.amount else { return nil }
    column = try table.column(each.field)
    // Months are counted from the day on which the time began.
    if case .elapsed = each.field.type {
      dayLength = 86_400
      anchor = try table.schema.dated.map { (name) throws(ColumnError) in try table.column(name) }
    } else {
      dayLength = 1
      anchor = table.schema.field("due") == nil ? nil : try table.column("due")
    }
  }

  func points(_ each: Adjustment.PointsForEach, row: Int) -> Points {
    guard let value = column.integer(row), value > 0 else { return .zero }
    let units: Int64
    switch each.unit {
    case .number(let number): units = number > 0 ? value / number : 0
    case .span(let span):
      guard span.count > 0 else { return .zero }
      switch span.unit {
      case .seconds: units = value / span.count
      case .calendarDays: units = value / dayLength / span.count
      case .calendarMonths:
        guard let start = anchor?.date(row) else { return .zero }
        let end = start.adding(days: Int(clamping: value / dayLength))
        units = Int64(TimeSpan.wholeMonths(from: start, to: end)) / span.count
      case .workingDays, .currentDay, .currentMonth, .currentQuarter, .currentYear: units = 0
      }
    }
    // Far beyond any cap, and far from the end of 64 bits.
    return Points(thousandths: each.points.thousandths * min(units, 10_000))
  }
}
