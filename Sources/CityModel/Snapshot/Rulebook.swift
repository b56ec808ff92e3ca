/// What the city has decided, as data: dated parameters and the working-day calendar.
public struct Rulebook: Sendable {
  public var parameters: Parameters
  public var calendar: WorkingCalendar

  public init(parameters: Parameters, calendar: WorkingCalendar) {
    self.parameters = parameters
    self.calendar = calendar
  }

  /// The parameter file that ships with the city model, as YAML; whoever reads files parses it.
  public static var parameterFile: String { String(decoding: PackageResources.parameters_yaml, as: UTF8.self) }
  /// The calendar file that ships with the city model, as YAML.
  public static var calendarFile: String { String(decoding: PackageResources.calendar_yaml, as: UTF8.self) }
}
