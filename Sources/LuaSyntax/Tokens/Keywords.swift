/// The reserved words of Lua 5.4, found by their bytes.
enum Keywords {
  /// The reserved words, in the order of `Token.Kind`.
  static let all: [Token.Kind] = Token.Kind.allCases.filter(\.isKeyword)

  /// The kind of a word written in ASCII: a keyword, else a name.
  @inline(__always)
  static func kind(of bytes: [UInt8], _ start: Int, _ end: Int) -> Token.Kind {
    let length = end - start
    guard length >= 2, length <= 8 else { return .name }
    let letter = Int(bytes[start]) - 0x61
    guard letter >= 0, letter < table.count else { return .name }
    var packed: UInt64 = 0
    for index in start..<end { packed = packed << 8 | UInt64(bytes[index]) }
    for candidate in table[letter] where candidate.packed == packed { return candidate.kind }
    return .name
  }

  /// The keyword spelt so, if there is one.
  static func kind(of word: String) -> Token.Kind {
    let bytes = Array(word.utf8)
    return kind(of: bytes, 0, bytes.count)
  }

  /// By first letter; a word of at most eight bytes packed into one number.
  private static let table: [[(packed: UInt64, kind: Token.Kind)]] = {
    var table = [[(packed: UInt64, kind: Token.Kind)]](repeating: [], count: 26)
    for kind in all {
      let bytes = Array(kind.spelling.utf8)
      let packed = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      table[Int(bytes[0]) - 0x61].append((packed, kind))
    }
    return table
  }()
}
