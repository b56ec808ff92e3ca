/// A text and what is to be hidden of it.
struct Scrub {
  let scalars: [Unicode.Scalar]
  /// What stands instead of a scalar; `nil` for itself.
  private var instead: [String?]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    instead = Array(repeating: nil, count: scalars.count)
  }

  var text: String {
    var out = String.UnicodeScalarView()
    for (position, scalar) in scalars.enumerated() {
      if let replacement = instead[position] { out.append(contentsOf: replacement.unicodeScalars) } else { out.append(scalar) }
    }
    return String(out)
  }

  mutating func hide(_ range: Range<Int>) {
    for position in range where scalars.indices.contains(position) {
      instead[position] = position == range.lowerBound ? PersonalText.mark : ""
    }
  }

  /// Where the X of an identity number stands: behind its seventeen digits, also after a space or an invisible mark.
  func checkLetter(behind range: Range<Int>) -> Int? {
    var next = range.upperBound
    var gap = scalars[range].count { DigitScalar.value($0) != nil } == 17 ? 0 : 3
    while next < scalars.count, gap < 3, DigitScalar.isInvisible(scalars[next]) || DigitScalar.isJoiner(scalars[next], published: false) {
      next += 1
      gap += 1
    }
    return next < scalars.count && ["X", "x", "Ｘ", "ｘ"].contains(scalars[next]) ? next : nil
  }

  /// The X of an identity number.
  mutating func hideCheckLetter(behind range: Range<Int>) {
    if let at = checkLetter(behind: range) { instead[at] = "" }
  }

  /// Whether the digits stand inside a unified social credit code that checks: it names an enterprise. One without any letter
  /// inside, or with X at its end alone, must begin with 9, or it may be a person's number that checks by chance.
  func isCreditCode(around range: Range<Int>) -> Bool {
    func isLetterOrDigit(_ at: Int) -> Bool {
      scalars.indices.contains(at) && scalars[at].isASCII && (scalars[at].properties.isAlphabetic || DigitScalar.value(scalars[at]) != nil)
    }
    var low = range.lowerBound, high = range.upperBound
    while isLetterOrDigit(low - 1), high - low <= 18 { low -= 1 }
    while isLetterOrDigit(high), high - low <= 18 { high += 1 }
    guard high - low == 18, scalars[low] == "9" || scalars[low..<high - 1].contains(where: \.properties.isAlphabetic) else { return false }
    return (try? USCC(String(String.UnicodeScalarView(scalars[low..<high])))) != nil
  }

  // MARK: Words

  /// Where the word stands, whatever spaces and invisible marks are put between its characters.
  private func places(of word: String) -> [Range<Int>] {
    func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      let half = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      return half.properties.lowercaseMapping.unicodeScalars.first ?? half
    }
    func isFiller(_ scalar: Unicode.Scalar) -> Bool {
      DigitScalar.isInvisible(scalar) || DigitScalar.isJoiner(scalar, published: true)
    }
    let wanted = word.unicodeScalars.filter { !isFiller($0) }.map(folded)
    guard let first = wanted.first else { return [] }
    var found: [Range<Int>] = []
    var start = 0
    while start < scalars.count {
      guard folded(scalars[start]) == first else {
        start += 1
        continue
      }
      var position = start + 1
      var matched = 1
      var gap = 0
      while matched < wanted.count, position < scalars.count {
        if folded(scalars[position]) == wanted[matched] {
          matched += 1
          gap = 0
        } else if gap < 3, isFiller(scalars[position]) {
          gap += 1
        } else {
          break
        }
        position += 1
      }
      if matched == wanted.count {
        found.append(start..<position)
        start = position
      } else {
        start += 1
      }
    }
    return found
  }

  mutating func hide(everywhere word: String) {
    for range in places(of: word) { hide(range) }
  }

  /// Of a name the surname stays.
  mutating func mask(name: String) {
    guard name.unicodeScalars.count >= 2, let masked = PersonMask.name(name) else { return }
    for range in places(of: name) {
      hide(range)
      instead[range.lowerBound] = masked
    }
  }

  // MARK: Forms

  /// Something@something.something: what comes after the last dot begins with a letter, so that the name of a revision is none.
  mutating func hideAddresses() {
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      return (48...57).contains(value) || (65...90).contains(value) || (97...122).contains(value) || [0x2E, 0x5F, 0x25, 0x2B, 0x2D].contains(value)
    }
    for at in scalars.indices where scalars[at] == "@" || scalars[at] == "＠" {
      var low = at
      while low > 0, isWord(scalars[low - 1]) { low -= 1 }
      var high = at + 1
      while high < scalars.count, isWord(scalars[high]) { high += 1 }
      let dot = scalars[at..<high].lastIndex { $0 == "." || $0 == "．" }
      let isDomain = dot.map { $0 + 1 < high && scalars[$0 + 1].properties.isAlphabetic } ?? false
      if low < at, isDomain { hide(low..<high) }
    }
  }

  /// The building stays, the room goes: `3号楼2单元501室`, `3-2-501`.
  mutating func hideRooms() {
    let clusters = DigitCluster.all(in: scalars, published: false)
    for cluster in clusters {
      guard let last = cluster.groups.last else { continue }
      let sizes = cluster.groups.map(\.digits.count)
      let next = scalars.dropFirst(cluster.range.upperBound).prefix(2)
      if (2...4).contains(last.digits.count), let word = next.first, ["室", "房", "号"].contains(word), next.dropFirst().first != "楼" {
        if word != "号" || last.digits.count >= 3 { hide(last.range) }
      }
      if sizes.count == 3, sizes[0] <= 3, sizes[1] <= 2, (3...4).contains(sizes[2]) {
        hide(cluster.groups[1].range.lowerBound..<last.range.upperBound)
      }
      let before = scalars.prefix(cluster.range.lowerBound).suffix(2)
      if let first = cluster.groups.first, (3...4).contains(first.digits.count), String(String.UnicodeScalarView(before)) == "单元" { hide(first.range) }
    }
  }
}
