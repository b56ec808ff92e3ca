internal import CityModel
internal import Columns
internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// One read transaction, held open while a snapshot lives: columns that are first touched an hour later come from the same
/// ledger position as those that were loaded at once.
final class SnapshotReader: Sendable {
  let path: String
  let filter: ScopeFilter
  /// The ledger's position.
  let position: Int64
  /// The county's id, the cut, and the last day before the cut: the parameters of every query.
  let parameters: [Int64]
  let lastDay: Int32
  private let queue: DatabaseQueue
  private let past: RunMarks?
  private let rowNumbers = Mutex<[String: RowNumbers]>([:])
  private let counts = Mutex<[String: Int]>([:])

  /// - Parameter past: what an earlier run saw, to be seen again; otherwise everything that is there.
  init(
    _ register: Register, scope: Scope, cut: Moment, past: RunMarks? = nil, trace: (@Sendable (String) -> Void)? = nil
  ) throws(RegisterError) {
    path = register.path
    self.past = past
    do {
      queue = try register.makeReader()
      let small: Set<String>
      (position, parameters, small) = try queue.inDatabase { database in
        if let trace { database.trace { trace($0.description) } }
        // A district's complaints lie all over their table, which is read once for each column that is touched late.
        try database.execute(sql: "PRAGMA cache_size = -65536")
        // The reader's own tables lie in memory: it may have no folder to write to.
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        try database.execute(sql: "BEGIN DEFERRED TRANSACTION")
        // The first read fixes what the transaction sees.
        let position = try RunMarks.position(database)
        try PastView.lay(over: database, before: cut, marks: past, path: register.path)
        var county: Int64 = 0
        if case .county(let code) = scope {
          guard
            let id = try Int64.fetchOne(
              database, sql: "SELECT id FROM divisions WHERE code = ? AND level = 'county'", arguments: [code])
          else { throw RegisterError.unknownDivision(code, path: register.path) }
          county = id
          try database.execute(sql: ScopeFilter.createEnterprises)
          try database.execute(sql: ScopeFilter.collectEnterprises, arguments: [id])
        }
        let lastDay = Moment(seconds: cut.seconds == .min ? .min : cut.seconds - 1).day
        // GRDB notes which columns each statement reads, for observers that a reader has none of; its notes grow with every one of
        // ours, and cost a tenth of an explanation's time.
        _ = unsafe sqlite3_set_authorizer(database.sqliteConnection, nil, nil)
        return (
          past?.position ?? position, [county, cut.seconds, Int64(lastDay.ordinal)], scope == .city ? [] : try ScopeFilter.small(database))
      }
      filter = ScopeFilter(isCounty: scope != .city, small: small)
    } catch {
      throw RegisterError(error, path: path)
    }
    lastDay = Int32(clamping: parameters[2])
  }

  /// The rows that this reader sees, for seeing them again.
  func marks() throws(RegisterError) -> RunMarks {
    if let past { return past }
    do { return try queue.inDatabase { try RunMarks.read($0) } } catch { throw RegisterError(error, path: path) }
  }

  /// How many rows of a table are in this scope: whoever asks goes through all of them, unless a column has been read.
  func count(of schema: TableSchema) throws(RegisterError) -> Int {
    if let known = known(schema) { return known }
    let count = try select(["count(*)"], of: schema, ordered: false) { statement throws(RegisterError) in
      try statement.step() ? Int(statement.integer(0)) : 0
    }
    counts.withLock { $0[schema.name] = count }
    return count
  }

  private func known(_ schema: TableSchema) -> Int? { counts.withLock { $0[schema.name] } }

  /// Reads whole columns of stored fields.
  func columns(_ fields: [Field], of schema: TableSchema) throws(RegisterError) -> [LoadedColumn] {
    let capacity = known(schema) ?? 1024
    var sinks: [ColumnSink] = []
    for field in fields { sinks.append(try sink(for: field, of: schema, capacity: capacity)) }
    let expressions = fields.map { filter.expression($0, of: schema) }
    try select(expressions, of: schema, ordered: true) { statement throws(RegisterError) in
      while try statement.step() {
        for index in sinks.indices { try sinks[index].take(statement, index) }
      }
    }
    let columns = sinks.map { $0.finish() }
    if let first = columns.first { counts.withLock { $0[schema.name] = first.count } }
    return columns
  }

  /// The row of each id of a table in this scope.
  func rows(of schema: TableSchema) throws(RegisterError) -> RowNumbers {
    if let known = rowNumbers.withLock({ $0[schema.name] }) { return known }
    var ids: [Int64] = []
    try select(["id"], of: schema, ordered: true) { statement throws(RegisterError) in
      while try statement.step() { ids.append(statement.integer(0)) }
    }
    let numbers = RowNumbers(ids)
    rowNumbers.withLock { $0[schema.name] = numbers }
    counts.withLock { $0[schema.name] = ids.count }
    return numbers
  }

  private func sink(for field: Field, of schema: TableSchema, capacity: Int) throws(RegisterError) -> ColumnSink {
    let isEvent = ScopeFilter.isEvent(field, of: schema)
    switch field.type {
    case .text: return TextSink(capacity: capacity)
    case .enumeration(let enumeration):
      return EnumerationSink(enumeration, field: "\(schema.plural).\(field.name)", path: path, capacity: capacity)
    case .flag: return FlagSink(capacity: capacity)
    case .day: return DaySink(until: isEvent ? lastDay : .max, capacity: capacity)
    case .reference(let name):
      guard let target = CitySchema.table(name) else {
        throw RegisterError(result: 1, message: "no table \(name)", path: path)
      }
      return ReferenceSink(try rows(of: target), capacity: capacity)
    case .moment: return IntegerSink(before: isEvent ? parameters[1] : .max, capacity: capacity)
    case .integer, .elapsed, .quantity, .token: return IntegerSink(before: .max, capacity: capacity)
    }
  }

  private func select<Result>(
    _ expressions: [String], of schema: TableSchema, ordered: Bool,
    _ body: (borrowing Statement) throws(RegisterError) -> Result
  ) throws(RegisterError) -> Result {
    var sql = "SELECT \(expressions.joined(separator: ", ")) FROM \(Layout.quoted(schema.plural))"
    if let condition = filter.condition(schema) { sql += " WHERE \(condition)" }
    if ordered { sql += " ORDER BY \(filter.order(schema))" }
    do {
      return try queue.inDatabase { database in
        let statement = try Statement(sql, on: database, path: path)
        for (index, value) in parameters.enumerated() { statement.bind(index + 1, value) }
        return try body(statement)
      }
    } catch {
      throw RegisterError(error, path: path)
    }
  }
}

/// The position of each id among the rows of a scope.
struct RowNumbers: Sendable {
  private var first: Int64 = 0
  private var dense: [UInt32] = []
  private var sparse: [Int64: UInt32] = [:]

  init(_ ids: [Int64]) {
    guard let low = ids.min(), let high = ids.max() else { return }
    let (span, overflow) = high.subtractingReportingOverflow(low)
    if !overflow, span < Int64(ids.count) * 32 + 4096 {
      first = low
      dense = Array(repeating: Missing.code, count: Int(span) + 1)
      for (row, id) in ids.enumerated() { dense[Int(id - low)] = UInt32(truncatingIfNeeded: row) }
    } else {
      for (row, id) in ids.enumerated() { sparse[id] = UInt32(truncatingIfNeeded: row) }
    }
  }

  @inline(__always)
  subscript(id: Int64) -> UInt32 {
    let (offset, overflow) = id.subtractingReportingOverflow(first)
    if !overflow, offset >= 0, offset < Int64(dense.count) { return dense[Int(offset)] }
    return sparse.isEmpty ? Missing.code : sparse[id] ?? Missing.code
  }
}

extension RegisterError {
  static func unknownDivision(_ code: String, path: String) -> RegisterError {
    RegisterError(
      .unknownDivision, path: path, Bilingual("no county has the code `\(code)`", "没有代码为 `\(code)` 的县（区）"),
      help: Bilingual("county codes have six digits: 140403", "县（区）代码为六位数字，如 140403"))
  }
}
