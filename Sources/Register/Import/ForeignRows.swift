/// The rows that were made of another system's document, each with the place and the text it was made of.
///
/// Unchecked sendable: filled by one thread, then read by the one that parses.
final class ForeignRows: @unchecked Sendable {
  private struct Mark {
    var range: Range<Int>
    var line: Int
    var fault: RowFault?
  }

  private let document: [UInt8]
  private var marks: [Mark] = []
  private var csv: [UInt8] = []
  private var counted = (offset: 0, line: 1)

  init(document: [UInt8], header: [String]) {
    self.document = document
    write(header)
  }

  var source: any ByteSource { BytesSource(csv) }

  /// - Parameters:
  ///   - range: the bytes of the document; never before those of an earlier row.
  ///   - fault: why the row cannot be taken in; it goes to quarantine then.
  func append(_ cells: [String], from range: Range<Int>, fault: RowFault?) {
    while counted.offset < range.lowerBound {
      if document[counted.offset] == 0x0A { counted.line += 1 }
      counted.offset += 1
    }
    marks.append(Mark(range: range, line: counted.line, fault: fault))
    write(cells)
  }

  private func write(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      csv.append(UInt8(ascii: index == 0 ? "\"" : ","))
      if index > 0 { csv.append(UInt8(ascii: "\"")) }
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { csv.append(byte) }
        csv.append(byte)
      }
      csv.append(UInt8(ascii: "\""))
    }
    csv.append(0x0A)
  }

  // MARK: By the record's number, from 1

  func fault(of record: Int) -> RowFault? { marks.indices.contains(record - 1) ? marks[record - 1].fault : nil }
  func line(of record: Int) -> Int { marks.indices.contains(record - 1) ? marks[record - 1].line : 0 }
  func raw(of record: Int) -> [UInt8] { marks.indices.contains(record - 1) ? Array(document[marks[record - 1].range]) : [] }
}

/// Bytes that are in memory already.
private final class BytesSource: ByteSource {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var consumed: Int64 { Int64(at) }
  var checksum: UInt32 { 0 }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - at)
    unsafe buffer.copyBytes(from: bytes[at..<at + count])
    at += count
    return count
  }
}

extension ByteSource {
  /// Everything up to a limit.
  ///
  /// - Returns: `nil` when there is more.
  func all(limit: Int) throws(RegisterError) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      var failure: RegisterError?
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        do throws(RegisterError) { return unsafe try read(into: buffer) } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { return nil }
      bytes += chunk[0..<count]
    }
  }
}
