public import CityModel
public import Columns

/// What an adjustment makes of a snapshot: points for each enterprise, with the rows they rest on.
public struct AdjustmentOutcome: Sendable {
  /// The points of one enterprise.
  public struct Effect: Sendable, Hashable {
    /// Row of the enterprise.
    public var enterprise: Int
    /// Negative for a deduction; after the cap.
    public var points: Points
    public var beforeCap: Points
    /// The rows that counted, by date.
    public var rows: [UInt32]
  }

  public var name: String
  public var title: String
  public var basis: Basis
  public var relates: String?
  public var table: TableSchema
  /// The days whose facts were looked at: the evaluation's, within the rule's own.
  public var window: ClosedRange<Day>?
  /// In the order of enterprises.
  public var effects: [Effect]
  /// Rows that could not be judged because a fact is missing: neither met nor unmet.
  public var unknownRows: [UInt32]

  public var total: Points { effects.reduce(.zero) { $0 + $1.points } }
}
