/// Finds the canaries that an output leaks, in any dress.
public enum Leaks {
  private static let numbers = Set(Canary.all.flatMap { [$0.phone, String($0.identity.prefix(17))] })
  private static let pairs = Set(Canary.all.map { String($0.name.dropFirst()) })

  /// Half width, numerals as digits, nothing but letters and digits.
  public static func folded(_ text: String) -> String {
    let numerals: [Unicode.Scalar: Unicode.Scalar] = [
      "零": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
    ]
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let half = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      let digit = numerals[half] ?? half
      if digit.properties.isAlphabetic || digit.properties.numericType != nil { out.append(digit) }
    }
    return String(out)
  }

  /// Numbers and names.
  public static func all(in text: String) -> [String] {
    let folded = folded(text)
    return numbers(inDigits: folded.utf8) + names(in: folded)
  }

  /// Numbers alone: a name that nobody told of cannot be known.
  public static func numbers(in text: String) -> [String] { numbers(inDigits: folded(text).utf8) }

  /// In a text without dress, or a file's bytes: every run of eleven digits and more.
  public static func numbers(inDigits bytes: some Sequence<UInt8>) -> [String] {
    var found: [String] = []
    var run: [UInt8] = []
    func look() {
      for length in [11, 17] where run.count >= length {
        for start in 0...(run.count - length) {
          let part = String(decoding: run[start..<start + length], as: UTF8.self)
          if numbers.contains(part) { found.append(part) }
        }
      }
      run = []
    }
    for byte in bytes { if (48...57).contains(byte) { run.append(byte) } else { look() } }
    look()
    return found
  }

  private static func names(in folded: String) -> [String] {
    let characters = Array(folded)
    return characters.indices.dropLast().map { String(characters[$0...$0 + 1]) }.filter(pairs.contains)
  }
}
