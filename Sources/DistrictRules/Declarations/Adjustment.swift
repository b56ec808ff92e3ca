public import CityModel
public import Columns
public import LuaRuntime

/// A district's scoring adjustment (评分调整): which facts count, how many points, and the most that they can make.
public struct Adjustment: Rule {
  /// How many points one row makes.
  public enum Amount {
    case fixed(Points)
    case forEach(PointsForEach)
    /// Asked for every row that counts.
    case function(LuaFunction)
    /// Asked once for every group of rows that count.
    case group(PointsForGroup)
    /// Gives back, in the district's own column, what the city's lines of these items took. Never touches the line.
    case offset([ScoreItem])
  }

  /// Points for each whole unit of a field that has passed.
  public struct PointsForEach: Sendable, Hashable {
    public var points: Points
    public var field: Columns.Field
    /// The unit, as the rule says it; a plain number for a field without one.
    public var unit: Unit

    public enum Unit: Sendable, Hashable {
      case span(TimeSpan)
      /// In the field's storage unit.
      case number(Int64)
    }
  }

  /// Points that a function gives to all the rows of one enterprise or estate in one period together, where no table can say it.
  public struct PointsForGroup {
    public var per: CapSubject
    public var period: CapPeriod
    /// Is given the enterprise or estate, and its rows as a collection.
    public var function: LuaFunction
  }

  /// How repetition counts.
  public struct Counting: Sendable, Hashable {
    /// Rows of one enterprise that agree in these fields count once.
    public var onceFor: [Columns.Field] = []
    /// With `onceFor`: an event begins with its first row and lasts so long; without, it lasts for ever.
    public var within: TimeSpan?
    /// A row counts in the year of this date and in no other; with `onceFor`, what counted in an earlier year does not count again.
    public var onceEver: Columns.Field?
    /// The rows of one enterprise in one period make one count when there are at least so many.
    public var atLeast: Int?
    public var per: CapPeriod?
  }

  /// Whose points the cap bounds.
  public enum CapSubject: String, Sendable, CaseIterable { case enterprise, project }

  /// The time for which a cap or a count holds.
  public enum CapPeriod: String, Sendable, CaseIterable { case month, quarter, year }

  public struct Cap: Sendable, Hashable {
    public var points: Points
    public var per: CapSubject
    public var period: CapPeriod
  }

  public var heading: Heading
  /// The city's scoring item it stands beside.
  public var relates: String?
  public var table: TableSchema
  public var scope: Condition
  public var when: Condition
  public var amount: Amount
  /// Whether the points are deducted rather than added.
  public var deducts: Bool
  public var counted: Counting?
  public var cap: Cap?
  public var because: Template
}
