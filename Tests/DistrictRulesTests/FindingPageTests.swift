import CityModel
import DistrictRules
import Foundation
import LuaSyntax
import Testing

/// `docs/findings`: a page a code, written from ``FindingPage`` and the bad files. `XIZE_WRITE_PAGES=1 swift test` writes them.
@Suite("the pages about findings") struct FindingPageTests {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = repository.appending(path: "docs/findings")

  static func page(_ page: FindingPage) throws -> String {
    var text = """
      <!-- Written by Tests/DistrictRulesTests/FindingPageTests.swift from FindingPage: do not edit. -->
      # \(page.code)

      \(page.meaning.zh)

      **怎么办**：\(page.remedy.zh)

      \(page.meaning.en)

      **What to do**: \(page.remedy.en)

      """
    if let later = Fixture.laterNames.first(where: { Fixture.code($0) == page.code }), !Fixture.names.contains(page.code), let error = try Fixture.laterError(later) {
      text += "\n```lua\n\(Fixture.unmarked(String(decoding: error.source.bytes, as: UTF8.self)))```\n"
      for language in [Language.chinese, .english] { text += "\n```\n" + Fixture.unmarked(error.rendered(language)) + "\n```\n" }
    }
    guard Fixture.names.contains(page.code) else { return text }
    for script in try Fixture.scripts(page.code) {
      guard script.source.bytes.count < 10_000 else { continue }
      text += "\n```lua\n\(Fixture.unmarked(String(decoding: script.source.bytes, as: UTF8.self)))```\n"
    }
    let report = try Fixture.report(page.code)
    for language in [Language.chinese, .english] {
      let shown = report.findings.map { $0.rendered(language) }.joined(separator: "\n")
      text += "\n```\n" + Fixture.unmarked(shown) + "\n```\n"
    }
    return text
  }

  static func index() -> String {
    var text = """
      <!-- Written by Tests/DistrictRulesTests/FindingPageTests.swift from FindingPage: do not edit. -->
      # xize check 的提示 / What `xize check` finds

      `xize check --explain CODE` 在终端显示同样的说明。 `xize check --explain CODE` says the same at the terminal.


      """
    for page in FindingPage.all { text += "- [\(page.code)](\(page.code).md) \(page.meaning.zh)\n" }
    return text
  }

  @Test("every page is as it is written", arguments: FindingPage.all.map(\.code))
  func pages(_ code: String) throws {
    let page = try #require(FindingPage.all.first { $0.code == code })
    let text = try Self.page(page)
    let file = Self.folder.appending(path: "\(code).md")
    if ProcessInfo.processInfo.environment["XIZE_WRITE_PAGES"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("the index names every page, and the folder holds no other") func folderIsComplete() throws {
    let file = Self.folder.appending(path: "README.md")
    if ProcessInfo.processInfo.environment["XIZE_WRITE_PAGES"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(Self.index().utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.index())
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(Set(files) == Set(FindingPage.all.map { "\($0.code).md" } + ["README.md"]))
  }

  @Test("every page has its bad file, but for those of which no script is the cause") func everyPage() {
    // The program failed, or the register has not loaded a column.
    let others: Set = ["host-misuse", "script-failed", "not-loaded"]
    let shown = Set((Fixture.names + Fixture.laterNames).map(Fixture.code))
    #expect(Set(FindingPage.all.map(\.code)).subtracting(shown) == others)
  }

  @Test("every code that the sources know has its page, and every bad file too") func everyCode() throws {
    let pages = Set(FindingPage.all.map(\.code))
    #expect(pages.count == FindingPage.all.count)
    for name in Fixture.names + Fixture.laterNames { #expect(pages.contains(Fixture.code(name)), "\(name)") }
    let code = /(?:RuleProblem\(\s*|Diagnostic\(\s*|unknown\(\s*|\.fault\(\s*|looser\(|finding\(\s*|wrong\([^"\n]*"?\w*"?,\s*|missing\([^"\n]*"?\w*"?,\s*|code\w* = |code = |path\) = \(|Form\(\s*|static let \w+: Self = )"([a-z]+(?:-[a-z0-9]+)+)"/
    var found: Set<String> = []
    for folder in ["Sources/DistrictRules", "Sources/LuaSyntax/Diagnostics"] {
      let root = Self.repository.appending(path: folder)
      for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init() where file.pathExtension == "swift" {
        for match in try String(contentsOf: file, encoding: .utf8).matches(of: code) { found.insert(String(match.1)) }
      }
    }
    #expect(found.count > 80, "the sources are found: \(found.count)")
    // Of the prompt alone, or of the engine inside.
    let elsewhere: Set = ["incomplete", "no-calendar"]
    #expect(found.subtracting(pages).subtracting(elsewhere).isEmpty, "\(found.subtracting(pages).subtracting(elsewhere).sorted())")
  }
}
