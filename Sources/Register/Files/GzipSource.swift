internal import CZlib

/// Unpacks gzip, one member after another; a truncated or damaged file is an error, never a shorter file.
@safe
final class GzipSource: ByteSource {
  private let source: any ByteSource
  private let path: String
  /// zlib keeps a pointer back to it: its address must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var inMember = true
  private var sourceEnded = false

  init(_ source: any ByteSource, path: String) throws(RegisterError) {
    self.source = source
    self.path = path
    unsafe input = .allocate(byteCount: 1 << 18, alignment: 16)
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 16 beyond the window bits: gzip only.
    guard unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw damaged("zlib could not be started", "无法启动 zlib")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
    unsafe input.deallocate()
  }

  var consumed: Int64 { source.consumed - Int64(unsafe stream.pointee.avail_in) }
  var checksum: UInt32 { source.checksum }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RegisterError) -> Int {
    let capacity = UInt32(clamping: buffer.count)
    unsafe stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = capacity
    while unsafe stream.pointee.avail_out == capacity {
      if unsafe stream.pointee.avail_in == 0, !sourceEnded {
        let count = unsafe try source.read(into: input)
        sourceEnded = count == 0
        unsafe stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe stream.pointee.avail_in = UInt32(clamping: count)
      }
      if !inMember {
        // Padding with zeros after the last member is allowed by gzip(1); anything else must be another member.
        while unsafe stream.pointee.avail_in > 0, unsafe stream.pointee.next_in.pointee == 0 {
          unsafe stream.pointee.next_in += 1
          unsafe stream.pointee.avail_in -= 1
        }
        if unsafe stream.pointee.avail_in == 0 {
          if sourceEnded { return 0 }
          continue
        }
        guard unsafe inflateReset(stream) == Z_OK else { throw damaged("zlib could not go on", "zlib 无法继续") }
        inMember = true
      }
      if unsafe stream.pointee.avail_in == 0, sourceEnded { throw damaged("the file ends in the middle", "文件在中途结束") }
      switch unsafe inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: inMember = false
      default:
        let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "damaged data"
        throw damaged(reason, "数据损坏（\(reason)）")
      }
    }
    return Int(capacity) - Int(unsafe stream.pointee.avail_out)
  }

  private func damaged(_ english: String, _ chinese: String) -> RegisterError {
    RegisterError(
      .gzipDamaged, path: path, .init("the gzip file is damaged: \(english)", "gzip 文件已损坏：\(chinese)"),
      help: .init("copy or download it again; nothing of it was kept", "请重新复制或下载；本次未留下任何数据"))
  }
}

enum Checksum {
  static func update(_ checksum: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    return UInt32(truncatingIfNeeded: unsafe crc32(UInt(checksum), start, UInt32(clamping: bytes.count)))
  }
}

extension RegisterError.Code {
  /// A `.gz` file is truncated or its checksum is wrong.
  public static let gzipDamaged: Self = "gzip-damaged"
}
