import CityModel
import Columns
import DistrictRules
import Foundation
import LuaRuntime
import LuaSyntax
import Register
import Testing

/// One bad file for each finding, named after it; `NAME.other.lua` is another one. `--^ text` at the end of a line says that the caret
/// stands under that text; where the line has no room for it, another says `--@3 text`, and `U+202E` for a character that must not
/// stand there. `NAME.with.lua` is checked together with `NAME.lua`. What the check cannot see stands in `NAME.test.lua`, a table of
/// tests, or `NAME.run.lua`, a report that is run.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/findings")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { file in file.hasSuffix(".lua") && ![".with.lua", ".test.lua", ".run.lua"].contains { file.hasSuffix($0) } }
      .map { String($0.dropLast(4)) }.sorted()
  }()

  /// The bad files whose mistake shows when tests or a report run.
  static let laterNames: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".test.lua") || $0.hasSuffix(".run.lua") }.map { String($0.dropLast(4)) }.sorted()
  }()

  /// What is told of such a file.
  static func laterError(_ name: String) throws -> ScriptError? {
    let script = try script(name)
    guard name.hasSuffix(".test") else {
      let session = try SmallCity().session()
      // Somebody stops the one that never ends.
      let canceller = session.canceller
      if name == "cancelled.run" { Thread.detachNewThread { Thread.sleep(forTimeInterval: 0.2); canceller.cancel() } }
      for case .report(let report) in try session.load(script) {
        // What is kept from the first run is wrong in the second.
        for month in ["2026-09", "2026-10"] {
          do throws(ScriptError) { _ = try session.tables(of: report, period: Period(month), in: script) } catch { return error }
        }
      }
      return nil
    }
    let report = try ScriptTestTests.report(ScriptTestTests.rule, script)
    for result in report.results { if case .broken(let error) = result.verdict { return error } }
    return report.broken
  }

  static func script(_ name: String) throws -> Script {
    Script(name: "\(name).lua", bytes: [UInt8](try Data(contentsOf: folder.appending(path: "\(name).lua"))))
  }

  static func scripts(_ name: String) throws -> [Script] {
    let other = folder.appending(path: "\(name).with.lua")
    return FileManager.default.fileExists(atPath: other.path) ? [try script("\(name).with"), try script(name)] : [try script(name)]
  }

  static func code(_ name: String) -> String { String(name.prefix { $0 != "." }) }

  static func report(_ name: String) throws -> CheckReport {
    let time: Duration = name == "time-limit" ? .milliseconds(250) : .seconds(2)
    return try ScriptChecker(Rulebook.standard(), on: SmallCity.day("2026-10-01"), limits: .init(time: time)).check(
      scripts(name), enactedBy: name == "other-document" ? "潞州住建〔2026〕21号" : nil)
  }

  /// The lines on which a caret stands, and the text above it.
  static func marks(_ source: SourceText) -> [(line: Int, text: String)] {
    (1...source.lineCount).compactMap { number in
      let line = source.text(source.line(number)).trimmingCharacters(in: .newlines)
      if let mark = line.range(of: "--^ ") { return (number, String(line[mark.upperBound...])) }
      guard let mark = line.firstMatch(of: /--@(\d+)(?: (.*))?$/), let at = Int(mark.1) else { return nil }
      let text = mark.2.map(String.init) ?? ""
      guard text.hasPrefix("U+"), let scalar = UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) else { return (at, text) }
      return (at, String(Character(scalar)))
    }
  }

  /// The text without its marks.
  static func unmarked(_ text: some StringProtocol) -> String {
    var lines: [String] = []
    for line in text.components(separatedBy: "\n") where !line.hasPrefix("--@") {
      lines.append(line.range(of: " --(\\^ |@[0-9]).*$", options: .regularExpression).map { String(line[..<$0.lowerBound]) } ?? line)
    }
    return lines.joined(separator: "\n")
  }
}

@Suite("findings") struct FindingTests {
  @Test("each bad file yields its finding and no other, at its place", arguments: Fixture.names)
  func finding(_ name: String) throws {
    let report = try Fixture.report(name)
    #expect(report.findings.map(\.code.rawValue) == [Fixture.code(name)], "\(report.findings.map { $0.rendered(.english) })")
    let finding = try #require(report.findings.first)
    let source = try Fixture.script(name).source
    #expect(finding.source.name == source.name)
    let span = finding.diagnostic.span
    for mark in Fixture.marks(source) {
      let span = try #require(span)
      #expect(source.lineNumber(at: span.start) == mark.line)
      #expect(source.text(span) == mark.text)
    }
  }

  @Test("each bad file that only running shows is told by its code, at its place", arguments: Fixture.laterNames)
  func later(_ name: String) throws {
    let error = try #require(try Fixture.laterError(name))
    #expect(error.diagnostic.code.rawValue == Fixture.code(name), "\(error.rendered(.english))")
    if name.hasSuffix(".test") { #expect(error.source.name == "\(name).lua") }
    for mark in try Fixture.marks(Fixture.script(name).source) {
      let span = try #require(error.diagnostic.span)
      #expect(error.source.lineNumber(at: span.start) == mark.line)
      #expect(error.source.text(span) == mark.text)
    }
  }

  @Test("every bad file marks the place of its finding, but for those whose finding is about the whole file") func marked() throws {
    let without = try Fixture.names.filter { try Fixture.marks(Fixture.script($0).source).isEmpty }
    #expect(without == ["source-refused", "source-too-long"])
  }

  @Test("where memory ends before a line has run, no line is shown") func noPlace() throws {
    let text = "return {\n" + (0..<2_500).map { "  \"第\($0)条\",\n" }.joined() + "}\n"
    let checker = try ScriptChecker(Rulebook.standard(), on: SmallCity.day("2026-10-01"), limits: .init(memory: 100_000, time: .seconds(20)))
    let finding = try #require(try checker.check([Script(name: "x.lua", text: text)]).findings.first)
    #expect(finding.code.rawValue == "memory-limit" && finding.diagnostic.span == nil)
    #expect(finding.rendered(.english).hasPrefix("x.lua: error[memory-limit]: the script needs more than"))
    #expect(!finding.rendered(.english).contains("^"))
  }

  @Test(
    "a comparison sign in a condition is shown as the test that is meant",
    arguments: [
      (">", "多于(\"2026-07-01\")"), (">=", "至少(\"2026-07-01\")"), ("<", "少于(\"2026-07-01\")"), ("<=", "至多(\"2026-07-01\")"),
      ("~=", "都不是{ \"2026-07-01\" }"), ("==", "…"),
    ])
  func comparisonSign(_ sign: String, _ meant: String) throws {
    let text = RefusalTests.script("  where = { 受理时间 \(sign) \"2026-07-01\" },")
    let report = try ScriptChecker(Rulebook.standard(), on: SmallCity.day("2026-10-01"), limits: .init(time: .seconds(2))).check([Script(name: "x.lua", text: text)])
    let finding = try #require(report.findings.first { $0.code.rawValue == "unknown-name" })
    #expect(finding.diagnostic.help?.chinese.hasSuffix("`受理时间 = \(meant)`") == true, "\(String(describing: finding.diagnostic.help))")
  }

  @Test("every finding says what is wrong in both languages, and nearly every one what to do", arguments: Fixture.names)
  func wording(_ name: String) throws {
    let finding = try #require(try Fixture.report(name).findings.first)
    let message = finding.diagnostic.message
    func hasChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
    // The script's own words may be in either language: they stand in backticks.
    func own(_ text: String) -> String { text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined() }
    if name != "lua-error" { #expect(hasChinese(own(message.chinese)), "\(message.chinese)") }
    #expect(!hasChinese(own(message.english)), "\(message.english)")
    #expect(!message.english.hasSuffix("."))
    if let help = finding.diagnostic.help { #expect(hasChinese(help.chinese) || help.chinese.contains("`"), "\(help.chinese)") }
  }
}
