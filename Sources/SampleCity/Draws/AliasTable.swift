/// Draws a position in proportion to its weight in constant time (A. J. Walker's alias method, in whole numbers).
struct AliasTable {
  private let thresholds: [UInt32]
  private let aliases: [UInt32]

  /// - Parameter weights: not negative, fewer than 2^31 of them, their sum times their number below 2^63. When all are
  ///   zero every position is as likely as every other.
  init(_ weights: [Int]) {
    let total = weights.reduce(0, +)
    let scaled = total > 0 ? weights : weights.map { _ in 1 }
    let sum = total > 0 ? total : max(1, weights.count)
    var heights = scaled.map { $0 * scaled.count }
    var thresholds = Array(repeating: UInt32.max, count: scaled.count)
    var aliases = (0..<scaled.count).map { UInt32(truncatingIfNeeded: $0) }
    var small = heights.indices.filter { heights[$0] < sum }
    var large = heights.indices.filter { heights[$0] >= sum }
    while let low = small.popLast(), let high = large.last {
      thresholds[low] = AliasTable.fraction(heights[low], of: sum)
      aliases[low] = UInt32(truncatingIfNeeded: high)
      heights[high] -= sum - heights[low]
      if heights[high] < sum {
        large.removeLast()
        small.append(high)
      }
    }
    self.thresholds = thresholds
    self.aliases = aliases
  }

  private static func fraction(_ part: Int, of whole: Int) -> UInt32 {
    let product = UInt64(part).multipliedFullWidth(by: 1 << 32)
    return UInt32(clamping: UInt64(whole).dividingFullWidth(product).quotient)
  }

  /// The position for sixty-four random bits. The table must not be empty.
  @inline(__always)
  func position(_ bits: UInt64) -> Int {
    let at = Int(truncatingIfNeeded: ((bits &>> 32) &* UInt64(truncatingIfNeeded: thresholds.count)) &>> 32)
    return UInt32(truncatingIfNeeded: bits) < thresholds[at] ? at : Int(aliases[at])
  }
}
