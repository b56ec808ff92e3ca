/// Some thousand converted rows, on their way from the thread that parses to the one that stores.
///
/// Every value is one `Int64`: the number itself, the id of a reference, the position of an enumeration's word, or for texts
/// the place in `text`. Unchecked sendable: one thread fills it, then hands it over and does not touch it again.
final class RowBatch: @unchecked Sendable {
  let width: Int
  var values: [Int64] = []
  var lines: [Int] = []
  var text: [UInt8] = []
  var quarantined: [Quarantined] = []
  /// Bytes of the file read when the batch was full.
  var consumed: Int64 = 0
  /// What ended the file before its end.
  var failure: RegisterError?

  struct Quarantined: Sendable {
    var line: Int
    var fault: RowFault
    var raw: [UInt8]
  }

  static let rowLimit = 4096
  static let textLimit = 1 << 20

  init(width: Int) {
    self.width = width
    values.reserveCapacity(width * RowBatch.rowLimit)
    lines.reserveCapacity(RowBatch.rowLimit)
    text.reserveCapacity(RowBatch.textLimit + RowBatch.textLimit / 4)
  }

  var count: Int { lines.count }
  var isFull: Bool { lines.count >= RowBatch.rowLimit || text.count >= RowBatch.textLimit || quarantined.count >= 1024 }

  /// A text's place: 40 bits of offset, 24 of length.
  @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
    let place = Int64(text.count) << 24 | Int64(bytes.count & 0xFF_FFFF)
    unsafe text.append(contentsOf: bytes)
    return place
  }

  static func range(of place: Int64) -> Range<Int> {
    let start = Int(place >> 24)
    return start..<start + Int(place & 0xFF_FFFF)
  }
}
