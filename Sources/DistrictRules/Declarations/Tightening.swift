public import CityModel
public import Columns

/// A stricter deadline, due day or threshold than the city's (收紧); never a looser one (DESIGN D10).
public struct Tightening: Rule, Sendable {
  public enum Target: Sendable, Hashable {
    case clock(ClockTightening)
    case duty(DutyTightening)
    case threshold(ThresholdTightening)
  }

  public var heading: Heading
  public var target: Target
}

/// A shorter time for one of the three duties of A13.
public struct ClockTightening: Sendable, Hashable {
  public struct Alert: Sendable, Hashable {
    public var after: TimeSpan
    /// Who is told.
    public var to: Division.Level
  }

  public var table: TableSchema
  public var scope: Condition
  public var deadline: ResponseClock.Step
  public var within: TimeSpan
  public var alert: Alert?
}

/// More due days in a year for something that is expected regularly.
public struct DutyTightening: Sendable, Hashable {
  public var table: TableSchema
  public var scope: Condition
  /// A word of ``Duty/kinds``.
  public var duty: String
  /// In the order in which the rule names them; each covers the time since the one before.
  public var due: [MonthDay]
}

/// A stricter value of one of the city's parameters.
public struct ThresholdTightening: Sendable, Hashable {
  public var parameter: ParameterDescription
  public var value: ParameterValue
}
