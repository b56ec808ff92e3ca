/// Some thousand converted rows, on their way from the thread that parses to the one that stores.
///
/// Every value is one `Int64`: the number itself, the id of a reference, the position of an enumeration's word, or for texts
/// the place in `text`. Unchecked sendable: one thread fills it, then hands it over and does not touch it again.
@safe
final class RowBatch: @unchecked Sendable {
  let width: Int
  /// `width` numbers a row; room for one row more than a full batch.
  private let numbers: UnsafeMutablePointer<Int64>
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity: Int
  private(set) var byteCount = 0
  var lines: [Int] = []
  /// Every row as it stands in the file, for those that turn out not to fit the register.
  private var raws: [UInt8] = []
  private var rawEnds: [Int] = []
  var quarantined: [Quarantined] = []
  /// By row, where the file has columns of personal data.
  var personal: [PersonalRecord] = []
  /// By row, where another system sent fields that have no place here.
  var extras: [String] = []
  /// Bytes of the file read when the batch was full.
  var consumed: Int64 = 0
  /// What ended the file before its end.
  var failure: RegisterError?

  struct Quarantined: Sendable {
    var line: Int
    var fault: RowFault
    var raw: [UInt8]
    /// What a listing shows of it.
    var shown: String
  }

  static let rowLimit = 4096
  static let textLimit = 1 << 20

  init(width: Int) {
    self.width = width
    unsafe numbers = .allocate(capacity: max(1, width * (RowBatch.rowLimit + 1)))
    byteCapacity = RowBatch.textLimit + RowBatch.textLimit / 4
    unsafe bytes = .allocate(capacity: byteCapacity)
    lines.reserveCapacity(RowBatch.rowLimit)
  }

  deinit {
    unsafe numbers.deallocate()
    unsafe bytes.deallocate()
  }

  /// Lets the body write the next row; it counts once its line is appended.
  @inline(__always)
  func appendRow(_ width: Int, _ body: (UnsafeMutablePointer<Int64>, RowBatch) -> Bool) {
    _ = unsafe body(numbers + lines.count * width, self)
  }

  @inline(__always)
  func row(_ index: Int) -> UnsafeBufferPointer<Int64> {
    unsafe UnsafeBufferPointer(start: numbers + index * width, count: width)
  }

  var text: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: bytes, count: byteCount) }

  var count: Int { lines.count }
  var isFull: Bool { lines.count >= RowBatch.rowLimit || byteCount >= RowBatch.textLimit || quarantined.count >= 1024 }

  /// A text's place: 40 bits of offset, 24 of length.
  @inline(__always)
  func append(_ text: UnsafeBufferPointer<UInt8>) -> Int64 {
    let start = byteCount, count = text.count
    if start + count > byteCapacity { grow(by: count) }
    if let source = text.baseAddress { unsafe (bytes + start).update(from: source, count: count) }
    byteCount = start + count
    return Int64(start) << 24 | Int64(count & 0xFF_FFFF)
  }

  private func grow(by count: Int) {
    byteCapacity = (byteCount + count) * 2
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
    unsafe larger.update(from: bytes, count: byteCount)
    unsafe bytes.deallocate()
    unsafe bytes = larger
  }

  /// Keeps the text of the row that was appended last.
  func keep(raw: UnsafeBufferPointer<UInt8>) {
    unsafe raws.append(contentsOf: raw)
    rawEnds.append(raws.count)
  }

  func raw(of row: Int) -> [UInt8] { Array(raws[(row == 0 ? 0 : rawEnds[row - 1])..<rawEnds[row]]) }

  static func range(of place: Int64) -> Range<Int> {
    let start = Int(place >> 24)
    return start..<start + Int(place & 0xFF_FFFF)
  }
}
