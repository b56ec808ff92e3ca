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
      not pass xize check. A wrong answer is asked for again at a terminal; of a spreadsheet's row every wrong cell is told at once.

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
      let folder = try folder()
      let filled = try filled(kind, in: folder)
      let path = folder + "/" + filled.fileName + ".lua"
      for (path, text) in [(path, filled.script), (ScriptTests.testName(of: path), filled.tests)] {
        try write(text, to: path)
        Terminal.say(lang("已写出 \(path)", "wrote \(path)"))
      }
      Terminal.note(
        lang(
          "接着：xize say \(path)，读一读是不是这个意思；再把情形写进测试，运行 xize test \(path)",
          "next: xize say \(path), and see whether that is what is meant; then write cases into the tests and run xize test \(path)"))
    }
  }

  /// A form without a fault: from a file or from questions; at a terminal what is wrong is asked for again, and the rest is kept.
  private func filled(_ kind: String, in folder: String) throws -> RuleForm {
    let checker = try ScriptChecker(try Rulebook.standard(), on: Clock.now.day)
    let questions = FormQuestion.questions(for: kind) ?? []
    var answers = try sheet(kind) ?? [:]
    if from == nil {
      for (index, question) in questions.enumerated() {
        guard let line = ask(question, "\(index + 1)/8 ") else { break }
        answers[question.key] = line
        while Terminal.inputIsTerminal, let fault = try faults(kind, answers, in: folder, checker, given: Set(answers.keys)).first(where: { $0.question == question }) {
          tell([fault])
          guard let line = ask(question, "\(index + 1)/8 ") else { break }
          answers[question.key] = line
        }
      }
    }
    while true {
      let faults = try faults(kind, answers, in: folder, checker)
      guard !faults.isEmpty else { return RuleForm(kind: kind, language: lang.language, answers: answers) }
      tell(faults)
      guard Terminal.inputIsTerminal else { throw refused(faults.count) }
      for fault in faults {
        guard let line = ask(fault.question, "") else { throw refused(faults.count) }
        answers[fault.question.key] = line
      }
    }
  }

  /// The answers in the row of a spreadsheet.
  private func sheet(_ kind: String) throws -> [String: String]? {
    guard let from else { return nil }
    guard let answers = FormSheet.answers(try NamedFile.text(from, atMost: 4 << 20), kind: kind, row: row) else {
      throw OfficeError("missing-row", Bilingual(zh: "`\(from)` 没有第 \(row) 行", en: "`\(from)` has no row \(row)"))
    }
    return answers
  }

  private func ask(_ question: FormQuestion, _ number: String) -> String? {
    let standard = question.standard.map { lang($0) } ?? ""
    Terminal.write(
      "\(number)\(lang(question.question))\n    \(lang("例如", "such as"))：\(lang(question.example))"
        + (standard.isEmpty ? "" : lang("；不写就是 \(standard)", "; nothing means \(standard)")) + "\n> ")
    return readLine()
  }

  /// What the check finds answer by answer, and a name that another rule has.
  private func faults(
    _ kind: String, _ answers: [String: String], in folder: String, _ checker: ScriptChecker, given: Set<String>? = nil
  ) throws -> [FormFault] {
    let form = RuleForm(kind: kind, language: lang.language, answers: answers)
    let faults = try form.faults(of: given, checker)
    let path = folder + "/" + form.fileName + ".lua"
    guard let name = FormQuestion.questions(for: kind)?.first, !(form.answers[name.key] ?? "").isEmpty, !faults.contains(where: { $0.question == name }),
      let known = [path, ScriptTests.testName(of: path)].first(where: FileManager.default.fileExists)
    else { return faults }
    let taken = FormFault(
      name, answer: form.answers[name.key] ?? "", code: "file-exists", Bilingual(zh: "`\(known)` 已经有了", en: "`\(known)` exists already"),
      help: Bilingual(zh: "换一个短名", en: "give another short name"))
    return [taken] + faults
  }

  private func tell(_ faults: [FormFault]) {
    for fault in faults {
      let answer = fault.answer.isEmpty ? "" : lang("：`\(fault.answer)`", ": `\(fault.answer)`")
      Terminal.note("\(lang(fault.question.question))\(answer)\n    \(lang("错误", "error"))[\(fault.code)]\(lang("：", ": "))\(lang(fault.message))")
      if let help = fault.help { Terminal.note("    " + lang("提示：", "help: ") + lang(help)) }
    }
  }

  private func refused(_ count: Int) -> OfficeError {
    OfficeError(
      "form-refused",
      Bilingual(zh: "有 \(count) 处填写要改，没有写出", en: "\(count) answer\(count == 1 ? "" : "s") must be changed; nothing was written"))
  }

  private func folder() throws -> String {
    if let out { return out.hasSuffix("/") && out.count > 1 ? String(out.dropLast()) : out }
    let root = scripts ?? Terminal.environment("XIZE_SCRIPTS") ?? "scripts"
    guard let district else { return "." }
    guard case .county(let code) = try ScopeOptions.scope(named: district) else { return root }
    let known = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted().first { $0.hasPrefix(code) }
    return root + "/" + (known ?? code)
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
