internal import Columns

/// Texts that recur in every line, laid out as bytes once.
final class Words {
  /// A text's place.
  struct Word {
    var start: UInt32 = 0
    var length: UInt32 = 0
  }

  private var bytes: [UInt8] = []
  /// The bytes, once ``seal()`` has run.
  private(set) var base = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

  deinit { base.deallocate() }

  func add(_ text: String) -> Word {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return Word(start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: bytes.count - start))
  }

  /// A text with a comma behind it.
  func field(_ text: String) -> Word { add(text + ",") }

  func seal() {
    base.deallocate()
    base = .allocate(capacity: max(1, bytes.count))
    base.initialize(from: bytes, count: bytes.count)
  }
}

/// Days as text, `2026-09-30`, by ordinal.
struct DayWords {
  private let first: Int64
  private let words: [Words.Word]

  init(from: Day, to: Day, in words: Words) {
    first = Int64(from.ordinal)
    self.words = (from.ordinal...max(from.ordinal, to.ordinal)).map { words.add(Day(ordinal: $0).description) }
  }

  @inline(__always)
  subscript(ordinal: Int64) -> Words.Word { words[Int(min(max(0, ordinal - first), Int64(words.count - 1)))] }
}
