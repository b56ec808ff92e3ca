import Columns
import Testing

@Suite("days and moments")
struct CivilTests {
  @Test("every day from 1990 to 2100 comes back from its civil date, and weekdays follow one another")
  func dayRoundTrip() throws {
    let first = try #require(Day(year: 1990, month: 1, day: 1))
    let last = try #require(Day(year: 2100, month: 12, day: 31))
    var weekday = first.weekday
    #expect(weekday == 1)  // a Monday
    for ordinal in first.ordinal...last.ordinal {
      let day = Day(ordinal: ordinal)
      let (y, m, d) = day.civil
      #expect(Day(year: y, month: m, day: d) == day)
      #expect(day.weekday == weekday)
      weekday = weekday % 7 + 1
    }
  }

  @Test("what is not a day is no day", arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "2026-01-32", "20260101", "", "２０２６-01-01"])
  func notADay(text: String) { #expect(Day(text) == nil) }

  @Test(
    "months are added as the Civil Code counts them",
    arguments: [("2026-01-31", 1, "2026-02-28"), ("2024-02-29", -12, "2023-02-28"), ("2026-11-23", -12, "2025-11-23"), ("2026-03-31", 6, "2026-09-30")])
  func addingMonths(start: String, months: Int, expected: String) throws {
    #expect(try #require(Day(start)).adding(months: months).description == expected)
  }

  @Test(
    "moments are read in Asia/Shanghai and shown there",
    arguments: [
      ("2026-09-30 17:50", "2026-09-30 17:50"), ("2026-09-30T17:50:07", "2026-09-30 17:50:07"),
      ("2026-09-30T09:50:00Z", "2026-09-30 17:50"), ("2026-09-30T23:50:00+14:00", "2026-09-30 17:50"),
    ])
  func moments(text: String, shown: String) throws { #expect(try #require(Moment(text)).description == shown) }

  @Test("what is not a moment is no moment", arguments: ["2026-09-30", "2026-09-30 24:00", "2026-09-30 17:60", "2026-09-30T17:50:0", "2026-09-30 17:50 +08"])
  func notAMoment(text: String) { #expect(Moment(text) == nil) }

  @Test("a day ends where the next begins") func dayBounds() throws {
    let day = try #require(Day("2026-10-03"))
    #expect(day.end == day.adding(days: 1).start)
    #expect(day.start.day == day)
    #expect(Moment(seconds: day.end.seconds - 1).day == day)
    #expect(day.start.iso8601 == "2026-10-03T00:00:00+08:00")
  }
}
