internal import Glibc

/// Turns GB 18030 (and so GBK) into UTF-8 while it is read.
///
/// A byte sequence that is no character becomes the byte FF, which is never valid UTF-8: the row it stands in is then refused
/// with its line and column, like a row of a damaged UTF-8 file, and the rest of the file is read on.
@safe
final class TranscodingSource: ByteSource {
  private let source: any ByteSource
  private let converter: iconv_t
  private let input: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var sourceEnded = false

  init(_ source: any ByteSource, path: String) throws(RegisterError) {
    self.source = source
    let converter = unsafe iconv_open("UTF-8", "GB18030")
    guard Int(bitPattern: converter) != -1, let converter = unsafe converter else {
      throw RegisterError(
        "encoding-unavailable", path: path, .init("this system cannot convert GBK", "本系统无法转换 GBK"),
        help: .init("install the C library's conversion tables (libc-bin, locales)", "请安装 C 库的字符转换表（libc-bin、locales）"))
    }
    unsafe self.converter = converter
    unsafe input = .allocate(byteCount: 1 << 18, alignment: 16)
  }

  deinit {
    _ = unsafe iconv_close(converter)
    unsafe input.deallocate()
  }

  var consumed: Int64 { source.consumed }
  var checksum: UInt32 { source.checksum }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RegisterError) -> Int {
    while true {
      // A character has at most four bytes: with fewer, more must be read before one can be called incomplete.
      if end - start < 4, !sourceEnded { try refill() }
      if start == end, sourceEnded { return 0 }
      let filled = unsafe convert(into: buffer)
      if filled > 0 { return filled }
      if !sourceEnded { try refill() }
    }
  }

  private func refill() throws(RegisterError) {
    let rest = unsafe UnsafeRawBufferPointer(rebasing: input[start..<end])
    unsafe input.copyMemory(from: rest)
    end -= start
    start = 0
    let count = unsafe try source.read(into: UnsafeMutableRawBufferPointer(rebasing: input[end...]))
    sourceEnded = count == 0
    end += count
  }

  /// Converts as much as fits; what is no character, or an incomplete one at the very end, becomes FF.
  private func convert(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var from = unsafe UnsafeMutableRawBufferPointer(rebasing: input[start..<end]).baseAddress?
      .assumingMemoryBound(to: CChar.self)
    var fromCount = end - start
    var to = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
    var toCount = buffer.count
    errno = 0
    _ = unsafe iconv(converter, &from, &fromCount, &to, &toCount)
    let reason = errno
    start = end - fromCount
    if fromCount > 0, toCount > 0, reason == EILSEQ || (reason == EINVAL && sourceEnded) {
      unsafe buffer[buffer.count - toCount] = 0xFF
      toCount -= 1
      start += 1
    }
    return buffer.count - toCount
  }
}
