/// Rows sorted into numbered groups by one counting sort, ascending within each group.
struct RowGroups {
  private let sorted: [UInt32]
  private let starts: [Int]

  /// - Parameter groups: the group of each row, negative for a row of none; all below `count`.
  init(_ groups: [Int32], count: Int) {
    var starts = Array(repeating: 0, count: count + 1)
    groups.withUnsafeBufferPointer { groups in
      for row in 0..<groups.count where groups[row] >= 0 { starts[Int(groups[row]) + 1] += 1 }
    }
    for at in 0..<count { starts[at + 1] += starts[at] }
    var next = starts
    var sorted = Array(repeating: UInt32(0), count: starts[count])
    groups.withUnsafeBufferPointer { groups in
      for row in 0..<groups.count where groups[row] >= 0 {
        let to = Int(groups[row])
        sorted[next[to]] = UInt32(truncatingIfNeeded: row)
        next[to] += 1
      }
    }
    self.starts = starts
    self.sorted = sorted
  }

  /// The rows of a group; none of a group that does not exist.
  func rows(of group: Int) -> ArraySlice<UInt32> {
    guard group >= 0, group + 1 < starts.count else { return [] }
    return sorted[starts[group]..<starts[group + 1]]
  }
}
