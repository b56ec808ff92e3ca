internal import CityModel
internal import Columns

extension TableSchema {
  /// The condition of being dated within some days, both ends included; `nil` for lasting things, which have no date.
  func dated(within ranges: [ClosedRange<Day>]) -> Condition? {
    guard let name = dated, let field = field(name) else { return nil }
    return field.within(ranges)
  }
}

extension Columns.Field {
  /// That this date lies within some days.
  func within(_ ranges: [ClosedRange<Day>]) -> Condition {
    let parts = ranges.map { days -> Condition in
      if case .moment = type {
        return .field(name, .between(days.lowerBound.start.seconds, days.upperBound.end.seconds - 1))
      }
      return .field(name, .between(Int64(days.lowerBound.ordinal), Int64(days.upperBound.ordinal)))
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }
}

extension Column {
  /// The day of a row in a column of days or moments.
  func date(_ row: Int) -> Day? { day(row) ?? moment(row)?.day }

  /// The second of a row in a column of days or moments: a day counts from its beginning.
  func second(_ row: Int) -> Int64? { day(row)?.start.seconds ?? integer(row) }
}

extension Moment {
  /// The moment so long after this one; whole days end at 24:00.
  func adding(_ span: TimeSpan, _ calendar: WorkingCalendar) throws(ParameterError) -> Moment {
    let count = Int(clamping: span.count)
    return switch span.unit {
    case .seconds: adding(seconds: span.count)
    case .calendarDays: day.adding(days: count).end
    case .calendarMonths: day.adding(months: count).end
    case .workingDays: try calendar.adding(workingDays: min(count, 10_000), to: day).end
    case .currentDay, .currentMonth, .currentQuarter, .currentYear: self
    }
  }
}
