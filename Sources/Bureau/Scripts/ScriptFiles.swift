internal import CityModel
internal import Foundation

/// Scripts named one by one or by their folders.
public enum ScriptFiles {
  /// The scripts under these paths, in the order of their names; test tables are left out.
  ///
  /// - Throws: ``OfficeError`` `missing-file`.
  public static func scripts(_ paths: [String]) throws(OfficeError) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw OfficeError(
          "missing-file", Bilingual(zh: "没有 `\(path)`\n提示：请核对文件名", en: "there is no `\(path)`\nhelp: check the name"))
      }
      guard isFolder.boolValue else {
        files.append(path.hasSuffix(".test.lua") ? String(path.dropLast(9)) + ".lua" : path)
        continue
      }
      let root = path.hasSuffix("/") ? String(path.dropLast()) : path
      files += ScriptFolder.files(under: root).filter(ScriptFolder.isScript).map { root + "/" + $0 }
    }
    return files
  }
}
