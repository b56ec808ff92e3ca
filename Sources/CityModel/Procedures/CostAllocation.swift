/// 按专有部分面积分摊: divides an amount over the accounts that bear it, exact to the fen (A14, Civil Code 283).
public enum CostAllocation {
  /// What each part bears: by its share of the area, rounded down, and a fen more for those whose fractions are the largest, so
  /// that the parts together are the amount. Equal fractions: who stands first.
  ///
  /// - Parameters:
  ///   - amount: not below zero.
  ///   - areas: hundredths of a square metre, or any other weights; none below zero.
  /// - Returns: the parts in the order of the areas; `nil` where there is no area to divide by.
  public static func divide(_ amount: Money, by areas: [Int64]) -> [Money]? {
    let whole = areas.reduce(Int128(0)) { $0 + Int128($1) }
    guard amount >= .zero, whole > 0, areas.allSatisfy({ $0 >= 0 }) else { return nil }
    var parts: [(fen: Int64, rest: Int128)] = areas.map { area in
      let (quotient, rest) = (Int128(amount.fen) * Int128(area)).quotientAndRemainder(dividingBy: whole)
      return (Int64(quotient), rest)
    }
    let left = Int(amount.fen - parts.reduce(0) { $0 + $1.fen })
    let order = parts.indices.sorted { (-parts[$0].rest, $0) < (-parts[$1].rest, $1) }
    for at in order.prefix(left) { parts[at].fen += 1 }
    return parts.map { Money(fen: $0.fen) }
  }
}
