/// The selected rows of a query, divided by the values of some fields.
public struct Grouping: Sendable {
  public let query: Query
  public let keys: [GroupKey]
  /// The group of each row; groups at or above ``groupCount`` do not exist.
  let groups: ColumnBuffer<UInt32>?
  let groupCount: Int
  /// For several keys: the codes of each group, in the order of the keys.
  private let combined: [[UInt32]]?

  init(_ query: Query, keys: [GroupKey]) throws(ColumnError) {
    self.query = query
    self.keys = keys
    switch keys.count {
    case 0: (groups, groupCount, combined) = (nil, 1, nil)
    // One slot more, for rows whose value is missing.
    case 1: (groups, groupCount, combined) = (keys[0].codes, keys[0].cardinality + 1, nil)
    default:
      var positions: [[UInt32]: UInt32] = [:]
      var codes: [[UInt32]] = []
      let rowCount = query.table.count
      groups = ColumnBuffer(count: rowCount) { out in
        var key = Array(repeating: UInt32(0), count: keys.count)
        for row in 0..<rowCount {
          for position in keys.indices { key[position] = keys[position].codes.base[row] }
          if let group = positions[key] {
            out[row] = group
          } else {
            let group = UInt32(truncatingIfNeeded: codes.count)
            positions[key] = group
            codes.append(key)
            out[row] = group
          }
        }
      }
      (groupCount, combined) = (codes.count, codes)
    }
  }

  /// The key cells of a group.
  func cells(of group: Int) throws(ColumnError) -> [Cell] {
    if let combined {
      var cells: [Cell] = []
      for (key, code) in zip(keys, combined[group]) { cells.append(try key.cell(code)) }
      return cells
    }
    guard let key = keys.first else { return [] }
    return [try key.cell(UInt32(truncatingIfNeeded: group))]
  }

  /// The rows of the target table that a group stands for, when the grouping is by one reference.
  public func row(of group: Int) -> Int? {
    guard keys.count == 1, case .rows(let table) = keys[0].meaning, group < table.count else { return nil }
    return group
  }

  /// Calls `body` with each selected row and its group.
  @inline(__always)
  private func forEachRow(_ body: (_ row: Int, _ group: Int) -> Void) {
    let count = query.table.count
    let last = groupCount - 1
    func group(_ row: Int) -> Int { groups.map { min(Int($0.base[row]), last) } ?? 0 }
    if let verdicts = query.verdicts {
      verdicts.bytes.withUnsafeBufferPointer { bytes in
        for row in 0..<min(count, bytes.count) where bytes[row] == 2 { body(row, group(row)) }
      }
    } else {
      for row in 0..<count { body(row, group(row)) }
    }
  }

  /// Selected rows in each group.
  public func counts() -> [Int] {
    guard let groups else { return [query.count] }
    var counts = Array(repeating: UInt32(0), count: groupCount)
    let last = UInt32(truncatingIfNeeded: groupCount - 1)
    let base = groups.base
    let total = groups.count
    counts.withUnsafeMutableBufferPointer { counts in
      if let verdicts = query.verdicts {
        // Without a branch: a row that is not selected adds nothing to its group.
        verdicts.bytes.withUnsafeBufferPointer { bytes in
          for row in 0..<total { counts[Int(min(base[row], last))] &+= UInt32(bytes[row] >> 1) }
        }
      } else {
        for row in 0..<total { counts[Int(min(base[row], last))] &+= 1 }
      }
    }
    return counts.map(Int.init)
  }

  /// The exact sum of a numeric field in each group, in storage units.
  public func sums(of field: String) throws(ColumnError) -> [Int64] {
    let column = try query.table.column(field)
    guard let description = query.table.schema.field(field), description.type.isSummable else {
      throw ColumnError(.wrongType, table: query.table.schema.plural, field: field, detail: "cannot be summed")
    }
    var sums = Array(repeating: Int64(0), count: groupCount)
    var overflowed = false
    sums.withUnsafeMutableBufferPointer { sums in
      switch column {
      case .int64(let values):
        forEachRow { row, group in
          let value = values.base[row]
          guard value != Missing.int64 else { return }
          let (sum, overflow) = sums[group].addingReportingOverflow(value)
          sums[group] = sum
          overflowed = overflowed || overflow
        }
      case .flags(let values):
        forEachRow { row, group in sums[group] &+= Int64(values.base[row] >> 1) }
      default: break
      }
    }
    guard !overflowed else { throw ColumnError(.overflow, table: query.table.schema.plural, field: field) }
    return sums
  }

  /// How many different values a field has in each group; missing values are left out.
  public func distinctCounts(of field: String) throws(ColumnError) -> [Int] {
    let column = try query.table.column(field)
    var counts = Array(repeating: 0, count: groupCount)
    var pairs: [Pair] = []
    pairs.reserveCapacity(query.count)
    forEachRow { row, group in
      guard let value = column.identity(row) else { return }
      pairs.append(Pair(group: UInt32(truncatingIfNeeded: group), value: value))
    }
    pairs.sort()
    var previous: Pair?
    for pair in pairs where pair != previous {
      counts[Int(pair.group)] += 1
      previous = pair
    }
    return counts
  }

  private struct Pair: Comparable {
    var group: UInt32
    var value: Int64
    static func < (a: Pair, b: Pair) -> Bool { a.group != b.group ? a.group < b.group : a.value < b.value }
  }
}

extension Column {
  /// A number that is equal for equal values of the column, or `nil` for a missing value.
  public func identity(_ row: Int) -> Int64? {
    guard !isMissing(row) else { return nil }
    return switch self {
    case .int64(let buffer): buffer.base[row]
    case .int32(let buffer): Int64(buffer.base[row])
    case .flags(let buffer): Int64(buffer.base[row])
    case .codes(let buffer, _), .rows(let buffer): Int64(buffer.base[row])
    }
  }
}
