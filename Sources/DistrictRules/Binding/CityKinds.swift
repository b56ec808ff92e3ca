internal import CityModel
internal import Columns
internal import LuaRuntime

/// The kinds of handle that scripts meet: rows of each table, exact quantities, and collections.
struct CityKinds {
  let moment: QuantityKind
  let day: QuantityKind
  let elapsed: QuantityKind
  let calendarDays: QuantityKind
  let workingDays: QuantityKind
  let calendarMonths: QuantityKind
  let money: QuantityKind
  let points: QuantityKind
  let area: QuantityKind
  let percent: QuantityKind
  let records: [String: RecordKind]
  let query: ObjectKind
  let grouping: ObjectKind
  let result: ObjectKind
  let engine: Engine

  func record(_ table: String) -> RecordKind? { records[table] }

  func quantity(_ name: String) -> QuantityKind? {
    switch name {
    case Money.type.name: money
    case Points.type.name: points
    case Project.areaType.name: area
    case "calendar days": calendarDays
    case "percentage": percent
    default: nil
    }
  }

  /// Storage units of a field in one unit of the kind in which scripts see it: a percentage is stored in hundredths of a percent.
  func scale(of type: QuantityType) -> Int64 { type.name == "percentage" ? type.scale : 1 }

  /// The kind in which scripts see a field, when it is a quantity.
  func quantity(of type: FieldType) -> QuantityKind? {
    switch type {
    case .moment: moment
    case .day: day
    case .elapsed: elapsed
    case .quantity(let quantity): self.quantity(quantity.name)
    default: nil
    }
  }

  /// The table whose whole collection a value is.
  func collection(_ value: LuaValue) -> TableSchema? {
    guard let row = query.row(of: value), Int(row) < CitySchema.tables.count else { return nil }
    return CitySchema.tables[Int(row)]
  }

  /// A number in a field's storage unit, as scripts see it.
  func value(_ number: Int64, of type: FieldType) throws(LuaError) -> LuaValue {
    guard let kind = quantity(of: type) else { return .integer(number) }
    return try engine.quantity(kind, number)
  }
}

extension QuantityKind {
  func value(of value: LuaValue) -> Int64? { value.quantity(self) }
}

extension RecordKind {
  func row(of value: LuaValue) -> UInt32? {
    guard let handle = value.handle, handle.kind == id else { return nil }
    return handle.row
  }
}

extension ObjectKind {
  func row(of value: LuaValue) -> UInt32? {
    guard let handle = value.handle, handle.kind == id else { return nil }
    return handle.row
  }
}

extension LuaValue {
  /// The value in a few words, for messages.
  func shown(_ kinds: CityKinds) -> String {
    switch self {
    case .nil: "nil"
    case .string(let text): text
    case .table(let table): table.standardWord ?? "{…}"
    case .function: "function"
    default:
      if let span = kinds.span(self), span.unit != .seconds { "\(span.unit.call)(\(span.count))" } else { (try? kinds.engine.describe(self)) ?? typeName }
    }
  }
}
