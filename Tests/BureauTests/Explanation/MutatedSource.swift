import CityModel
import Columns
import Testing

/// A snapshot's table with some columns changed.
struct MutatedSource: ColumnSource {
  let original: Table
  let changed: [Int: Column]

  func countRows(of table: Table) throws(ColumnError) -> Int { try original.counted() }

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    var columns: [Column] = []
    for field in fields {
      if let column = changed[field] { columns.append(column) } else { columns.append(try original.column(field)) }
    }
    return columns
  }
}

extension Snapshot {
  /// This snapshot with other values in some columns; what is derived is derived again.
  func with(_ changes: [String: [String: Column]]) -> Snapshot {
    let sources = CitySchema.tables.map { schema -> Source in
      let original = table(schema)
      var changed: [Int: Column] = [:]
      for (name, column) in changes[schema.name] ?? [:] {
        if let position = schema.position(of: name) { changed[position] = column }
      }
      return Source(schema, columns: MutatedSource(original: original, changed: changed))
    }
    return Snapshot(scope: scope, cut: cut, ledgerPosition: ledgerPosition, rulebook: rulebook, sources: sources)
  }

  /// Cities in which some rows say something else: withdrawn, all of their fields changed, each field alone.
  func changes(of rows: [String: Set<Int>]) throws -> [() throws -> Snapshot] {
    func withdrawn() throws -> Snapshot {
      var changes: [String: [String: Column]] = [:]
      for (name, chosen) in rows {
        let schema = try #require(CitySchema.table(name))
        let others = Set(0..<table(schema).count).subtracting(chosen)
        for field in schema.fields where !field.isDerived { changes[name, default: [:]][field.name] = try table(schema).column(field.name).keeping(others) }
      }
      return with(changes)
    }
    var all: [() throws -> Snapshot] = [withdrawn]
    for step in [1, 8] { all.append { try self.shaking(rows.mapValues { Array($0) }, step) } }
    for (name, chosen) in rows.sorted(by: { $0.key < $1.key }) {
      let schema = try #require(CitySchema.table(name))
      for field in schema.fields where !field.isDerived {
        for step in 1...4 { all.append { try self.shaking([name: Array(chosen)], step, only: field.name) } }
      }
    }
    return all
  }

  /// Every stored field of some rows, changed, or one of them.
  func shaking(_ rows: [String: [Int]], _ step: Int, only one: String? = nil) throws -> Snapshot {
    var changes: [String: [String: Column]] = [:]
    for (name, chosen) in rows {
      let schema = try #require(CitySchema.table(name))
      let isChosen = Set(chosen)
      for field in schema.fields where !field.isDerived && (one ?? field.name) == field.name {
        var others: [UInt32] = []
        if case .reference(let target) = field.type, let target = CitySchema.table(target) {
          others = (0..<table(target).count).map { UInt32($0) }
        }
        changes[schema.name, default: [:]][field.name] = try table(schema).column(field.name)
          .shaken(step, references: others, where: isChosen.contains)
      }
    }
    return with(changes)
  }
}

extension Column {
  /// Other values in the rows that `isFree` says: what there is becomes something else of its type, what is missing appears.
  ///
  /// - Parameters:
  ///   - step: another step gives other values.
  ///   - references: the rows that a reference may point to instead.
  func shaken(_ step: Int, references: [UInt32], where isFree: (Int) -> Bool) -> Column {
    switch self {
    case .int64(let buffer):
      return .int64(
        ColumnBuffer(
          (0..<buffer.count).map { row in
            !isFree(row) ? buffer[row] : buffer[row] == Missing.int64 ? Int64(step) : (row + step) % 5 == 0 ? Missing.int64 : buffer[row] &+ Int64(step) * 86_411
          }))
    case .int32(let buffer):
      return .int32(
        ColumnBuffer(
          (0..<buffer.count).map { row in
            !isFree(row) ? buffer[row] : buffer[row] == Missing.int32 ? 20_500 + Int32(step) : (row + step) % 5 == 0 ? Missing.int32 : buffer[row] &+ Int32(step % 2 == 0 ? step : -step) * 29
          }))
    case .flags(let buffer):
      return .flags(ColumnBuffer((0..<buffer.count).map { isFree($0) ? (buffer[$0] + UInt8(1 + step % 2)) % 3 : buffer[$0] }))
    case .codes(let buffer, let dictionary):
      let size = max(1, UInt32(dictionary.values.count))
      return .codes(
        ColumnBuffer(
          (0..<buffer.count).map { row in
            !isFree(row) || dictionary.values.isEmpty ? buffer[row] : buffer[row] == Missing.code ? UInt32(step) % size : (buffer[row] + UInt32(step)) % size
          }), dictionary)
    case .rows(let buffer):
      guard !references.isEmpty else { return self }
      return .rows(ColumnBuffer((0..<buffer.count).map { isFree($0) ? references[($0 + step) % references.count] : buffer[$0] }))
    }
  }
  /// The same value in every row, or none.
  func flat(missing: Bool) -> Column {
    switch self {
    case .int64(let buffer): .int64(ColumnBuffer(Array(repeating: missing ? Missing.int64 : buffer[0], count: buffer.count)))
    case .int32(let buffer): .int32(ColumnBuffer(Array(repeating: missing ? Missing.int32 : buffer[0], count: buffer.count)))
    case .flags(let buffer): .flags(ColumnBuffer(Array(repeating: missing ? 1 : 2, count: buffer.count)))
    case .codes(let buffer, let dictionary):
      .codes(ColumnBuffer(Array(repeating: missing ? Missing.code : buffer[0], count: buffer.count)), dictionary)
    case .rows(let buffer): .rows(ColumnBuffer(Array(repeating: missing ? Missing.code : buffer[0], count: buffer.count)))
    }
  }
}
