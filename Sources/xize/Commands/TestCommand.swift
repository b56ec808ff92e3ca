internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import DistrictRules
internal import Foundation
internal import Register
internal import Reports

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests that stand beside scripts: NAME.test.lua beside NAME.lua.",
    discussion: """
      A test gives a small register as a table and says what must come out. No register is opened. Exit code 0: all passed;
      1: some failed, or something was not seen with --full-coverage; 2: a script or a test could not be run.

      Examples:
        xize test                                         every script under scripts/
        xize test scripts/140403-luzhou
        xize test scripts/140403-luzhou/lift-entrapment.lua --coverage
      """)

  @Argument(help: ArgumentHelp("Scripts or folders. Default: the folder of scripts.", valueName: "script")) var paths: [String] = []
  @Flag(help: "Print every clause, outcome and line that no test has seen.") var coverage = false
  @Flag(name: .customLong("full-coverage"), help: "Fail when something was not seen.") var fullCoverage = false
  @Flag(name: .customLong("fail-on-empty"), help: "Fail when a script has no test.") var failOnEmpty = false
  @Option(name: .customLong("scripts"), help: ArgumentHelp("The folder of scripts. Default: XIZE_SCRIPTS, else scripts.", valueName: "folder"))
  var folder: String?
  @Option(name: [.customShort("f"), .long], help: ArgumentHelp("text or json.", valueName: "format")) var format: String = "text"
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      guard format == "text" || format == "json" else {
        throw OfficeError(
          "bad-format", Bilingual(zh: "没有格式 `\(format)`\n提示：text、json", en: "there is no format `\(format)`\nhelp: text, json"))
      }
      let files = try ScriptFiles.scripts(paths.isEmpty ? [folder ?? Terminal.environment("XIZE_SCRIPTS") ?? "scripts"] : paths)
      let tests = ScriptTests(rulebook: try Rulebook.standard()) { CityAdvisor($0) }
      var reports: [ScriptTestReport] = []
      for file in files {
        let name = ScriptTests.testName(of: file)
        let beside = FileManager.default.fileExists(atPath: name) ? try ScriptFolder.read(name) : nil
        let folder = (file as NSString).deletingLastPathComponent
        let report = tests.report(on: try ScriptFolder.read(file), tests: beside) {
          try ScriptFolder.read((folder.isEmpty ? "" : folder + "/") + $0 + ".lua")
        }
        reports.append(report)
        if format == "text" { Terminal.print(report.text(lang.language, coverage: coverage || fullCoverage, color: Terminal.colorsOutput)) }
      }
      if format == "json" { Terminal.print(ScriptTestReport.json(reports, lang.language)) } else { Terminal.print(summary(reports)) }
      let code = exitCode(reports)
      if code != 0 { throw ExitCode(code) }
    }
  }

  private func exitCode(_ reports: [ScriptTestReport]) -> Int32 {
    if reports.contains(where: { $0.brokenCount > 0 }) { return 2 }
    if reports.contains(where: { $0.failed > 0 }) { return 1 }
    if failOnEmpty, reports.contains(where: { $0.results.isEmpty }) { return 1 }
    if fullCoverage, reports.contains(where: { !$0.coverage.isComplete }) { return 1 }
    return 0
  }

  private func summary(_ reports: [ScriptTestReport]) -> String {
    let passed = reports.reduce(0) { $0 + $1.passed }, failed = reports.reduce(0) { $0 + $1.failed }
    let broken = reports.reduce(0) { $0 + $1.brokenCount }, empty = reports.count { $0.tests == nil }
    let seen = reports.reduce(0) { $0 + $1.coverage.covered }, all = reports.reduce(0) { $0 + $1.coverage.total }
    return lang(
      "\(broken > 0 ? "无法运行" : failed > 0 ? "未通过" : "通过")：\(passed) 例通过，\(failed) 例未通过，\(broken) 例无法运行；\(empty) 个脚本没有测试；条款覆盖 \(seen)/\(all)",
      "\(broken > 0 ? "BROKEN" : failed > 0 ? "FAIL" : "PASS"): \(passed) passed, \(failed) failed, \(broken) broken; \(empty) scripts without tests; clauses seen \(seen)/\(all)")
  }
}
