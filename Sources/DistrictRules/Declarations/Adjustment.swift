public import CityModel
public import Columns
public import LuaRuntime

/// A district's scoring adjustment (评分调整): which facts count, how many points, and the most that they can make.
public struct Adjustment {
  /// How many points one row makes.
  public enum Amount {
    case fixed(Points)
    /// Asked for every row that counts.
    case function(LuaFunction)
  }

  /// Whose points the cap bounds.
  public enum CapSubject: String, Sendable, CaseIterable { case enterprise, project }

  public struct Cap: Sendable, Hashable {
    public var points: Points
    public var per: CapSubject
  }

  public var name: String
  public var title: String
  public var basis: Basis
  public var effective: Effective
  /// The city's scoring item it stands beside.
  public var relates: String?
  public var table: TableSchema
  public var scope: Condition
  public var when: Condition
  public var amount: Amount
  /// Whether the points are deducted rather than added.
  public var deducts: Bool
  /// Rows of one enterprise that agree in this field count once.
  public var onceFor: Columns.Field?
  public var cap: Cap?
  public var because: Template
}
