extension Cell {
  /// A total order: empty first, then numbers and moments by value, then texts by their Unicode scalars.
  public static func precedes(_ a: Cell, _ b: Cell) -> Bool { compare(a, b) < 0 }

  static func precedes(_ a: ArraySlice<Cell>, _ b: ArraySlice<Cell>) -> Bool {
    for (x, y) in zip(a, b) {
      let order = compare(x, y)
      if order != 0 { return order < 0 }
    }
    return false
  }

  static func compare(_ a: Cell, _ b: Cell) -> Int {
    if a.rank != b.rank { return a.rank < b.rank ? -1 : 1 }
    switch (a, b) {
    case (.text(let x), .text(let y)), (.text(let x), .word(let y, _)), (.word(let x, _), .text(let y)), (.word(let x, _), .word(let y, _)):
      return x == y ? 0 : x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars) ? -1 : 1
    case (.integer(let x), .integer(let y)): return x == y ? 0 : x < y ? -1 : 1
    case (.decimal(let x, let dx), .decimal(let y, let dy)) where dx == dy: return x == y ? 0 : x < y ? -1 : 1
    case (.decimal(let x, let dx), .decimal(let y, let dy)):
      let left = Cell.scaled(x, by: max(0, dy - dx)), right = Cell.scaled(y, by: max(0, dx - dy))
      return left == right ? 0 : left < right ? -1 : 1
    case (.ratio(let p, let q), .ratio(let r, let s)):
      let left = p.multipliedFullWidth(by: s), right = r.multipliedFullWidth(by: q)
      if left.high != right.high { return left.high < right.high ? -1 : 1 }
      return left.low == right.low ? 0 : left.low < right.low ? -1 : 1
    case (.flag(let x), .flag(let y)): return x == y ? 0 : y ? -1 : 1
    case (.day(let x), .day(let y)): return x == y ? 0 : x < y ? -1 : 1
    case (.moment(let x), .moment(let y)): return x == y ? 0 : x < y ? -1 : 1
    default: return 0
    }
  }

  private static func scaled(_ units: Int64, by digits: Int) -> Int64 {
    (0..<min(18, digits)).reduce(units) { value, _ in
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      return overflow ? (value < 0 ? .min : .max) : product
    }
  }

  private var rank: Int {
    switch self {
    case .empty: 0
    case .flag: 1
    case .integer: 2
    case .decimal: 3
    case .ratio: 4
    case .day: 5
    case .moment: 6
    case .text, .word: 7
    }
  }
}

extension ResultTable {
  /// The rows ordered by columns; a name with `-` before it orders downwards. Rows that compare equal keep their order.
  ///
  /// - Throws: ``ColumnError`` with `unknown-field` for a column that the table does not have.
  public func sorted(by names: [String]) throws(ColumnError) -> ResultTable {
    var keys: [(position: Int, descending: Bool)] = []
    for name in names {
      let descending = name.hasPrefix("-")
      let bare = descending ? String(name.dropFirst()) : name
      guard let position = column(named: bare) else {
        throw ColumnError(.unknownField, table: "result", field: bare, detail: columns.map(\.name).joined(separator: ", "))
      }
      keys.append((position, descending))
    }
    var result = self
    // Decorated with the row's place: the standard library's sort promises no stability.
    result.rows = rows.enumerated().sorted { a, b in
      for key in keys {
        let order = Cell.compare(a.element[key.position], b.element[key.position])
        if order != 0 { return key.descending ? order > 0 : order < 0 }
      }
      return a.offset < b.offset
    }.map(\.element)
    return result
  }

  /// The first rows.
  public func limited(to count: Int) -> ResultTable {
    guard rows.count > count else { return self }
    var result = self
    result.rows = Array(rows.prefix(max(0, count)))
    result.totalRows = totalRows ?? rows.count
    return result
  }
}
