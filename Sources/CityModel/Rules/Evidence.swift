/// The rows that a finding rests on.
public struct Evidence: Sendable, Hashable {
  /// The table's row name: `complaint`.
  public var table: String
  /// Ascending.
  public var rows: [UInt32]

  public var count: Int { rows.count }

  public init(_ table: String, rows: [UInt32]) {
    self.table = table
    self.rows = rows
  }
}
