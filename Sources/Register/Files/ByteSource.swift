internal import Glibc

/// A stream of bytes that is read once, from front to back.
protocol ByteSource: AnyObject {
  /// Fills the buffer with up to its size; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RegisterError) -> Int
  /// Bytes of the file on disk that have been consumed, for a progress bar.
  var consumed: Int64 { get }
  /// CRC-32 of the file's bytes so far, as they are on disk.
  var checksum: UInt32 { get }
}

/// A file's bytes as they are on disk.
final class FileSource: ByteSource {
  let path: String
  let size: Int64
  private let descriptor: Int32
  private(set) var consumed: Int64 = 0
  private(set) var checksum: UInt32 = 0

  init(path: String) throws(RegisterError) {
    self.path = path
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        throw RegisterError(
          .missingFile, path: path, .init("there is no such file", "没有这个文件"),
          help: .init("check the name", "请核对文件名"))
      }
      throw RegisterError(
        .notReadable, path: path, .init("the file may not be read", "文件不可读"), help: .init("check its permissions", "请检查其权限"))
    }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw .directory(path)
    }
    size = Int64(status.st_size)
    self.descriptor = descriptor
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RegisterError) -> Int {
    while true {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        consumed += Int64(count)
        checksum = unsafe Checksum.update(checksum, UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[0..<count]))
        return count
      }
      guard errno == EINTR else {
        throw RegisterError(
          .notReadable, path: path, .init("reading failed at byte \(consumed)", "读到第 \(consumed) 字节时出错"),
          help: .init("check the disk", "请检查磁盘"))
      }
    }
  }
}

/// How a file's text is encoded.
public enum FileEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// GBK and its superset GB 18030, which most Chinese office programs write.
  case gbk
}

/// What a source reads from, and in how many layers.
struct OpenedFile {
  /// The text's bytes, unpacked and in UTF-8.
  var text: any ByteSource
  /// The bytes on disk.
  var file: FileSource

  init(path: String, encoding: FileEncoding) throws(RegisterError) {
    let file = try FileSource(path: path)
    let head = try PeekedSource(file)
    var text: any ByteSource = head
    if head.startsWithGzip { text = try GzipSource(text, path: path) }
    if encoding == .gbk { text = try TranscodingSource(text, path: path) }
    self.text = text
    self.file = file
  }
}

/// Puts back the first bytes after they were looked at.
final class PeekedSource: ByteSource {
  private let source: FileSource
  private var head: [UInt8]

  init(_ source: FileSource) throws(RegisterError) {
    self.source = source
    var bytes = [UInt8](repeating: 0, count: 4)
    var failure: RegisterError?
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      do throws(RegisterError) { return unsafe try source.read(into: buffer) } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    head = Array(bytes.prefix(count))
  }

  var startsWithGzip: Bool { head.starts(with: [0x1F, 0x8B]) }
  var consumed: Int64 { source.consumed }
  var checksum: UInt32 { source.checksum }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RegisterError) -> Int {
    guard !head.isEmpty else { return unsafe try source.read(into: buffer) }
    let count = min(head.count, buffer.count)
    unsafe buffer.copyBytes(from: head.prefix(count))
    head.removeFirst(count)
    return count
  }
}
