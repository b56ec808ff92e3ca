/// Reads RFC 4180 text record by record out of a stream: LF, CRLF or CR ends a record, quotes hold commas and line ends, a
/// UTF-8 byte order mark is passed over.
///
/// A record that breaks the rules is delivered as a ``RowFault`` with its raw bytes, and reading goes on with the next line:
/// one bad quote costs one row. Fields are slices of the buffer, valid until the next record.
@safe
final class CSVReader {
  enum Outcome {
    case record
    case fault(RowFault)
    case end
  }

  /// The longest field, in bytes.
  static let fieldLimit = 1 << 20
  /// Each unclosed quote costs a scan of up to ``fieldLimit`` bytes; a file with more of them is none.
  private static let unclosedLimit = 1000
  private static let columnLimit = 4096

  let path: String
  private let source: any ByteSource
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var start = 0
  private var end = 0
  private var sourceEnded = false
  private var isFirst = true
  private var unclosed = 0
  private var seenValidUTF8 = false

  /// Offsets into the buffer, or below zero into ``scratch``.
  private let offsets: UnsafeMutablePointer<Int>
  private let lengths: UnsafeMutablePointer<Int>
  /// As large as the buffer, so that it holds whatever a record unescapes to.
  private var scratch: UnsafeMutablePointer<UInt8>
  private var scratchCount = 0
  private var record = 0..<0

  /// The line, from 1, on which the present record begins.
  private(set) var line = 1
  private var nextLine = 1
  private(set) var fieldCount = 0

  init(_ source: any ByteSource, path: String) {
    self.source = source
    self.path = path
    capacity = 1 << 20
    unsafe buffer = .allocate(capacity: capacity)
    unsafe scratch = .allocate(capacity: capacity)
    unsafe offsets = .allocate(capacity: CSVReader.columnLimit)
    unsafe lengths = .allocate(capacity: CSVReader.columnLimit)
  }

  deinit {
    unsafe buffer.deallocate()
    unsafe scratch.deallocate()
    unsafe offsets.deallocate()
    unsafe lengths.deallocate()
  }

  var consumed: Int64 { source.consumed }

  /// The bytes of a field, without its quotes.
  @inline(__always)
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index < fieldCount, index < CSVReader.columnLimit else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
    let offset = unsafe offsets[index]
    let length = unsafe lengths[index]
    if offset >= 0 { return unsafe UnsafeBufferPointer(start: buffer + offset, count: length) }
    return unsafe UnsafeBufferPointer(start: scratch + (-1 - offset), count: length)
  }

  func text(_ index: Int) -> String { unsafe String(decoding: field(index), as: UTF8.self) }

  /// The present record as it stands in the file, without its line end.
  var raw: [UInt8] { unsafe Array(rawBytes) }

  /// The same, valid until the next record.
  var rawBytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: buffer + record.lowerBound, count: record.count) }

  /// Reads the next record; empty lines are passed over.
  ///
  /// - Throws: ``RegisterError`` when the file cannot be read on at all.
  func next() throws(RegisterError) -> Outcome {
    while true {
      line = nextLine
      if start == end {
        guard try refill() else { return .end }
      }
      if isFirst { try skipMark() }
      let outcome = try scan()
      if case .record = outcome, fieldCount == 1, unsafe lengths[0] == 0, record.isEmpty { continue }
      return outcome
    }
  }

  private func skipMark() throws(RegisterError) {
    isFirst = false
    while end - start < 3, try refill() {}
    if end - start >= 3, unsafe UnsafeBufferPointer(start: buffer + start, count: 3).elementsEqual([0xEF, 0xBB, 0xBF]) {
      start += 3
    }
  }

  /// Reads on behind what is there; false at the end of the file.
  private func refill() throws(RegisterError) -> Bool {
    guard !sourceEnded else { return false }
    if start > 0 {
      unsafe buffer.update(from: buffer + start, count: end - start)
      end -= start
      start = 0
    }
    if end > capacity / 2 {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      unsafe larger.update(from: buffer, count: end)
      unsafe buffer.deallocate()
      unsafe buffer = larger
      capacity *= 2
      unsafe scratch.deallocate()
      unsafe scratch = .allocate(capacity: capacity)
    }
    let count = unsafe try source.read(into: UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
    end += count
    sourceEnded = count == 0
    return count > 0
  }

  // MARK: One record

  private func scan() throws(RegisterError) -> Outcome {
    while true {
      if let outcome = attempt() { return try checked(outcome) }
      // The record goes on behind what was read: read more and begin it again.
      _ = try refill()
    }
  }

  /// Scans one record from `start`; `nil` when it is not complete yet. Moves `start` behind it otherwise.
  private func attempt() -> Outcome? {
    // Locals: the loops must not go through the object for every byte.
    let buffer = unsafe self.buffer, end = self.end
    var position = start
    var fields = 0
    var newlines = 0
    var high: UInt8 = 0
    scratchCount = 0
    while true {
      let fieldStart = position
      var length = 0
      var offset = fieldStart
      if position < end, unsafe buffer[position] == 0x22 {
        // Quoted.
        position += 1
        var segment = position
        var scratchStart = -1
        while true {
          while position < end {
            let byte = unsafe buffer[position]
            if byte == 0x22 { break }
            high |= byte
            if byte == 0x0A { newlines += 1 }
            position += 1
          }
          if position == end {
            if position - fieldStart > CSVReader.fieldLimit { return unclosedQuote() }
            return sourceEnded ? unclosedQuote() : nil
          }
          if position - fieldStart > CSVReader.fieldLimit { return unclosedQuote() }
          if position + 1 == end, !sourceEnded { return nil }
          if position + 1 < end, unsafe buffer[position + 1] == 0x22 {
            if scratchStart < 0 { scratchStart = scratchCount }
            unescape(segment..<position + 1)
            position += 2
            segment = position
            continue
          }
          if scratchStart < 0 {
            offset = segment
            length = position - segment
          } else {
            unescape(segment..<position)
            offset = -1 - scratchStart
            length = scratchCount - scratchStart
          }
          position += 1
          break
        }
        if position < end {
          let byte = unsafe buffer[position]
          guard byte == 0x2C || byte == 0x0A || byte == 0x0D else {
            return brokenLine(at: position, "text-after-quote", "text follows a closing quote", "引号闭合后还有文字", newlines)
          }
        }
      } else {
        while position < end {
          let byte = unsafe buffer[position]
          if byte == 0x2C || byte == 0x0A || byte == 0x0D { break }
          if byte == 0x22 {
            return brokenLine(at: position, "stray-quote", "a quote stands inside an unquoted field", "未加引号的字段中出现引号", newlines)
          }
          high |= byte
          position += 1
        }
        length = position - fieldStart
        if length > CSVReader.fieldLimit { return tooLong(newlines) }
      }
      if position == end, !sourceEnded { return nil }
      if fields < CSVReader.columnLimit {
        unsafe offsets[fields] = offset
        unsafe lengths[fields] = length
      }
      fields += 1
      if position < end, unsafe buffer[position] == 0x2C {
        position += 1
        continue
      }
      guard let after = lineEnd(from: position) else { return nil }
      finish(record: start..<position, next: after, lines: newlines + 1)
      fieldCount = min(fields, CSVReader.columnLimit)
      return high & 0x80 == 0 ? .record : nonASCII()
    }
  }

  private func unescape(_ segment: Range<Int>) {
    unsafe (scratch + scratchCount).update(from: buffer + segment.lowerBound, count: segment.count)
    scratchCount += segment.count
  }

  /// The position behind the line end that stands at a position; `nil` when it may be incomplete.
  private func lineEnd(from position: Int) -> Int? {
    guard position < end else { return position }
    guard unsafe buffer[position] == 0x0D else { return position + 1 }
    if position + 1 < end { return unsafe buffer[position + 1] == 0x0A ? position + 2 : position + 1 }
    return sourceEnded ? position + 1 : nil
  }

  private func finish(record: Range<Int>, next: Int, lines: Int) {
    self.record = record
    start = next
    nextLine = line + lines
  }

  // MARK: Faults

  /// The end of the physical line that holds a position.
  private func endOfLine(from position: Int) -> Int? {
    var position = position
    while position < end, unsafe buffer[position] != 0x0A, unsafe buffer[position] != 0x0D { position += 1 }
    return position < end || sourceEnded ? position : nil
  }

  private func brokenLine(
    at position: Int, _ code: String, _ english: String, _ chinese: String, _ newlines: Int
  ) -> Outcome? {
    guard let stop = endOfLine(from: position), let after = lineEnd(from: stop) else {
      return position - start > 2 * CSVReader.fieldLimit ? tooLong(newlines) : nil
    }
    let column = column(of: position)
    finish(record: start..<stop, next: after, lines: newlines + 1)
    return .fault(RowFault(code, "\(english) at column \(column)", "第 \(column) 列：\(chinese)", column: column))
  }

  private func unclosedQuote() -> Outcome? {
    guard let stop = endOfLine(from: start), let after = lineEnd(from: stop) else { return tooLong(0) }
    unclosed += 1
    finish(record: start..<stop, next: after, lines: 1)
    return .fault(RowFault("unclosed-quote", "a quote is never closed", "引号没有闭合"))
  }

  private func tooLong(_ newlines: Int) -> Outcome? {
    guard let stop = endOfLine(from: start), let after = lineEnd(from: stop) else {
      if end - start < 64 * CSVReader.fieldLimit { return nil }
      finish(record: start..<end, next: end, lines: 0)
      return .fault(RowFault("field-too-long", "a line is longer than 64 MB", "一行超过 64 MB"))
    }
    finish(record: start..<stop, next: after, lines: 1)
    return .fault(RowFault("field-too-long", "a field is longer than 1 MB", "字段超过 1 MB"))
  }

  /// In characters from 1, within the physical line.
  private func column(of position: Int) -> Int {
    var lineStart = position
    while lineStart > start, unsafe buffer[lineStart - 1] != 0x0A { lineStart -= 1 }
    return unsafe UnsafeBufferPointer(start: buffer + lineStart, count: position - lineStart)
      .reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  // MARK: Encoding

  private func nonASCII() -> Outcome {
    let bytes = unsafe UnsafeBufferPointer(start: buffer + record.lowerBound, count: record.count)
    guard let bad = unsafe UTF8Check.firstInvalid(bytes) else {
      seenValidUTF8 = true
      return .record
    }
    let before = unsafe Array(bytes.prefix(bad))
    let row = before.count { $0 == 0x0A }
    let column = before.reversed().prefix { $0 != 0x0A }.reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    let place = row == 0 ? "" : " of line \(line + row)"
    let looksLikeGBK = unsafe !seenValidUTF8 && UTF8Check.looksLikeGBK(bytes)
    return .fault(
      RowFault(
        looksLikeGBK ? "looks-like-gbk" : "invalid-utf8", "invalid UTF-8 at column \(column)\(place)",
        "第 \(line + row) 行第 \(column) 列不是有效的 UTF-8", column: column))
  }

  private func checked(_ outcome: Outcome) throws(RegisterError) -> Outcome {
    guard case .fault(let fault) = outcome else { return outcome }
    if fault.code == "looks-like-gbk" {
      throw RegisterError(
        .looksLikeGBK, path: path, line: line, column: fault.column,
        .init("invalid UTF-8; the bytes look like GBK", "不是有效的 UTF-8，看起来是 GBK 编码"),
        help: .init("add `--encoding gbk`; nothing was imported", "请加上 `--encoding gbk`；本次未导入任何数据"))
    }
    if unclosed > CSVReader.unclosedLimit {
      throw RegisterError(
        .brokenQuotes, path: path, line: line,
        .init("more than \(CSVReader.unclosedLimit) quotes are never closed", "超过 \(CSVReader.unclosedLimit) 处引号没有闭合"),
        help: .init("write the file again as CSV with quotes doubled inside fields; nothing was imported", "请重新导出 CSV，字段内的引号须写成两个；本次未导入任何数据"))
    }
    return outcome
  }
}

extension RegisterError.Code {
  /// The file is not UTF-8 and looks like GBK.
  public static let looksLikeGBK: Self = "looks-like-gbk"
  /// The file's quotes are beyond repair.
  public static let brokenQuotes: Self = "broken-quotes"
}
