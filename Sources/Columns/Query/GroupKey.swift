/// A field to group by: a small code for each row, and what each code stands for.
public struct GroupKey: Sendable {
  /// What a code stands for.
  enum Meaning: Sendable {
    case texts(TextDictionary)
    case rows(Table)
    case flags
    case numbers([Int64], FieldType)
  }

  public let path: [String]
  public let field: Field
  let codes: ColumnBuffer<UInt32>
  /// Codes are below this; a missing value has a code at or above it.
  let cardinality: Int
  let meaning: Meaning

  init(path: [String], from table: Table, in dataset: any Dataset) throws(ColumnError) {
    guard let last = path.last else {
      throw ColumnError(.unknownField, table: table.schema.plural, field: "")
    }
    var current = table
    var hops: ColumnBuffer<UInt32>?
    for name in path.dropLast() {
      guard let field = current.schema.field(name) else {
        throw ColumnError(.unknownField, table: current.schema.plural, field: name)
      }
      guard let next = dataset.target(of: field), case .rows(let rows) = try current.column(name) else {
        throw ColumnError(.wrongType, table: current.schema.plural, field: name, detail: "does not lead to another table")
      }
      hops = hops.map { GroupKey.gather(rows, through: $0) } ?? rows
      current = next
    }
    guard let field = current.schema.field(last) else {
      throw ColumnError(.unknownField, table: current.schema.plural, field: last)
    }
    let plain: ColumnBuffer<UInt32>
    switch try current.column(last) {
    case .codes(let codes, let dictionary):
      (plain, cardinality, meaning) = (codes, dictionary.values.count, .texts(dictionary))
    case .rows(let rows):
      guard let target = dataset.target(of: field) else {
        throw ColumnError(.unknownTable, table: current.schema.plural, field: last)
      }
      (plain, cardinality, meaning) = (rows, target.count, .rows(target))
    case .flags(let flags):
      plain = ColumnBuffer(count: flags.count) { out in
        for row in 0..<flags.count { out[row] = flags.base[row] == 1 ? Missing.code : UInt32(flags.base[row] >> 1) }
      }
      (cardinality, meaning) = (2, .flags)
    case .int32(let numbers):
      let (codes, values) = GroupKey.number(numbers.count) { numbers.base[$0] == Missing.int32 ? nil : Int64(numbers.base[$0]) }
      (plain, cardinality, meaning) = (codes, values.count, .numbers(values, field.type))
    case .int64(let numbers):
      let (codes, values) = GroupKey.number(numbers.count) { numbers.base[$0] == Missing.int64 ? nil : numbers.base[$0] }
      (plain, cardinality, meaning) = (codes, values.count, .numbers(values, field.type))
    }
    self.path = path
    self.field = field
    codes = hops.map { GroupKey.gather(plain, through: $0) } ?? plain
  }

  private static func gather(_ values: ColumnBuffer<UInt32>, through rows: ColumnBuffer<UInt32>) -> ColumnBuffer<UInt32> {
    let limit = UInt32(truncatingIfNeeded: values.count)
    return ColumnBuffer(count: rows.count) { out in
      for row in 0..<rows.count {
        let at = rows.base[row]
        out[row] = at < limit ? values.base[Int(at)] : Missing.code
      }
    }
  }

  private static func number(_ count: Int, _ value: (Int) -> Int64?) -> (ColumnBuffer<UInt32>, [Int64]) {
    var positions: [Int64: UInt32] = [:]
    var values: [Int64] = []
    let codes = ColumnBuffer<UInt32>(count: count) { out in
      for row in 0..<count {
        guard let number = value(row) else {
          out[row] = Missing.code
          continue
        }
        if let position = positions[number] {
          out[row] = position
        } else {
          let position = UInt32(truncatingIfNeeded: values.count)
          positions[number] = position
          values.append(number)
          out[row] = position
        }
      }
    }
    return (codes, values)
  }

  /// What a code stands for, as a cell.
  func cell(_ code: UInt32) throws(ColumnError) -> Cell {
    guard Int(code) < cardinality else { return .empty }
    switch meaning {
    case .texts(let dictionary): return .text(dictionary.values[Int(code)])
    case .rows(let table): return try table.cell(table.schema.label, row: Int(code))
    case .flags: return .flag(code == 1)
    case .numbers(let values, let type): return type.cell(values[Int(code)])
    }
  }
}
