/// Is it UTF-8, and if not, is it GBK?
enum UTF8Check {
  /// The position of the first byte that is not part of a well-formed character (Unicode 15, table 3-7).
  static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    let count = bytes.count
    while position < count {
      let byte = unsafe bytes[position]
      if byte < 0x80 {
        position &+= 1
        continue
      }
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      let length: Int
      switch byte {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if byte == 0xE0 { low = 0xA0 } else if byte == 0xED { high = 0x9F }
      case 0xF0...0xF4:
        length = 4
        if byte == 0xF0 { low = 0x90 } else if byte == 0xF4 { high = 0x8F }
      default: return position
      }
      guard position + length <= count, unsafe bytes[position + 1] >= low, unsafe bytes[position + 1] <= high else { return position }
      var offset = 2
      while offset < length {
        guard unsafe bytes[position + offset] & 0xC0 == 0x80 else { return position }
        offset += 1
      }
      position &+= length
    }
    return nil
  }

  /// Whether every byte beyond ASCII is half of a pair that GBK allows, and most pairs stand for common Chinese characters.
  static func looksLikeGBK(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    var pairs = 0
    var common = 0
    while position < bytes.count {
      let lead = unsafe bytes[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      guard (0x81...0xFE).contains(lead), position + 1 < bytes.count else { return false }
      let trail = unsafe bytes[position + 1]
      guard (0x40...0xFE).contains(trail), trail != 0x7F else { return false }
      pairs += 1
      // Level 1 of GB 2312, and its punctuation: what ordinary text is made of.
      if (0xA1...0xD7).contains(lead), trail >= 0xA1 { common += 1 }
      position += 2
    }
    return pairs > 0 && common * 2 > pairs
  }
}
