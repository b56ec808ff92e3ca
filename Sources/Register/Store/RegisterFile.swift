internal import CityModel
internal import Foundation

/// What can be said about a register's file before SQLite is asked.
enum RegisterFile {
  static func checkCreatable(_ path: String) throws(RegisterError) {
    var isDirectory: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
      guard !isDirectory.boolValue else { throw .directory(path) }
      throw RegisterError(
        .fileExists, path: path, .init("there is already a file of this name", "同名文件已存在"),
        help: .init("open it, or choose another name", "请直接打开该文件，或另取文件名"))
    }
    let parent = folder(of: path)
    guard unsafe FileManager.default.fileExists(atPath: parent, isDirectory: &isDirectory), isDirectory.boolValue else {
      throw RegisterError(
        .missingFile, path: path, .init("there is no folder `\(parent)`", "没有文件夹 `\(parent)`"),
        help: .init("make the folder first", "请先建立该文件夹"))
    }
    guard folderIsWritable(of: path) else { throw .readOnly(path) }
  }

  static func checkOpenable(_ path: String, forWriting: Bool) throws(RegisterError) {
    var isDirectory: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw RegisterError(
        .missingFile, path: path, .init("there is no such file", "没有这个文件"),
        help: .init("check the name; a new register is made by `xize create`", "请核对文件名；新台账由 `xize create` 建立"))
    }
    guard !isDirectory.boolValue else { throw .directory(path) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw RegisterError(
        .notReadable, path: path, .init("the file may not be read", "文件不可读"),
        help: .init("check its permissions", "请检查其权限"))
    }
    defer { try? handle.close() }
    let header = (try? handle.read(upToCount: 100)) ?? Data()
    guard header.count == 100, header.prefix(16) == Data("SQLite format 3\0".utf8) else { throw .notADatabase(path) }
    guard number(header, at: 68) == UInt32(bitPattern: Migrations.application) else { throw .otherApplication(path) }
    let version = Int(number(header, at: 60))
    guard version <= Migrations.current else { throw .newerVersion(path, version) }
    if forWriting {
      guard FileManager.default.isWritableFile(atPath: path), folderIsWritable(of: path) else { throw .readOnly(path) }
    }
  }

  static func folder(of path: String) -> String {
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return parent.isEmpty ? "." : parent
  }

  static func folderIsWritable(of path: String) -> Bool { FileManager.default.isWritableFile(atPath: folder(of: path)) }

  /// Whether changes wait beside the file that have not been written into it.
  static func hasLog(_ path: String) -> Bool {
    let size = (try? FileManager.default.attributesOfItem(atPath: path + "-wal"))?[.size] as? Int
    return (size ?? 0) > 0
  }

  static func immutableURI(_ path: String) -> String {
    var components = URLComponents()
    components.scheme = "file"
    components.path = URL(fileURLWithPath: path).path
    components.queryItems = [URLQueryItem(name: "immutable", value: "1")]
    return components.string ?? path
  }

  /// A big-endian number of SQLite's header.
  private static func number(_ header: Data, at offset: Int) -> UInt32 {
    header.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension RegisterError {
  static func directory(_ path: String) -> RegisterError {
    RegisterError(
      .isDirectory, path: path, Bilingual("this is a folder, not a file", "这是文件夹，不是文件"),
      help: Bilingual("name a file inside it", "请指明其中的文件"))
  }

  static func otherApplication(_ path: String) -> RegisterError {
    RegisterError(
      .otherApplication, path: path, Bilingual("a database of another program", "这是其他程序的数据库"),
      help: Bilingual("name the register's file; this one was left as it is", "请指明台账文件；该文件未被改动"))
  }

  static func newerVersion(_ path: String, _ version: Int) -> RegisterError {
    RegisterError(
      .newerVersion, path: path,
      Bilingual(
        "written by a newer program: layout \(version), this program knows up to \(Migrations.current)",
        "由较新的程序写成：版式 \(version)，本程序最高识别 \(Migrations.current)"),
      help: Bilingual("update this program", "请升级本程序"))
  }

  static func olderVersion(_ path: String, _ version: Int) -> RegisterError {
    RegisterError(
      .olderVersion, path: path,
      Bilingual("written by an older program: layout \(version) of \(Migrations.current)", "由较旧的程序写成：版式 \(version)，现为 \(Migrations.current)"),
      help: Bilingual("keep a copy, then: xize upgrade --register \(path)", "先留一份副本，再运行 xize upgrade --register \(path)"))
  }
}
