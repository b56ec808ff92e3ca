internal import Columns

/// A figure while it is made.
struct FigureSheet {
  let snapshot: Snapshot
  let day: Day
  private var table: ResultTable
  private var evidence: [[Evidence]] = []
  private var counted: [[Evidence]] = []
  private var readings: [Reading] = []

  init(_ snapshot: Snapshot, on day: Day, _ columns: [(name: String, title: String)]) {
    self.snapshot = snapshot
    self.day = day
    table = ResultTable(columns: columns.map { .init($0.name, title: $0.title) })
  }

  var result: FigureResult { FigureResult(table: table, evidence: evidence, counted: counted, readings: readings) }

  /// A parameter's value on the day; the figure remembers that it was read.
  mutating func read<Value>(_ key: ParameterKey<Value>) throws(RuleError) -> Value {
    let snapshot = snapshot, day = day
    let dated = try parameter { () throws(ParameterError) in try snapshot.rulebook.parameters.read(key, on: day) }
    note([dated.reading])
    return dated.value
  }

  /// What another rule has read for this figure.
  mutating func note(_ others: [Reading]) {
    for reading in others where !readings.contains(reading) { readings.append(reading) }
  }

  /// Another figure of the same snapshot and day; what it read, this one has read.
  mutating func figure(_ other: Figure) throws(RuleError) -> FigureResult {
    let result = try other.result(snapshot, on: day)
    note(result.readings)
    return result
  }

  /// Adds a row, the rows of the tables that it points at, and those that it only counts.
  mutating func add(_ cells: [Cell], _ basis: Evidence..., counting others: [Evidence] = []) { add(cells, basis, counting: others) }

  mutating func add(_ cells: [Cell], _ basis: [Evidence], counting others: [Evidence] = []) {
    table.rows.append(cells)
    evidence.append(basis.filter { !$0.rows.isEmpty })
    counted.append(others.filter { !$0.rows.isEmpty })
  }

  /// Orders the rows by cells of theirs, together with their evidence.
  mutating func sort(by precedes: ([Cell], [Cell]) -> Bool) {
    // `sorted` is stable, so that equal rows stay in the order of their table.
    let order = table.rows.indices.sorted { precedes(table.rows[$0], table.rows[$1]) }
    table.rows = order.map { table.rows[$0] }
    evidence = order.map { evidence[$0] }
    counted = order.map { counted[$0] }
  }
}

extension Evidence {
  init(_ schema: TableSchema, _ rows: [Int]) { self.init(schema.name, rows: rows.map { UInt32(truncatingIfNeeded: $0) }.sorted()) }
  /// Each table once, in order of its name, each row once.
  static func together(_ all: [Evidence]) -> [Evidence] {
    Dictionary(grouping: all, by: \.table).sorted { $0.key < $1.key }.map { Evidence($0.key, rows: Set($0.value.flatMap(\.rows)).sorted()) }
  }

  init(_ schema: TableSchema, row: Int?) { self.init(schema, row.map { [$0] } ?? []) }
}

extension Cell {
  /// The day, or nothing.
  static func optional(_ day: Day?) -> Cell { day.map { .day($0) } ?? .empty }
  static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
  static func count(_ number: Int) -> Cell { .integer(Int64(number)) }
  /// A number in the storage units of a quantity.
  static func quantity(_ units: Int64?, _ type: QuantityType) -> Cell {
    units.map { .decimal(units: $0, digits: type.digits) } ?? .empty
  }
  /// 是 or 否, as a county reads it.
  static func yes(_ flag: Bool) -> Cell { .text(flag ? "是" : "否") }

  /// The number for an order: empty cells come last.
  var order: Int64 {
    switch self {
    case .integer(let value), .decimal(let value, _): value
    default: .min
    }
  }
}

extension Day {
  /// Calendar days from this day to another; negative when that is earlier.
  func days(to other: Day) -> Int { Int(other.ordinal) - Int(ordinal) }
}
