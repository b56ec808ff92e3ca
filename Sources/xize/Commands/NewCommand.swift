internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Foundation
internal import LuaSyntax
internal import Register

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a rule: eight questions, or a row of a spreadsheet, become a script and its table of tests.",
    discussion: """
      Kinds: adjustment 评分调整, tighten 收紧, procedure 程序, criterion 榜单标准, job 任务, report 报表. Nothing is written that would
      not pass xize check.

      Examples:
        xize new 评分调整 --district 潞州区                asks in the terminal
        xize new adjustment --form > form.csv              an empty form with an example, for a spreadsheet
        xize new adjustment --from form.csv --row 1 --out scripts/140403-luzhou
      """)

  @Argument(help: ArgumentHelp("The kind of rule, in English or Chinese.", valueName: "kind")) var kind: String
  @Flag(help: "Print the empty form as CSV.") var form = false
  @Option(help: ArgumentHelp("A filled form.", valueName: "file")) var from: String?
  @Option(help: ArgumentHelp("The form's line, 1 below the questions.", valueName: "number")) var row = 1
  @Option(help: ArgumentHelp("The folder to write into. Default: the county's under scripts.", valueName: "folder")) var out: String?
  @Option(help: ArgumentHelp("The county, by code or name.", valueName: "county")) var district: String?
  @Option(name: .customLong("scripts"), help: ArgumentHelp("The folder of scripts. Default: XIZE_SCRIPTS, else scripts.", valueName: "folder"))
  var scripts: String?
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      guard let kind = FormQuestion.kind(kind) else {
        let kinds = FormQuestion.kinds.map { "\($0) \(CityVocabulary.chinese($0))" }.joined(separator: lang("、", ", "))
        throw OfficeError(
          "unknown-kind", Bilingual(zh: "没有 `\(self.kind)` 这种规则\n提示：\(kinds)", en: "there is no kind of rule `\(self.kind)`\nhelp: \(kinds)"))
      }
      if form { return Terminal.write(FormSheet.empty(kind, lang.language)) }
      let filled = RuleForm(kind: kind, language: lang.language, answers: try answers(kind))
      if let missing = filled.unanswered.first {
        throw OfficeError(
          "unanswered",
          Bilingual(
            zh: "没有回答：\(missing.question.zh)\n提示：例如 \(missing.example.zh)", en: "no answer to: \(missing.question.en)\nhelp: such as \(missing.example.en)"))
      }
      let path = try folder() + "/" + filled.fileName + ".lua"
      try check(filled, path)
      for (path, text) in [(path, filled.script), (ScriptTests.testName(of: path), filled.tests)] {
        guard !FileManager.default.fileExists(atPath: path) else {
          throw OfficeError("file-exists", Bilingual(zh: "`\(path)` 已经有了\n提示：换一个短名", en: "`\(path)` exists already\nhelp: give another short name"))
        }
        try write(text, to: path)
        Terminal.say(lang("已写出 \(path)", "wrote \(path)"))
      }
      Terminal.note(
        lang(
          "接着：xize say \(path)，读一读是不是这个意思；再把情形写进测试，运行 xize test \(path)",
          "next: xize say \(path), and see whether that is what is meant; then write cases into the tests and run xize test \(path)"))
    }
  }

  private func answers(_ kind: String) throws -> [String: String] {
    if let from {
      guard let data = FileManager.default.contents(atPath: from) else {
        throw OfficeError("missing-file", Bilingual(zh: "没有文件 `\(from)`\n提示：请核对文件名", en: "there is no file `\(from)`\nhelp: check the name"))
      }
      guard let answers = FormSheet.answers(String(decoding: data, as: UTF8.self), kind: kind, row: row) else {
        throw OfficeError("missing-row", Bilingual(zh: "`\(from)` 没有第 \(row) 行", en: "`\(from)` has no row \(row)"))
      }
      return answers
    }
    var answers: [String: String] = [:]
    for (index, question) in (FormQuestion.questions(for: kind) ?? []).enumerated() {
      Terminal.write("\(index + 1)/8 \(lang(question.question))\n    \(lang("例如", "such as"))：\(lang(question.example))\n> ")
      guard let line = readLine() else { break }
      answers[question.key] = line
    }
    return answers
  }

  private func folder() throws -> String {
    if let out { return out.hasSuffix("/") && out.count > 1 ? String(out.dropLast()) : out }
    let root = scripts ?? Terminal.environment("XIZE_SCRIPTS") ?? "scripts"
    guard let district else { return "." }
    guard case .county(let code) = try ScopeOptions.scope(named: district) else { return root }
    let known = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted().first { $0.hasPrefix(code) }
    return root + "/" + (known ?? code)
  }

  /// The script is read as `xize check` would read it before it is written.
  private func check(_ form: RuleForm, _ path: String) throws {
    let checker = try ScriptChecker(try Rulebook.standard(), on: Clock.now.day)
    let report = try checker.check([Script(name: path, text: form.script)])
    let errors = report.findings.filter(\.isError)
    guard !errors.isEmpty else { return }
    for finding in errors { Terminal.note(finding.diagnostic.rendered(in: finding.source, lang.language, color: Terminal.colorsErrors)) }
    throw OfficeError(
      "form-refused", Bilingual(zh: "照这样填写的规则通不过检查，没有写出", en: "a rule that is filled in so does not pass the check; nothing was written"))
  }

  private func write(_ text: String, to path: String) throws {
    do {
      let parent = (path as NSString).deletingLastPathComponent
      if !parent.isEmpty { try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true) }
      try WholeFile.write(text, to: path)
    } catch {
      let reason = (error as? WholeFile.Failure)?.reason ?? error.localizedDescription
      throw OfficeError("not-written", Bilingual(zh: "无法写出 `\(path)`：\(reason)", en: "cannot write `\(path)`: \(reason)"))
    }
  }
}
