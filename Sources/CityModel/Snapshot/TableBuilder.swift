public import Columns

/// Builds a table row by row from plain values: for fixtures, for script tests, and for the few rows of a case.
public struct TableBuilder: Sendable {
  /// A value as a fixture writes it.
  public enum Value: Sendable, Hashable {
    case none
    case text(String)
    case number(Int64)
    case flag(Bool)
  }

  public let schema: TableSchema
  private var rows: [[Value]] = []

  public init(_ schema: TableSchema) { self.schema = schema }

  public var count: Int { rows.count }

  /// Adds a row; fields that are not named are missing.
  ///
  /// - Returns: the row's position.
  @discardableResult
  public mutating func add(_ values: [String: Value]) -> Int {
    rows.append(schema.fields.map { values[$0.name] ?? .none })
    return rows.count - 1
  }

  public mutating func set(_ field: String, row: Int, to value: Value) {
    guard let position = schema.position(of: field), rows.indices.contains(row) else { return }
    rows[row][position] = value
  }

  /// The column of a stored field at a position of the schema; derived ones are left to their derivation.
  public func column(_ position: Int) -> Column? {
    guard schema.fields.indices.contains(position), !schema.fields[position].isDerived else { return nil }
    let values = rows.map { $0[position] }
    switch schema.fields[position].type {
    case .text:
      var codes: [UInt32] = []
      var texts: [String] = []
      var known: [String: UInt32] = [:]
      for value in values {
        guard case .text(let text) = value else {
          codes.append(Missing.code)
          continue
        }
        let code = known[text] ?? UInt32(truncatingIfNeeded: texts.count)
        if known[text] == nil {
          known[text] = code
          texts.append(text)
        }
        codes.append(code)
      }
      return .codes(ColumnBuffer(codes), TextDictionary(texts))
    case .enumeration(let enumeration):
      return .codes(
        ColumnBuffer(
          values.map { value in
            guard case .text(let text) = value, let index = enumeration.index(of: text) else { return Missing.code }
            return UInt32(truncatingIfNeeded: index)
          }), TextDictionary(enumeration.dictionary))
    case .reference:
      return .rows(
        ColumnBuffer(
          values.map { value in
            guard case .number(let row) = value else { return Missing.code }
            return UInt32(clamping: row)
          }))
    case .flag:
      return .flags(
        ColumnBuffer(
          values.map { value in
            guard case .flag(let flag) = value else { return Verdict.unknown.rawValue }
            return Verdict(flag).rawValue
          }))
    case .day:
      return .int32(
        ColumnBuffer(
          values.map { value in
            guard case .number(let day) = value else { return Missing.int32 }
            return Int32(clamping: day)
          }))
    case .integer, .moment, .elapsed, .quantity, .token:
      return .int64(
        ColumnBuffer(
          values.map { value in
            guard case .number(let number) = value else { return Missing.int64 }
            return number
          }))
    }
  }
}

extension TableBuilder.Value {
  public static func day(_ day: Day) -> Self { .number(Int64(day.ordinal)) }
  public static func moment(_ moment: Moment) -> Self { .number(moment.seconds) }
  public static func row(_ row: Int) -> Self { .number(Int64(row)) }
  public static func money(_ money: Money) -> Self { .number(money.fen) }
}

extension TableBuilder.Value: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
}
