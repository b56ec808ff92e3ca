import CityModel
import Columns
import Testing

@Suite struct WorkingCalendarTests {
  @Test(arguments: [
    ("2026-01-01", false), ("2026-01-04", true), ("2026-02-14", true), ("2026-02-16", false), ("2026-02-24", true),
    ("2026-09-20", true), ("2026-09-26", false), ("2026-10-07", false), ("2026-10-08", true), ("2026-10-10", true),
    ("2026-10-11", false), ("2026-11-21", false), ("2026-11-23", true),
  ]) func workingDaysOf2026(_ day: String, _ works: Bool) throws {
    #expect(try Fixture.calendar.isWorkingDay(Fixture.day(day)) == works)
  }

  @Test func aYearHas248WorkingDays() throws {
    #expect(
      try Fixture.calendar.workingDays(after: Fixture.day("2026-01-01"), through: Fixture.day("2026-12-31")) == 248)
  }

  @Test func aYearWithoutDataIsAnError() {
    for day in ["2025-12-31", "2027-01-01"] {
      let error = #expect(throws: ParameterError.self) { try Fixture.calendar.isWorkingDay(Fixture.day(day)) }
      #expect(error?.code == .yearWithoutCalendar)
    }
  }

  @Test func addingSkipsHolidaysAndCountsMakeUpDays() throws {
    #expect(try Fixture.calendar.adding(workingDays: 3, to: Fixture.day("2026-09-30")) == Fixture.day("2026-10-10"))
    #expect(try Fixture.calendar.adding(workingDays: 0, to: Fixture.day("2026-10-03")) == Fixture.day("2026-10-03"))
    #expect(try Fixture.calendar.rolled(Fixture.day("2026-10-03")) == Fixture.day("2026-10-08"))
  }
}
