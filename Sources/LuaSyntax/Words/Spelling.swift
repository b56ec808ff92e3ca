/// The candidate that `word` was most probably meant to be, or `nil` when none is near.
///
/// Nearness is the optimal string alignment distance (a character inserted, left out, replaced, or two neighbours
/// exchanged), counted in characters, so a Chinese word of two characters has one replaced of two. The distance must
/// not be more than a third of the longer word, but one is always allowed from two characters on; upper and lower
/// case count as half. Among equally near ones the one that begins alike wins, then the smaller in Unicode order: the
/// order of the candidates does not matter.
public func closest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word)
  guard wanted.count <= 64 else { return nil }
  var best: (rank: (Int, Int), candidate: String)?
  for candidate in candidates {
    let characters = Array(candidate)
    let longer = max(wanted.count, characters.count)
    guard longer >= 2, characters.count <= 64 else { continue }
    let limit = 2 * max(1, longer / 3)
    let distance = doubledDistance(wanted, characters)
    guard distance > 0, distance <= limit, distance < 2 * longer, sharesCharacter(wanted, characters) else { continue }
    let rank = (distance, wanted.first == characters.first ? 0 : 1)
    if let best, (best.rank, best.candidate.unicodeKey) <= (rank, candidate.unicodeKey) { continue }
    best = (rank, candidate)
  }
  return best?.candidate
}

private func <= (left: ((Int, Int), [UInt8]), right: ((Int, Int), [UInt8])) -> Bool {
  if left.0 != right.0 { return left.0 < right.0 }
  return !right.1.lexicographicallyPrecedes(left.1)
}

extension String {
  /// A key for an order without locale.
  fileprivate var unicodeKey: [UInt8] { Array(utf8) }
}

private func sharesCharacter(_ left: [Character], _ right: [Character]) -> Bool {
  left.contains { character in right.contains { cost($0, character) < 2 } }
}

/// 0 for the same character, 1 for the same in the other case, 2 for another.
private func cost(_ left: Character, _ right: Character) -> Int {
  left == right ? 0 : left.lowercased() == right.lowercased() ? 1 : 2
}

/// Twice the optimal string alignment distance.
private func doubledDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = (0...right.count).map { 2 * $0 }
  for row in left.indices {
    var current = [2 * (row + 1)]
    current.reserveCapacity(right.count + 1)
    for column in right.indices {
      var value = min(previous[column] + cost(left[row], right[column]), previous[column + 1] + 2, current[column] + 2)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        value = min(value, beforePrevious[column - 1] + 2)
      }
      current.append(value)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[right.count]
}
