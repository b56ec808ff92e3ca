internal import Columns

/// The counties in which estates lie, numbered from 0, so that arrays can be indexed by county.
struct CountyIndex {
  /// Division rows in ascending order.
  let rows: [Int]
  private let slots: [Int32]

  init(_ snapshot: Snapshot) throws(ColumnError) {
    let counties = try snapshot.table(Project.schema).references(Project.county)
    var seen: Set<Int> = []
    for row in 0..<counties.count where counties.base[row] != Missing.code { seen.insert(Int(counties.base[row])) }
    rows = seen.sorted()
    var slots = Array(repeating: Int32(-1), count: (rows.last ?? -1) + 1)
    for (position, row) in rows.enumerated() { slots[row] = Int32(truncatingIfNeeded: position) }
    self.slots = slots
  }

  var count: Int { rows.count }

  /// The number of a division's row, or -1.
  @inline(__always)
  func slot(_ division: UInt32) -> Int {
    let row = Int(division)
    return row < slots.count ? Int(slots[row]) : -1
  }
}
