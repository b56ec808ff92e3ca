/// All rows of a table, or some of them, ascending: a loop over positions reads both alike.
struct RowSelection {
  let count: Int
  private let chosen: ArraySlice<UInt32>?

  init(all count: Int) {
    self.count = count
    chosen = nil
  }

  init(_ rows: ArraySlice<UInt32>) {
    count = rows.count
    chosen = rows
  }

  /// The row at a position below ``count``.
  @inline(__always)
  subscript(_ position: Int) -> Int {
    guard let chosen else { return position }
    return Int(chosen[chosen.startIndex + position])
  }

  /// The rows at positions, in their order.
  func rows(at positions: ArraySlice<UInt32>) -> [UInt32] {
    guard let chosen else { return Array(positions) }
    return positions.map { chosen[chosen.startIndex + Int($0)] }
  }
}
