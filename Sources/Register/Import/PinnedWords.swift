/// The words of an enumeration at addresses that do not move, so that SQLite need not copy them.
@safe
final class PinnedWords {
  private let arena: UnsafeMutablePointer<UInt8>
  private let ranges: [Range<Int>]

  init(_ words: [String]) {
    let bytes = words.map { Array($0.utf8) }
    unsafe arena = .allocate(capacity: max(1, bytes.reduce(0) { $0 + $1.count }))
    var ranges: [Range<Int>] = []
    var end = 0
    for word in bytes {
      for (offset, byte) in word.enumerated() { unsafe arena[end + offset] = byte }
      ranges.append(end..<end + word.count)
      end += word.count
    }
    self.ranges = ranges
  }

  deinit { unsafe arena.deallocate() }

  @inline(__always)
  subscript(index: Int64) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0, index < ranges.count else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
    let range = ranges[Int(index)]
    return unsafe UnsafeBufferPointer(start: arena + range.lowerBound, count: range.count)
  }
}
