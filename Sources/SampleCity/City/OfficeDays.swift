internal import Columns

extension Day {
  /// This day, or the first after it on which an office of the sample city signs papers.
  ///
  /// Weekends and the long holidays of autumn 2025 to autumn 2026 (for 2026 the State Council's notice of 2025-11-04); the
  /// working weekends are left free. Only the sample's decisions lean on this; the rules have the working calendar.
  var office: Day {
    var day = self
    while day.weekday > 5 || Day.holidays.contains(where: { $0.contains(day) }) { day = day.adding(days: 1) }
    return day
  }

  private static let holidays: [ClosedRange<Day>] = [
    on(2025, 10, 1)...on(2025, 10, 8), on(2026, 1, 1)...on(2026, 1, 3), on(2026, 2, 15)...on(2026, 2, 23),
    on(2026, 4, 4)...on(2026, 4, 6), on(2026, 5, 1)...on(2026, 5, 5), on(2026, 6, 19)...on(2026, 6, 21),
    on(2026, 9, 25)...on(2026, 9, 27), on(2026, 10, 1)...on(2026, 10, 7),
  ]
}
