/// The working days of the years whose arrangements are known.
public struct WorkingCalendar: Sendable {
  public init() {}
}
