internal import Bureau
internal import CityModel
internal import Glibc

/// Where an export goes: a file, or the command's output.
final class ExportTarget {
  private let path: String?
  private let descriptor: Int32
  private var failure: Int32 = 0

  /// - Parameters:
  ///   - path: `nil` for the output.
  ///   - overwrite: whether a file that is there may go.
  init(_ path: String?, overwrite: Bool) throws {
    self.path = path
    guard let path else {
      descriptor = STDOUT_FILENO
      return
    }
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (overwrite ? O_TRUNC : O_EXCL), 0o644)
    guard descriptor < 0 else { return }
    if errno == EEXIST {
      throw OfficeError(
        "file-exists", Bilingual(zh: "`\(path)` 已存在\n提示：换个名称，或加 --overwrite", en: "`\(path)` is there already\nhelp: choose another name, or add --overwrite"))
    }
    throw ExportTarget.error(path, errno)
  }

  func write(_ text: String) {
    guard path != nil else { return Terminal.write(text) }
    var text = text
    text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count, failure == 0 {
        let count = unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + sent }, bytes.count - sent)
        if count >= 0 { sent += count } else if errno != EINTR { failure = errno }
      }
    }
  }

  /// - Throws: when not everything could be written.
  func close() throws {
    guard let path else { return }
    if Glibc.close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else { throw ExportTarget.error(path, failure) }
  }

  private static func error(_ path: String, _ code: Int32) -> OfficeError {
    let reason = unsafe String(cString: strerror(code))
    return OfficeError(
      "not-writable", Bilingual(zh: "`\(path)` 无法写入：\(reason)\n提示：请核对名称、权限和磁盘", en: "`\(path)` cannot be written: \(reason)\nhelp: check the name, the permissions and the disk"))
  }
}
