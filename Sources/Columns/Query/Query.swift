/// A selection of a table's rows, ready to be counted, summed and grouped.
public struct Query: Sendable {
  public let table: Table
  public let dataset: any Dataset
  /// `nil` while every row is selected.
  public private(set) var verdicts: Verdicts?

  public init(_ table: Table, in dataset: any Dataset) {
    self.table = table
    self.dataset = dataset
  }

  /// The rows that also meet the condition.
  public func filtered(by condition: Condition) throws(ColumnError) -> Query {
    filtered(by: try condition.verdicts(over: table, in: dataset))
  }

  public func filtered(by more: Verdicts) -> Query {
    var result = self
    if result.verdicts == nil { result.verdicts = more } else { result.verdicts?.formAnd(more) }
    return result
  }

  /// How many rows are selected.
  public var count: Int { verdicts?.count(of: .yes) ?? table.count }

  /// How many rows could not be judged, because a fact is missing.
  public var unknownCount: Int { verdicts?.count(of: .unknown) ?? 0 }

  /// The selected rows, ascending.
  public var rows: [UInt32] {
    verdicts?.rows(.yes) ?? Array(0..<UInt32(truncatingIfNeeded: table.count))
  }

  /// The exact sum of a numeric field over the selected rows, in storage units; missing values are left out.
  public func sum(_ field: String) throws(ColumnError) -> Int64 {
    try group(by: []).sums(of: field).first ?? 0
  }

  /// How many different values a field has in the selected rows; missing values are left out.
  public func distinctCount(_ field: String) throws(ColumnError) -> Int {
    try group(by: []).distinctCounts(of: field).first ?? 0
  }

  /// The smallest or the largest value of a numeric field, in storage units, or `nil` when no selected row has one.
  public func extreme(_ field: String, largest: Bool) throws(ColumnError) -> Int64? {
    let column = try table.column(field)
    var best: Int64?
    for row in rows {
      guard let value = column.integer(Int(row)) else { continue }
      if let sofar = best { best = largest ? max(sofar, value) : min(sofar, value) } else { best = value }
    }
    return best
  }

  /// Groups the selected rows by fields, each given as a path of references that ends in the field.
  public func group(by paths: [[String]]) throws(ColumnError) -> Grouping {
    var keys: [GroupKey] = []
    for path in paths { keys.append(try GroupKey(path: path, from: table, in: dataset)) }
    return try Grouping(self, keys: keys)
  }
}
