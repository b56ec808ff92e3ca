internal import CityModel
public import DistrictRules
internal import Foundation
internal import LuaSyntax

/// The folder of scripts: one folder a division, whose name begins with the division's code; one declaration a file.
public struct ScriptFolder: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// The scripts of a division, in the order of their names; none when it has no folder.
  ///
  /// - Parameter division: `1404`, `140403`.
  public func scripts(of division: String) throws(OfficeError) -> [Script] {
    guard let folder = try folders().first(where: { $0.prefix { $0.isNumber } == division }) else { return [] }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
    var scripts: [Script] = []
    for file in files.sorted() where ScriptFolder.isScript(file) && !file.hasPrefix(".") {
      scripts.append(try ScriptFolder.read("\(path)/\(folder)/\(file)"))
    }
    return scripts
  }

  /// Far more than a script may have, so that the checker tells who is only somewhat beyond it, with the place.
  private static let limit = 1 << 20

  /// Reads one script.
  public static func read(_ path: String) throws(OfficeError) -> Script {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw OfficeError("missing-file", Bilingual(zh: "没有文件 `\(path)`\n提示：请核对文件名", en: "there is no file `\(path)`\nhelp: check the name"))
    }
    guard !isFolder.boolValue else {
      throw OfficeError("is-directory", Bilingual(zh: "`\(path)` 是文件夹，不是脚本\n提示：请指明其中的 .lua 文件", en: "`\(path)` is a folder, not a script\nhelp: name a .lua file inside it"))
    }
    return Script(name: path, bytes: try NamedFile.bytes(path, atMost: limit))
  }

  /// - Throws: ``OfficeError`` `no-scripts-folder`: without the folder nobody knows what the districts have written.
  private func folders() throws(OfficeError) -> [String] {
    guard let found = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw OfficeError(
        "no-scripts-folder",
        Bilingual(
          zh: "没有脚本文件夹 `\(path)`，不知道县（区）有哪些规则\n提示：用 --scripts 或 XIZE_SCRIPTS 指明；确实没有本地规则的，建一个空文件夹",
          en: "there is no folder of scripts `\(path)`: nobody knows what the districts' rules are\nhelp: name it with --scripts or XIZE_SCRIPTS; where there are no local rules, make an empty folder"))
    }
    return found.sorted()
  }

  /// The files under a folder, by their paths inside it, sorted; what is hidden is left out.
  static func files(under root: String) -> [String] {
    // The enumerator does not go into a folder that is a symbolic link.
    let real = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
    let found = (FileManager.default.enumerator(atPath: real)?.allObjects as? [String]) ?? []
    return found.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
  }

  /// Whether a name is a script's, and not that of its tests.
  static func isScript(_ name: String) -> Bool { name.hasSuffix(".lua") && !name.hasSuffix(".test.lua") }

  /// What the rules of a division are at this moment: a digest of its scripts' names and texts.
  public func revision(of divisions: [String]) throws(OfficeError) -> String {
    var digest = SHA256()
    for division in divisions {
      for script in try scripts(of: division) {
        digest.update(Array(ScriptFolder.shortName(script.name).utf8) + [0])
        digest.update(script.source.bytes + [0])
      }
    }
    return String(digest.hexadecimal.prefix(12))
  }
}

extension OfficeError {
  /// A script of which nothing can be run or said.
  public static func noDeclaration(in file: String) -> OfficeError {
    OfficeError(
      "no-declaration",
      Bilingual(zh: "`\(file)` 没有声明规则\n提示：写作 评分调整 \"名称\" { … }", en: "`\(file)` declares no rule\nhelp: write adjustment \"name\" { … }"))
  }
}
