/// The words in a message of the Lua library.
enum MessageWords {
  /// The message with words replaced: `replace` gets every run of letters, digits and underscores in ASCII, and
  /// whether it stands between quotation marks.
  static func replacing(in message: String, _ replace: (String, _ isQuoted: Bool) -> String?) -> String {
    let bytes = Array(message.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var quotes = Quotes()
    var index = 0
    while index < bytes.count {
      guard ASCII.isName(bytes[index]) else {
        quotes.pass(bytes, index)
        result.append(bytes[index])
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, ASCII.isName(bytes[end]) { end += 1 }
      let word = String(decoding: bytes[index..<end], as: UTF8.self)
      result += (replace(word, quotes.areOpen) ?? word).utf8
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The first text that a message puts between single quotation marks: `complaints` in `global 'complaints'`.
  static func quoted(in message: String) -> String? {
    let bytes = Array(message.utf8)
    var quotes = Quotes()
    var start: Int?
    for index in bytes.indices {
      let wereOpen = quotes.areOpen
      quotes.pass(bytes, index)
      if !wereOpen, quotes.areOpen { start = index + 1 }
      if wereOpen, !quotes.areOpen, let start, start < index {
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
    }
    return nil
  }

  /// Follows quotation marks: an apostrophe inside a word (`can't`) is none.
  private struct Quotes {
    private(set) var areOpen = false
    private var mark: UInt8 = 0

    mutating func pass(_ bytes: [UInt8], _ index: Int) {
      let byte = bytes[index]
      if areOpen {
        if byte == mark { areOpen = false }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
        guard index == 0 || !ASCII.isName(bytes[index - 1]) else { return }
        (areOpen, mark) = (true, byte)
      }
    }
  }
}
