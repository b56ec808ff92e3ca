public import CityModel

extension Rulebook {
  /// The city's parameters and working days, read from YAML texts.
  ///
  /// - Throws: ``ParameterError`` with line and column.
  public init(parameters: String, calendar: String) throws(ParameterError) {
    self.init(
      parameters: try Parameters(parsing: ParameterNode(yaml: parameters)),
      calendar: try WorkingCalendar(parsing: ParameterNode(yaml: calendar)))
  }

  /// The parameters and the calendar that ship with the city model; its 1,100 lines of parameters are read when the first is asked for.
  public static func standard() throws(ParameterError) -> Rulebook {
    Rulebook(
      parameters: Parameters { () throws(ParameterError) in try Parameters(parsing: ParameterNode(yaml: parameterFile)) },
      calendar: try WorkingCalendar(parsing: ParameterNode(yaml: calendarFile)))
  }
}
