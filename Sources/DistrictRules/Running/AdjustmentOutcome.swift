public import CityModel
public import Columns

/// What an adjustment makes of a snapshot: points for each enterprise, with the rows they rest on.
public struct AdjustmentOutcome: Sendable {
  /// One thing that counted.
  public struct Count: Sendable, Hashable {
    /// Its row; the first of several that count once.
    public var row: UInt32
    /// Rows that are counted with it, itself among them.
    public var rows: [UInt32]
    /// Always positive; before the cap.
    public var points: Points
  }

  /// The points of one enterprise.
  public struct Effect: Sendable, Hashable {
    /// Row of the enterprise.
    public var enterprise: Int
    /// Negative for a deduction; after the cap.
    public var points: Points
    public var beforeCap: Points
    /// What counted, by date.
    public var counts: [Count]
    /// The rows that counted, by date; the first of those that count once.
    public var rows: [UInt32] { counts.map(\.row) }
  }

  public var name: String
  public var title: String
  public var basis: Basis
  public var relates: String?
  public var table: TableSchema
  /// The days whose facts were looked at: the evaluation's, within the rule's own.
  public var window: ClosedRange<Day>?
  /// In the order of enterprises.
  public var effects: [Effect] = []
  /// Rows that could not be judged because a fact is missing: neither met nor unmet.
  public var unknownRows: [UInt32] = []

  public var total: Points { effects.reduce(.zero) { $0 + $1.points } }
}
