/// What the city has decided, as data: dated parameters and the working-day calendar.
public struct Rulebook: Sendable {
  public var parameters: Parameters
  public var calendar: WorkingCalendar

  public init(parameters: Parameters, calendar: WorkingCalendar) {
    self.parameters = parameters
    self.calendar = calendar
  }
}
