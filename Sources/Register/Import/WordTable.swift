/// From a word's bytes to a number: the position of an enumeration's word, or the id of a row.
struct WordTable {
  private var words = ByteTextTable()
  private var values: [Int64] = []

  init() {}

  /// A word that is there already keeps its first value.
  mutating func add(_ word: String, _ value: Int64) {
    let known = words.count
    words.add(word)
    if words.count > known { values.append(value) }
  }

  var isEmpty: Bool { values.isEmpty }
  var texts: [String] { words.texts }

  @inline(__always)
  func value(of bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let code = unsafe words.code(of: bytes) else { return nil }
    return values[Int(code)]
  }

  func value(of word: String) -> Int64? {
    var word = word
    return word.withUTF8 { unsafe value(of: $0) }
  }
}
