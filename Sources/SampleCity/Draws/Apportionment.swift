/// Shares a whole number out in proportion to weights, by largest remainders; ties go to the earlier.
enum Apportionment {
  static func shares(of total: Int, by weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0, total > 0 else { return weights.map { _ in 0 } }
    var shares = weights.map { total * $0 / sum }
    let remainders = weights.indices.sorted {
      let (a, b) = (total * weights[$0] % sum, total * weights[$1] % sum)
      return a == b ? $0 < $1 : a > b
    }
    for position in remainders.prefix(total - shares.reduce(0, +)) { shares[position] += 1 }
    return shares
  }
}
