internal import Columns

/// A form of writing dates: `yyyy-MM-dd`, `yyyy/M/d H:mm`, `yyyy年M月d日 HH:mm:ss`. Asia/Shanghai, always.
struct DatePattern: Sendable, Hashable {
  private enum Part: Hashable {
    /// Which of year, month, day, hour, minute, second; the fewest and the most digits.
    case number(Int, Int, Int)
    case literal(UInt8)
  }

  private var parts: [Part] = []
  /// Whether the form tells the time of day.
  private(set) var hasTime = false

  /// - Returns: `nil` for a form without year, month or day, or with other letters.
  init?(_ pattern: String) {
    let letters: [Character: Int] = ["y": 0, "M": 1, "d": 2, "H": 3, "m": 4, "s": 5]
    var seen = Set<Int>()
    var rest = pattern[...]
    while let letter = rest.first {
      if let part = letters[letter] {
        let run = rest.prefix { $0 == letter }
        rest = rest.dropFirst(run.count)
        guard seen.insert(part).inserted, part == 0 ? run.count == 4 : run.count <= 2 else { return nil }
        parts.append(.number(part, part == 0 ? 4 : run.count, part == 0 ? 4 : 2))
      } else {
        guard !(letter.isASCII && letter.isLetter) else { return nil }
        for byte in String(letter).utf8 { parts.append(.literal(byte)) }
        rest = rest.dropFirst()
      }
    }
    hasTime = seen.contains(3)
    // Alone, a time of day is a form too: see ``clock(_:)``.
    guard seen.isSuperset(of: [0, 1, 2]) || (hasTime && seen.isDisjoint(with: [0, 1, 2])) else { return nil }
  }

  /// The moment that the bytes tell; `secondOfDay` where they tell no time.
  func moment(_ bytes: UnsafeBufferPointer<UInt8>, secondOfDay: Int) -> Moment? {
    guard let values = unsafe values(bytes), let day = Day(year: values[0], month: values[1], day: values[2]) else { return nil }
    if hasTime { return Moment(day, hour: values[3], minute: values[4], second: values[5]) }
    return Moment(seconds: day.start.seconds + Int64(secondOfDay))
  }

  /// The second of the day of a text like `23:59`.
  func clock(_ text: String) -> Int? {
    var text = text
    guard let values = text.withUTF8({ unsafe values($0) }), values[3] < 24, values[4] < 60, values[5] < 60 else { return nil }
    return values[3] * 3600 + values[4] * 60 + values[5]
  }

  private func values(_ bytes: UnsafeBufferPointer<UInt8>) -> InlineArray<6, Int>? {
    var values: InlineArray<6, Int> = [0, 0, 0, 0, 0, 0]
    var position = 0
    for part in parts {
      switch part {
      case .literal(let byte):
        guard position < bytes.count, unsafe bytes[position] == byte else { return nil }
        position += 1
      case .number(let which, let fewest, let most):
        var value = 0
        var digits = 0
        while digits < most, position < bytes.count, case let digit = unsafe bytes[position] &- 48, digit <= 9 {
          value = value * 10 + Int(digit)
          digits += 1
          position += 1
        }
        guard digits >= fewest else { return nil }
        values[which] = value
      }
    }
    return position == bytes.count ? values : nil
  }
}
