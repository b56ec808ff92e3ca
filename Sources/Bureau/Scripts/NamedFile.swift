internal import CityModel
internal import Foundation

/// A small file that a command names: its size is looked at before it is read.
public enum NamedFile {
  /// - Parameter limit: the most bytes that it may have.
  /// - Throws: ``OfficeError`` `missing-file`, `is-directory`, `file-too-large`, `not-readable`.
  public static func bytes(_ path: String, atMost limit: Int) throws(OfficeError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw OfficeError("missing-file", Bilingual(zh: "没有文件 `\(path)`\n提示：请核对文件名", en: "there is no file `\(path)`\nhelp: check the name"))
    }
    guard !isFolder.boolValue else {
      throw OfficeError("is-directory", Bilingual(zh: "`\(path)` 是文件夹，不是文件\n提示：请指明其中的文件", en: "`\(path)` is a folder, not a file\nhelp: name a file inside it"))
    }
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: limit + 1) ?? Data() else {
      throw OfficeError("not-readable", Bilingual(zh: "无法读取 `\(path)`\n提示：请检查其权限", en: "cannot read `\(path)`\nhelp: check its permissions"))
    }
    guard data.count <= limit else {
      throw OfficeError(
        "file-too-large",
        Bilingual(
          zh: "`\(path)` 超过 \(limit) 字节的上限\n提示：请核对是不是这个文件", en: "`\(path)` is larger than \(limit) bytes\nhelp: check that it is the right file"))
    }
    return Array(data)
  }

  /// - Throws: what ``bytes(_:atMost:)`` throws; `invalid-utf-8` where it is no text, or one in another encoding.
  public static func text(_ path: String, atMost limit: Int) throws(OfficeError) -> String {
    guard let text = String(validating: try bytes(path, atMost: limit), as: UTF8.self), !text.utf8.contains(0) else {
      throw OfficeError(
        "invalid-utf-8",
        Bilingual(
          zh: "`\(path)` 不是 UTF-8 文字\n提示：可能是 GBK 或 UTF-16 编码，请另存为 UTF-8", en: "`\(path)` is no UTF-8 text\nhelp: it may be GBK or UTF-16: save it as UTF-8"))
    }
    return text
  }
}
