import CityModel
import Columns
import Testing

/// The due times of domain reference §1.2, by each reading.
@Suite struct ResponseClockTests {
  struct Case: Sendable {
    var accepted, assign, preliminary, calendar, elapsed, rolled, working: String
  }

  static let cases = [
    Case(
      accepted: "2026-09-30 17:50", assign: "2026-09-30 18:20", preliminary: "2026-09-30 20:50", calendar: "2026-10-03",
      elapsed: "2026-10-03 17:50", rolled: "2026-10-08", working: "2026-10-10"),
    Case(
      accepted: "2026-02-13 09:00", assign: "2026-02-13 09:30", preliminary: "2026-02-13 12:00", calendar: "2026-02-16",
      elapsed: "2026-02-16 09:00", rolled: "2026-02-24", working: "2026-02-25"),
    Case(
      accepted: "2026-11-20 16:00", assign: "2026-11-20 16:30", preliminary: "2026-11-20 19:00", calendar: "2026-11-23",
      elapsed: "2026-11-23 16:00", rolled: "2026-11-23", working: "2026-11-25"),
    Case(
      accepted: "2026-11-23 23:45", assign: "2026-11-24 00:15", preliminary: "2026-11-24 02:45", calendar: "2026-11-26",
      elapsed: "2026-11-26 23:45", rolled: "2026-11-26", working: "2026-11-26"),
  ]

  @Test(arguments: cases) func dueTimesByEachReading(_ c: Case) throws {
    let accepted = Fixture.moment(c.accepted)
    let standard = try ResponseClock(acceptedAt: accepted, rulebook: Fixture.rulebook())
    #expect(standard.assignDue == Fixture.moment(c.assign))
    #expect(standard.preliminaryDue == Fixture.moment(c.preliminary))
    #expect(standard.closeDue == Fixture.day(c.calendar).end)
    let elapsed = try ResponseClock(
      acceptedAt: accepted, rulebook: Fixture.rulebook(ClockParameters.closeBasis, .elapsed))
    #expect(elapsed.closeDue == Fixture.moment(c.elapsed))
    let rolled = try ResponseClock(acceptedAt: accepted, rulebook: Fixture.rulebook(ClockParameters.rollHoliday, true))
    #expect(rolled.closeDue == Fixture.day(c.rolled).end)
    let working = try ResponseClock(
      acceptedAt: accepted, rulebook: Fixture.rulebook(ClockParameters.closeBasis, .working))
    #expect(working.closeDue == Fixture.day(c.working).end)
  }

  @Test func workingDaysThatReachAnUnknownYearAreAnError() throws {
    let rulebook = try Fixture.rulebook(ClockParameters.closeBasis, .working)
    let error = #expect(throws: ParameterError.self) {
      try ResponseClock(acceptedAt: Fixture.moment("2026-12-30 09:00"), rulebook: rulebook)
    }
    #expect(error?.code == .yearWithoutCalendar)
    #expect(error?.detail == "2027")
  }

  @Test func theDueMomentItselfIsInTime() {
    let due = Fixture.day("2026-10-03").end
    #expect(ResponseClock.state(due: due, done: due, cut: due) == .inTime)
    #expect(ResponseClock.state(due: due, done: due.adding(seconds: 1), cut: due) == .late)
    #expect(ResponseClock.state(due: due, done: nil, cut: due) == .running)
    #expect(ResponseClock.state(due: due, done: nil, cut: due.adding(seconds: 1)) == .overdue)
  }

  struct Row: Sendable {
    var accepted: String
    var basically: String?
    var status: String
    var overdue: Bool?
    var hours: Int64?
  }

  /// Cut: 2026-10-10 00:00. Due three days after acceptance at 24:00.
  static let rows = [
    Row(accepted: "2026-10-01 10:00", basically: "2026-10-04 23:59", status: "closed", overdue: false, hours: nil),
    Row(accepted: "2026-10-01 10:00", basically: "2026-10-05 10:00", status: "closed", overdue: true, hours: 96),
    Row(accepted: "2026-10-08 10:00", basically: nil, status: "open", overdue: false, hours: 38),
    Row(accepted: "2026-10-01 00:00", basically: nil, status: "rework", overdue: true, hours: 216),
    Row(accepted: "2026-10-01 00:00", basically: nil, status: "withdrawn", overdue: false, hours: nil),
    Row(accepted: "2026-10-01 00:00", basically: nil, status: "closed", overdue: nil, hours: nil),
    Row(accepted: "2025-12-31 23:00", basically: nil, status: "open", overdue: nil, hours: 24 * 282 + 1),
  ]

  @Test(arguments: rows) func overdueAndClosingTimeOfARow(_ row: Row) throws {
    var complaints = TableBuilder(Complaint.schema)
    complaints.add([
      "accepted_at": .moment(Fixture.moment(row.accepted)), "status": .text(row.status),
      "basically_closed_at": row.basically.map { .moment(Fixture.moment($0)) } ?? .none,
    ])
    let snapshot = Snapshot(
      cut: Fixture.moment("2026-10-10 00:00"), rulebook: try Fixture.rulebook(), tables: [complaints])
    let table = snapshot.table(Complaint.schema)
    #expect(try table.column(Complaint.overdue).flag(0) == row.overdue)
    if let hours = row.hours { #expect(try table.column(Complaint.closingTime).integer(0) == hours * 3600) }
  }

  @Test func aTermKeepsTheParametersOfTheDayOfAcceptance() throws {
    var rulebook = try Fixture.rulebook()
    rulebook.parameters = rulebook.parameters.setting(
      ClockParameters.closeDays, to: 1, from: Fixture.day("2026-10-02"), source: "test", mark: .assumption)
    #expect(
      try ResponseClock(acceptedAt: Fixture.moment("2026-10-01 23:59"), rulebook: rulebook).closeDue
        == Fixture.day("2026-10-04").end)
    #expect(
      try ResponseClock(acceptedAt: Fixture.moment("2026-10-02 00:00"), rulebook: rulebook).closeDue
        == Fixture.day("2026-10-03").end)
  }
}
