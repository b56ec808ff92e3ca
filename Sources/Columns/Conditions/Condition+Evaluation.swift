extension Condition {
  /// Judges every row of a table, column by column.
  ///
  /// - Throws: ``ColumnError`` for a name, type or value that the table does not have.
  public func verdicts(over table: Table, in dataset: any Dataset) throws(ColumnError) -> Verdicts {
    switch self {
    case .all(let parts):
      guard let first = parts.first else { return Verdicts(repeating: .yes, count: try table.counted()) }
      var result = try first.verdicts(over: table, in: dataset)
      for part in parts.dropFirst() { result.formAnd(try part.verdicts(over: table, in: dataset)) }
      return result
    case .any(let parts):
      guard let first = parts.first else { return Verdicts(repeating: .no, count: try table.counted()) }
      var result = try first.verdicts(over: table, in: dataset)
      for part in parts.dropFirst() { result.formOr(try part.verdicts(over: table, in: dataset)) }
      return result
    case .field(let name, let test):
      guard let field = table.schema.field(name) else {
        throw ColumnError(.unknownField, table: table.schema.plural, field: name)
      }
      return try test.verdicts(of: table.column(name), field: field, table: table.schema)
    case .months(let name, let since, let test):
      guard let field = table.schema.field(name) else {
        throw ColumnError(.unknownField, table: table.schema.plural, field: name)
      }
      let days = try table.column(name), starts = try table.column(since)
      let months = ColumnBuffer<Int64>(count: days.count) { out in
        for row in 0..<days.count {
          guard let start = starts.day(row), let count = days.integer(row) else {
            out[row] = Missing.int64
            continue
          }
          out[row] = Int64(TimeSpan.wholeMonths(from: start, to: start.adding(days: Int(clamping: count))))
        }
      }
      return try test.verdicts(of: .int64(months), field: field, table: table.schema)
    case .related(let name, let condition):
      guard let field = table.schema.field(name) else {
        throw ColumnError(.unknownField, table: table.schema.plural, field: name)
      }
      guard let target = dataset.target(of: field), case .rows(let rows) = try table.column(name) else {
        throw ColumnError(.wrongType, table: table.schema.plural, field: name, detail: "does not lead to another table")
      }
      let judged = try condition.verdicts(over: target, in: dataset)
      return Verdicts(count: rows.count) { out in
        judged.bytes.withUnsafeBufferPointer { judged in
          let limit = UInt32(truncatingIfNeeded: judged.count)
          for row in 0..<rows.count {
            let at = rows.base[row]
            out[row] = at < limit ? judged[Int(at)] : Verdict.unknown.rawValue
          }
        }
      }
    }
  }
}

extension Test {
  func verdicts(of column: Column, field: Field, table: TableSchema) throws(ColumnError) -> Verdicts {
    if case .exists(let wanted) = self { return Test.presence(of: column, wanted: wanted) }
    switch column {
    case .int64(let buffer):
      return try numeric(buffer, missing: Missing.int64, field: field, table: table)
    case .int32(let buffer):
      return try numeric(buffer, missing: Missing.int32, field: field, table: table)
    case .flags(let buffer):
      return try flags(buffer, field: field, table: table)
    case .codes(let buffer, let dictionary):
      let wanted = try matches(field: field, table: table) { (value) -> UInt32?? in
        guard case .text(let text) = value else { return nil }
        return .some(dictionary.code(of: text))
      }
      return Test.coded(buffer, wanted: wanted.codes, inverted: wanted.inverted)
    case .rows(let buffer):
      let wanted = try matches(field: field, table: table) { (value) -> UInt32?? in
        guard case .row(let row) = value else { return nil }
        return .some(row)
      }
      return Test.coded(buffer, wanted: wanted.codes, inverted: wanted.inverted)
    }
  }

  static func presence(of column: Column, wanted: Bool) -> Verdicts {
    Verdicts(count: column.count) { out in
      let yes = Verdict(wanted).rawValue
      let no = Verdict(!wanted).rawValue
      switch column {
      case .int64(let b): for row in 0..<b.count { out[row] = b.base[row] == Missing.int64 ? no : yes }
      case .int32(let b): for row in 0..<b.count { out[row] = b.base[row] == Missing.int32 ? no : yes }
      case .flags(let b): for row in 0..<b.count { out[row] = b.base[row] == 1 ? no : yes }
      case .codes(let b, _), .rows(let b): for row in 0..<b.count { out[row] = b.base[row] == Missing.code ? no : yes }
      }
    }
  }

  private func wrongType(_ field: Field, _ table: TableSchema) -> ColumnError {
    ColumnError(.wrongType, table: table.plural, field: field.name, detail: field.type.name)
  }

  private func numeric<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ buffer: ColumnBuffer<Number>, missing: Number, field: Field, table: TableSchema
  ) throws(ColumnError) -> Verdicts {
    func number(_ value: FieldValue) throws(ColumnError) -> Int64 {
      guard case .number(let number) = value else { throw wrongType(field, table) }
      return number
    }
    switch self {
    case .equals(let value):
      let wanted = try number(value)
      return Test.range(buffer, missing, from: wanted, to: wanted, inside: .yes)
    case .differs(let value):
      let wanted = try number(value)
      return Test.range(buffer, missing, from: wanted, to: wanted, inside: .no)
    case .lessThan(let bound):
      guard bound > .min else { return Test.range(buffer, missing, from: 1, to: 0, inside: .yes) }
      return Test.range(buffer, missing, from: .min, to: bound - 1, inside: .yes)
    case .atMost(let bound): return Test.range(buffer, missing, from: .min, to: bound, inside: .yes)
    case .moreThan(let bound):
      guard bound < .max else { return Test.range(buffer, missing, from: 1, to: 0, inside: .yes) }
      return Test.range(buffer, missing, from: bound + 1, to: .max, inside: .yes)
    case .atLeast(let bound): return Test.range(buffer, missing, from: bound, to: .max, inside: .yes)
    case .between(let low, let high), .withinLast(_, let low, let high):
      return Test.range(buffer, missing, from: low, to: high, inside: .yes)
    case .oneOf(let values), .notOneOf(let values):
      var wanted = Set<Int64>()
      for value in values { wanted.insert(try number(value)) }
      let inside: Verdict = if case .oneOf = self { .yes } else { .no }
      let outside: Verdict = inside == .yes ? .no : .yes
      return Verdicts(count: buffer.count) { out in
        for row in 0..<buffer.count {
          let value = buffer.base[row]
          out[row] = (value == missing ? .unknown : wanted.contains(Int64(value)) ? inside : outside).rawValue
        }
      }
    case .exists: return Verdicts(repeating: .unknown, count: buffer.count)
    }
  }

  /// Every ordered comparison is one of being within two bounds.
  private static func range<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ buffer: ColumnBuffer<Number>, _ missing: Number, from low: Int64, to high: Int64, inside: Verdict
  ) -> Verdicts {
    let outside: Verdict = inside == .yes ? .no : .yes
    let yes = inside.rawValue
    let no = outside.rawValue
    guard low <= high, high >= Int64(Number.min), low <= Int64(Number.max) else {
      return Verdicts(count: buffer.count) { out in
        for row in 0..<buffer.count { out[row] = buffer.base[row] == missing ? 1 : no }
      }
    }
    let from = Number(clamping: low)
    let to = Number(clamping: high)
    return Verdicts(count: buffer.count) { out in
      for row in 0..<buffer.count {
        let value = buffer.base[row]
        out[row] = value == missing ? 1 : (value >= from && value <= to ? yes : no)
      }
    }
  }

  private func flags(_ buffer: ColumnBuffer<UInt8>, field: Field, table: TableSchema) throws(ColumnError) -> Verdicts {
    let wanted: Bool
    switch self {
    case .equals(.flag(let value)): wanted = value
    case .differs(.flag(let value)): wanted = !value
    default: throw wrongType(field, table)
    }
    return Verdicts(count: buffer.count) { out in
      if wanted {
        out.initialize(from: buffer.base, count: buffer.count)
      } else {
        for row in 0..<buffer.count { out[row] = 2 &- buffer.base[row] }
      }
    }
  }

  /// The codes asked for; a value that no row holds matches nothing and is no error (the checker knows the vocabulary).
  private func matches(
    field: Field, table: TableSchema, code: (FieldValue) -> UInt32??
  ) throws(ColumnError) -> (codes: [UInt32], inverted: Bool) {
    let values: [FieldValue]
    let inverted: Bool
    switch self {
    case .equals(let value): (values, inverted) = ([value], false)
    case .differs(let value): (values, inverted) = ([value], true)
    case .oneOf(let list): (values, inverted) = (list, false)
    case .notOneOf(let list): (values, inverted) = (list, true)
    default: throw wrongType(field, table)
    }
    var codes: [UInt32] = []
    for value in values {
      guard let known = code(value) else { throw wrongType(field, table) }
      if let present = known, present != Missing.code { codes.append(present) }
    }
    return (codes, inverted)
  }

  private static func coded(_ buffer: ColumnBuffer<UInt32>, wanted: [UInt32], inverted: Bool) -> Verdicts {
    let yes = Verdict(!inverted).rawValue
    let no = Verdict(inverted).rawValue
    return Verdicts(count: buffer.count) { out in
      switch wanted.count {
      case 0:
        for row in 0..<buffer.count { out[row] = buffer.base[row] == Missing.code ? 1 : no }
      case 1:
        let code = wanted[0]
        for row in 0..<buffer.count {
          let value = buffer.base[row]
          out[row] = value == Missing.code ? 1 : (value == code ? yes : no)
        }
      default:
        var members = Array(repeating: no, count: Int(wanted.max() ?? 0) + 1)
        for code in wanted { members[Int(code)] = yes }
        let limit = UInt32(truncatingIfNeeded: members.count)
        members.withUnsafeBufferPointer { members in
          for row in 0..<buffer.count {
            let value = buffer.base[row]
            out[row] = value == Missing.code ? 1 : (value < limit ? members[Int(value)] : no)
          }
        }
      }
    }
  }
}
