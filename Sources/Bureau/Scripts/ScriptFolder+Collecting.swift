internal import CityModel
public import DistrictRules
internal import Foundation

extension ScriptFolder {
  /// The script of a path, or every script under a folder, in the order of their paths; script tests are left out.
  public static func collect(_ path: String) throws(OfficeError) -> [Script] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return [try read(path)] }
    let root = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    var scripts: [Script] = []
    for file in ScriptFolder.files(under: root) where ScriptFolder.isScript(file) {
      scripts.append(try read("\(root)/\(file)"))
    }
    guard !scripts.isEmpty else {
      throw OfficeError(
        "no-scripts", Bilingual(zh: "`\(path)` 里没有脚本\n提示：脚本的文件名以 .lua 结尾", en: "there are no scripts in `\(path)`\nhelp: the names of scripts end in .lua"))
    }
    return scripts
  }

  /// Whether a file begins as a register does.
  public static func isRegister(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }
}
