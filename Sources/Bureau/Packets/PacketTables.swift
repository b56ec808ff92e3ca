internal import CityModel
internal import Columns
internal import Register

/// Rows as a packet carries them: `{"complaint":{"fields":["number",…],"rows":[[id,value,…],…]}}`.
///
/// A reference is the id of a row of the other table. Persons are left out: what is masked, named or numbered is missing, and a
/// complainant's token is a number of this packet alone, so that two complaints by one person can be told and nobody traced.
enum PacketTables {
  static func json(_ selection: PacketSelection) throws(ColumnError) -> JSONValue {
    let tokens = try pseudonyms(selection)
    var tables: [String: JSONValue] = [:]
    for schema in CitySchema.storedTables {
      guard let rows = selection.rows[schema.name], !rows.isEmpty else { continue }
      let table = selection.snapshot.table(schema)
      var fields: [JSONValue] = []
      var values = rows.map { [JSONValue($0)] }
      for field in schema.storedFields where isCarried(field) {
        let column = try table.column(field)
        guard rows.contains(where: { !column.isMissing($0) }) else { continue }
        fields.append(.text(field.name))
        for (position, row) in rows.enumerated() {
          values[position].append(value(column, row, field, isKey: field.name == schema.key, tokens))
        }
      }
      tables[schema.name] = .object(["fields": .array(fields), "rows": .array(values.map { .array($0) })])
    }
    return .object(tables)
  }

  /// Numbers of persons go with their names; a token stays, as a number of the packet.
  private static func isCarried(_ field: Field) -> Bool { field.personalData == .none || field.type == .token }

  private static func pseudonyms(_ selection: PacketSelection) throws(ColumnError) -> [Int64: Int64] {
    var known: Set<Int64> = []
    for schema in CitySchema.storedTables {
      for field in schema.storedFields where field.type == .token {
        let column = try selection.snapshot.table(schema).column(field)
        for row in selection.rows[schema.name] ?? [] { if let token = column.integer(row) { known.insert(token) } }
      }
    }
    return Dictionary(uniqueKeysWithValues: known.sorted().enumerated().map { ($0.element, Int64($0.offset) + 1) })
  }

  private static func value(_ column: Column, _ row: Int, _ field: Field, isKey: Bool, _ tokens: [Int64: Int64]) -> JSONValue {
    guard !column.isMissing(row) else { return .null }
    switch field.type {
    case .text: return column.text(row).map { .text(isKey ? $0 : PersonalText.recognised($0)) } ?? .null
    case .enumeration: return JSONValue(column.text(row))
    case .flag: return column.flag(row).map { .flag($0) } ?? .null
    case .reference: return column.reference(row).map { JSONValue($0) } ?? .null
    case .day: return column.day(row).map { JSONValue($0.ordinal) } ?? .null
    case .token: return column.integer(row).flatMap { tokens[$0] }.map { .number($0) } ?? .null
    case .integer, .moment, .elapsed, .quantity: return column.integer(row).map { .number($0) } ?? .null
    }
  }

  // MARK: Back

  /// - Throws: ``OfficeError`` `packet-shape` for what no packet holds.
  static func builders(_ json: JSONValue) throws(OfficeError) -> [TableBuilder] {
    guard case .object(let tables) = json else { throw PacketError.shape("rows") }
    var places: [String: [Int64: Int]] = [:]
    for (name, table) in tables {
      guard CitySchema.storedTables.contains(where: { $0.name == name }) else { throw PacketError.shape("rows.\(name)") }
      var ids: [Int64: Int] = [:]
      for (position, row) in (table["rows"]?.elements ?? []).enumerated() {
        guard let id = row.elements.first?.number, ids.updateValue(position, forKey: id) == nil else { throw PacketError.shape("rows.\(name)[\(position)]") }
      }
      places[name] = ids
    }
    var builders: [TableBuilder] = []
    for schema in CitySchema.storedTables {
      guard let table = tables[schema.name] else { continue }
      builders.append(try builder(schema, table, places))
    }
    return builders
  }

  private static func builder(_ schema: TableSchema, _ json: JSONValue, _ places: [String: [Int64: Int]]) throws(OfficeError) -> TableBuilder {
    var fields: [Field] = []
    for name in json["fields"]?.elements ?? [] {
      guard let name = name.text, let field = schema.field(name), !field.isDerived else { throw PacketError.shape("rows.\(schema.name).fields") }
      fields.append(field)
    }
    var builder = TableBuilder(schema)
    for (position, row) in (json["rows"]?.elements ?? []).enumerated() {
      let values = row.elements.dropFirst()
      guard values.count == fields.count else { throw PacketError.shape("rows.\(schema.name)[\(position)]") }
      var cells: [String: TableBuilder.Value] = [:]
      for (field, value) in zip(fields, values) {
        guard let cell = cell(value, field, places) else { throw PacketError.shape("rows.\(schema.name)[\(position)].\(field.name)") }
        cells[field.name] = cell
      }
      builder.add(cells)
    }
    return builder
  }

  /// Days of three centuries; what rules add to a day or a moment stays within the numbers that hold them.
  private static let days: ClosedRange<Int64> = -25_567...84_006
  private static let amounts: ClosedRange<Int64> = -1_000_000_000_000_000...1_000_000_000_000_000

  /// A value of the field's type; `nil` for one of another. A row that is not there is a missing value.
  private static func cell(_ value: JSONValue, _ field: Field, _ places: [String: [Int64: Int]]) -> TableBuilder.Value? {
    switch (value, field.type) {
    case (.null, _): TableBuilder.Value.none
    case (.text(let text), .text): .text(text)
    case (.text(let word), .enumeration(let words)): words.index(of: word) == nil ? nil : .text(word)
    case (.flag(let flag), .flag): .flag(flag)
    case (.number(let id), .reference(let target)): places[target]?[id].map { .row($0) } ?? TableBuilder.Value.none
    case (.number(let number), .day): days.contains(number) ? .number(number) : nil
    case (.number(let number), .moment): days.contains(number / 86_400) ? .number(number) : nil
    case (.number(let number), .integer), (.number(let number), .elapsed), (.number(let number), .quantity), (.number(let number), .token):
      amounts.contains(number) ? .number(number) : nil
    default: nil
    }
  }
}
