extension FieldType {
  /// A number in storage units, as a cell.
  public func cell(_ number: Int64) -> Cell {
    switch self {
    case .moment: .moment(Moment(seconds: number))
    case .day: .day(Day(ordinal: Int32(clamping: number)))
    case .quantity(let quantity): .decimal(units: number, digits: quantity.digits)
    case .flag: .flag(number != 0)
    case .token: .text(Token.text(number))
    case .text, .integer, .elapsed, .enumeration, .reference: .integer(number)
    }
  }

  /// Whether sums over rows mean something.
  public var isSummable: Bool {
    switch self {
    case .integer, .quantity, .elapsed, .flag: true
    default: false
    }
  }
}

/// How a token is shown: sixteen hexadecimal digits, from which nothing of the person can be told.
public enum Token {
  public static func text(_ token: Int64) -> String {
    let digits = String(UInt64(bitPattern: token), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Table {
  /// The value of a field in a row, as a cell; a reference shows the label of the row it leads to only through ``Dataset``.
  public func cell(_ field: String, row: Int) throws(ColumnError) -> Cell {
    guard let description = schema.field(field) else {
      throw ColumnError(.unknownField, table: schema.plural, field: field)
    }
    let column = try column(field)
    guard row >= 0, row < column.count, !column.isMissing(row) else { return .empty }
    switch column {
    case .int64(let buffer): return description.type.cell(buffer[row])
    case .int32(let buffer): return description.type.cell(Int64(buffer[row]))
    case .flags: return column.flag(row).map(Cell.flag) ?? .empty
    case .codes: return column.text(row).map(Cell.text) ?? .empty
    case .rows(let buffer): return .integer(Int64(buffer[row]))
    }
  }
}

extension Query {
  /// The selected rows with the given fields (all, when none are given), references shown by their labels.
  public func table(_ fields: [String] = [], limit: Int = .max) throws(ColumnError) -> ResultTable {
    let names = fields.isEmpty ? table.schema.fields.map(\.name) : fields
    var columns: [ResultTable.Column] = []
    var described: [Field] = []
    for name in names {
      guard let field = table.schema.field(name) else {
        throw ColumnError(.unknownField, table: table.schema.plural, field: name)
      }
      described.append(field)
      columns.append(.init(name, title: field.chinese, type: field.type))
    }
    try table.load(names.compactMap { table.schema.position(of: $0) })
    let selected = rows
    var cells: [[Cell]] = []
    for row in selected.prefix(max(0, limit)) {
      var line: [Cell] = []
      for field in described {
        if let target = dataset.target(of: field) {
          let reference = try table.column(field.name).reference(Int(row))
          line.append(try reference.map { (at) throws(ColumnError) in try target.cell(target.schema.label, row: at) } ?? .empty)
        } else {
          line.append(try table.cell(field.name, row: Int(row)))
        }
      }
      cells.append(line)
    }
    return ResultTable(columns: columns, rows: cells, totalRows: selected.count > cells.count ? selected.count : nil)
  }
}
