/// What is computed for each group.
public enum Aggregate: Sendable, Hashable {
  case count
  case sum(String)
  case distinct(String)

  /// The result column's name: `count`, `sum_amount`.
  public var name: String {
    switch self {
    case .count: "count"
    case .sum(let field): "sum_\(field)"
    case .distinct(let field): "distinct_\(field)"
    }
  }

  func title(_ schema: TableSchema) -> String {
    switch self {
    case .count: "件数"
    case .sum(let field): (schema.field(field)?.chinese ?? field) + "合计"
    case .distinct(let field): (schema.field(field)?.chinese ?? field) + "去重数"
    }
  }
}

extension Grouping {
  /// One row a group that has selected rows: its keys, then the aggregates; ordered by the keys.
  public func table(_ aggregates: [Aggregate]) throws(ColumnError) -> ResultTable {
    let schema = query.table.schema
    var columns: [ResultTable.Column] = []
    for key in keys { columns.append(.init(key.path.joined(separator: "_"), title: key.field.chinese, type: key.field.type)) }
    for aggregate in aggregates { columns.append(.init(aggregate.name, title: aggregate.title(schema))) }
    let counts = counts()
    var values: [[Cell]] = []
    for aggregate in aggregates {
      switch aggregate {
      case .count: values.append(counts.map { .integer(Int64($0)) })
      case .sum(let field):
        let type = schema.field(field)?.type ?? .integer
        values.append(try sums(of: field).map { type == .flag ? .integer($0) : type.cell($0) })
      case .distinct(let field): values.append(try distinctCounts(of: field).map { .integer(Int64($0)) })
      }
    }
    var rows: [[Cell]] = []
    for group in counts.indices where counts[group] > 0 {
      rows.append(try cells(of: group) + values.map { $0[group] })
    }
    let width = keys.count
    rows.sort { Cell.precedes($0[..<width], $1[..<width]) }
    return ResultTable(columns: columns, rows: rows)
  }
}
