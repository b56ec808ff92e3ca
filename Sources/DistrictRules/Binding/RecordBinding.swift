internal import CityModel
internal import Columns
internal import LuaRuntime

/// Makes the rows of every table known to an engine; fields are read from the columns themselves, without Swift in between.
final class RecordBinding {
  private let snapshot: Snapshot
  private let quantities: Quantities
  private var kinds: [String: RecordKind] = [:]

  init(_ snapshot: Snapshot, _ quantities: Quantities) {
    self.snapshot = snapshot
    self.quantities = quantities
  }

  func register(in engine: Engine) throws(LuaError) -> [String: RecordKind] {
    for schema in CitySchema.tables {
      let table = snapshot.table(schema)
      var fields: [LuaRuntime.Field] = []
      for field in schema.fields {
        fields.append(LuaRuntime.Field(field.name) { [unowned self] in try self.storage(of: field, in: table) })
      }
      let count = { do throws(ColumnError) { return try table.counted() } catch { throw error.problem } }
      let label = schema.field(schema.label) == nil ? schema.key : schema.label
      kinds[schema.name] = try engine.registerRecord(schema.name, counting: count, fields: fields) { row in
        let shown = try table.cell(label, row: Int(row)).plain
        return shown.isEmpty ? "\(schema.name) \(row + 1)" : shown
      }
    }
    return kinds
  }

  private func storage(of field: Columns.Field, in table: Table) throws -> FieldStorage {
    switch try table.column(field) {
    case .int64(let buffer): return .int64(buffer.base, quantity: quantity(of: field.type), owner: buffer)
    case .int32(let buffer): return .int32(buffer.base, quantity: quantity(of: field.type), owner: buffer)
    case .flags(let buffer):
      let words = FlagWords(buffer)
      return .bits(words.values, known: words.known, owner: words)
    case .codes(let buffer, let dictionary):
      return .text(buffer.base, LuaRuntime.TextDictionary(dictionary.values), owner: buffer)
    case .rows(let buffer):
      guard case .reference(let name) = field.type, let target = kinds[name] else {
        throw ColumnError(.unknownTable, table: table.schema.plural, field: field.name)
      }
      return .reference(buffer.base, to: target, owner: buffer)
    }
  }

  private func quantity(of type: FieldType) -> QuantityKind? {
    switch type {
    case .moment: quantities.moment
    case .day: quantities.day
    case .elapsed: quantities.elapsed
    case .quantity(Money.type): quantities.money
    case .quantity(Points.type): quantities.points
    case .quantity(Project.areaType): quantities.area
    default: nil
    }
  }
}

/// A flag column as two runs of bits, for the engine.
private final class FlagWords {
  let values: UnsafeMutablePointer<UInt64>
  let known: UnsafeMutablePointer<UInt64>

  init(_ flags: ColumnBuffer<UInt8>) {
    let count = (flags.count + 63) / 64
    values = .allocate(capacity: max(1, count))
    known = .allocate(capacity: max(1, count))
    for word in 0..<count {
      var value: UInt64 = 0
      var present: UInt64 = 0
      for bit in 0..<min(64, flags.count - word * 64) {
        let flag = flags.base[word * 64 + bit]
        value |= UInt64(flag >> 1) << UInt64(bit)
        present |= (flag == Verdict.unknown.rawValue ? 0 : 1) << UInt64(bit)
      }
      values[word] = value
      known[word] = present
    }
  }

  deinit {
    values.deallocate()
    known.deallocate()
  }
}
