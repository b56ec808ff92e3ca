/// Groups of digits that may be one number: `138 0013-8000`, `１３８００１３８０００`, `一三八零零一三八零零零`.
struct DigitCluster {
  struct Group {
    /// Positions of the scalars of the text.
    var range: Range<Int>
    var digits: [Int]
  }

  var groups: [Group]
  var range: Range<Int> { (groups.first?.range.lowerBound ?? 0)..<(groups.last?.range.upperBound ?? 0) }
  var digits: [Int] { groups.flatMap(\.digits) }

  /// The clusters of a text, in order.
  static func all(in scalars: [Unicode.Scalar], published: Bool) -> [DigitCluster] {
    var clusters: [DigitCluster] = []
    var position = 0
    while position < scalars.count {
      guard DigitScalar.value(scalars[position]) != nil else {
        position += 1
        continue
      }
      var groups = [Group(range: position..<position, digits: [])]
      var gap = 0
      while position < scalars.count {
        if let digit = DigitScalar.value(scalars[position]) {
          if gap > 0 { groups.append(Group(range: position..<position, digits: [])) }
          gap = 0
          groups[groups.count - 1].digits.append(digit)
          groups[groups.count - 1].range = groups[groups.count - 1].range.lowerBound..<position + 1
        } else if DigitScalar.isInvisible(scalars[position]) {
          // Says nothing: the group goes on behind it.
        } else if gap < 3, DigitScalar.isJoiner(scalars[position], published: published) {
          gap += 1
        } else {
          break
        }
        position += 1
      }
      clusters.append(DigitCluster(groups: groups))
    }
    return clusters
  }

  // MARK: Numbers of persons

  /// The runs of groups that are a telephone or identity number.
  func persons(followedBy next: Unicode.Scalar?) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var first = 0
    while first < groups.count {
      var taken = 0
      var digits: [Int] = []
      for last in first..<min(groups.count, first + 18) {
        digits += groups[last].digits
        if digits.count > 18 { break }
        let isLast = last == groups.count - 1
        if DigitCluster.isPerson(digits, sizes: groups[first...last].map(\.digits.count), checkLetter: isLast ? next : nil) {
          taken = last - first + 1
        }
      }
      if taken > 0 {
        found.append(groups[first].range.lowerBound..<groups[first + taken - 1].range.upperBound)
        first += taken
      } else {
        first += 1
      }
    }
    return found
  }

  private static func isPerson(_ digits: [Int], sizes: [Int], checkLetter: Unicode.Scalar?) -> Bool {
    isMobile(digits, sizes: sizes) || isLandline(digits, sizes: sizes) || isIdentity(digits, checkLetter: checkLetter)
  }

  private static func isMobile(_ digits: [Int], sizes: [Int]) -> Bool {
    var rest = digits[...]
    if rest.count == 15, rest.starts(with: [0, 0, 8, 6]) { rest = rest.dropFirst(4) }
    if rest.count == 13, rest.starts(with: [8, 6]) { rest = rest.dropFirst(2) }
    if rest.count == 12, rest.first == 0 { rest = rest.dropFirst() }
    guard rest.count == 11, rest.first == 1, let second = rest.dropFirst().first, second >= 3 else { return false }
    // The number of an officer of a street of this city is no telephone: 140403001-01.
    if sizes == [9, 2], digits.starts(with: [1, 4, 0, 4]) { return false }
    // A date with a number behind it is no telephone: 1999-12-31 080.
    return !(sizes.count >= 3 && sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2)
  }

  /// `0355-2021234`, `010 12345678`: with its area code.
  private static func isLandline(_ digits: [Int], sizes: [Int]) -> Bool {
    guard sizes.count >= 2, sizes.count <= 3, digits.first == 0, (10...12).contains(digits.count) else { return false }
    // Area codes: 010 and 02x have three digits, those that begin with 03 to 09 four.
    let second = digits[1]
    if second == 0 || second == 1 && digits[2] != 0 { return false }
    return sizes[0] == (second <= 2 ? 3 : 4)
  }

  /// Eighteen digits, or seventeen and X, or the fifteen of the old cards; a credit code of an enterprise is none.
  private static func isIdentity(_ digits: [Int], checkLetter: Unicode.Scalar?) -> Bool {
    func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
      (1850...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    if digits.count == 15, (11...65).contains(number(0..<2)) {
      // Whoever was born before 1920 has no card of fifteen digits any more; codes of estates and buildings look like one.
      return number(6..<8) >= 20 && isDate(1900 + number(6..<8), number(8..<10), number(10..<12))
    }
    let isX = checkLetter.map { ["X", "x", "Ｘ", "ｘ"].contains($0) } ?? false
    guard digits.count == 18 || digits.count == 17 && isX, isDate(number(6..<10), number(10..<12), number(12..<14)) else { return false }
    // One person's number in thirty checks as a credit code; those of enterprises begin with 9, which no province has.
    return digits.first != 9 || (try? USCC(digits.map(String.init).joined() + (digits.count == 17 ? "X" : ""))) == nil
  }

  // MARK: What a published text may hold

  /// Whether the cluster is nothing but short numbers, dates and times of day.
  func mayBePublished(_ scalars: [Unicode.Scalar]) -> Bool {
    let count = groups.reduce(0) { $0 + $1.digits.count }
    if count < 7 { return true }
    var rest = groups[...]
    while let group = rest.first {
      func number(_ at: Int) -> Int { rest.count > at ? rest[rest.startIndex + at].digits.reduce(0) { min(100_000, $0 * 10 + $1) } : -1 }
      func size(_ at: Int) -> Int { rest.count > at ? rest[rest.startIndex + at].digits.count : 0 }
      if size(0) == 4, (1900...2099).contains(number(0)), size(1) <= 2, (1...12).contains(number(1)), size(2) <= 2, (1...31).contains(number(2)) {
        rest = rest.dropFirst(3)
      } else if size(0) == 8, case let day = group.digits.reduce(0, { $0 * 10 + $1 }), (19_000_101...20_991_231).contains(day),
        (1...12).contains(day / 100 % 100), (1...31).contains(day % 100) {
        rest = rest.dropFirst()
      } else if rest.startIndex > groups.startIndex, size(0) <= 2, number(0) <= 24, size(1) == 2, number(1) <= 59 {
        // A time of day behind a date.
        rest = rest.dropFirst(2)
        if size(0) == 2, number(0) <= 59, rest.count == 1 { rest = rest.dropFirst() }
      } else {
        return isAmount(scalars)
      }
    }
    return true
  }

  /// `12345.67`: one point and at most two digits behind it.
  private func isAmount(_ scalars: [Unicode.Scalar]) -> Bool {
    guard groups.count == 2, groups[0].digits.count <= 7, groups[1].digits.count <= 2 else { return false }
    let between = scalars[groups[0].range.upperBound..<groups[1].range.lowerBound]
    return between.count == 1 && between.first == "."
  }
}
