internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import Foundation
internal import LuaSyntax
internal import Register

/// `xize do COMMAND SUBJECT …`: its options are those of the command's description, so it reads its words itself.
struct ActCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "act", abstract: "One command of the second flow, or a file of them.",
    discussion: """
      Examples:
        xize do --list                                  every command: article, levels, Chinese name
        xize do --list A13
        xize do act assign --help                       what a command needs, with an example
        xize do act assign T-1 --officer 140403-01 --person 140403001-01
        xize do --script scripts/working-day.txt
      """)

  @Argument(parsing: .captureForPassthrough, help: ArgumentHelp("COMMAND SUBJECT --officer NUMBER [--field value …] [--document …] [--position n] [--at moment] [--attach paper]", valueName: "words"))
  var words: [String] = []

  func run() throws {
    var words = words
    let lang = LanguageOptions.taken(from: &words)
    try lang.reporting {
      if words.isEmpty || words == ["--help"] || words == ["-h"] {
        throw CleanExit.helpRequest(DoCommand.self)
      }
      // Elsewhere `--list` is the argument that says red or black.
      if words.first == "--list" {
        words.removeFirst()
        let format = FormatOptions.taken(from: &words)
        return try format.write(CommandHelp.list(chinese: lang.language == .chinese, article: words.first), lang.language)
      }
      if words.contains("--help") || words.contains("-h") {
        words.removeAll { $0 == "--help" || $0 == "-h" }
        let name = words.filter { !$0.hasPrefix("-") }.joined(separator: " ")
        guard let command = CityCommands.named(name) ?? words.first.flatMap({ CityCommands.named($0) }) else {
          throw OfficeError(
            "command-unknown", Bilingual(zh: "没有命令 `\(name)`\n提示：xize do --list 列出全部命令", en: "there is no command `\(name)`\nhelp: xize do --list names them all"))
        }
        return Terminal.print(CommandHelp.text(of: command, chinese: lang.language == .chinese))
      }
      if let at = words.firstIndex(of: "--script") {
        words.remove(at: at)
        guard at < words.count else {
          throw OfficeError("bad-command-line", Bilingual(zh: "--script 后缺少文件", en: "--script lacks its file"))
        }
        let file = words.remove(at: at)
        return try ScriptedDay(file: file, office: try OfficeOptions.taken(from: &words).office(readOnly: false), lang: lang).run()
      }
      let office = OfficeOptions.taken(from: &words)
      if let command = try TypedFundCommand(words) {
        switch try command.act(at: FundDesk(try office.office(readOnly: false)), now: Clock.now) {
        case .done(_, let fundCase): Terminal.print(Act.line(fundCase, lang))
        case .refused(let refusal):
          for line in Act.lines(refusal, lang) { Terminal.note(line) }
          throw Exit.failed
        }
        return
      }
      let command = try TypedCommand(words).command(at: Clock.now)
      let desk = CommandDesk(try office.office(readOnly: false))
      switch try desk.act(command) {
      case .done(let result, let position):
        Terminal.print(Act.line(result, position, lang))
        for warning in result.warnings { Terminal.note(Act.line(warning, lang)) }
      case .refused(let refusal):
        for line in Act.lines(refusal, lang) { Terminal.note(line) }
        throw Exit.failed
      }
    }
  }
}

/// What is said about a command's outcome.
enum Act {
  static func line(_ result: CommandResult, _ position: Int64, _ lang: LanguageOptions) -> String {
    let own = result.changes.first { $0.table.name == result.table.name && $0.key == result.subject }
    let status = own?.values.first { $0.0.name == "status" }.map { $0.1.shown(as: $0.0.type, chinese: lang.language == .chinese) }
    let chinese = CityCommands.named(result.name)?.chinese ?? result.name
    return lang(
      "\(result.subject)：\(chinese)，第 \(result.position) 步\(status.map { "，现为“\($0)”" } ?? "")（台账 \(position)）",
      "\(result.subject): \(result.name), entry \(result.position)\(status.map { ", now `\($0)`" } ?? "") (ledger \(position))")
  }

  static func line(_ fundCase: FundCase, _ lang: LanguageOptions) -> String {
    let status = CaseValue.text(fundCase.status.rawValue).shown(as: .enumeration(FundRequest.statuses), chinese: lang.language == .chinese)
    let number = fundCase.submission.number
    return lang("\(number)：\(status)，第 \(fundCase.position) 步已记入台账", "\(number): \(status), entry \(fundCase.position) is in the ledger")
  }

  static func line(_ warning: Bilingual, _ lang: LanguageOptions) -> String { lang("注意：\(warning.zh)", "note: \(warning.en)") }

  static func lines(_ refusal: Refusal, _ lang: LanguageOptions) -> [String] {
    var lines = ["xize: [\(refusal.code)] \(lang(refusal.sentence))" + (refusal.article.isEmpty ? "" : lang("（\(SourceWords.said(refusal.article).zh)）", " (\(refusal.article))"))]
    if let help = refusal.help { lines.append(lang("提示：", "help: ") + lang(help)) }
    return lines
  }
}

/// A file of commands, one a line, of the city and of district procedures (`case step …`, `case refuse …`); `#` begins a comment, and `! CODE` before a command says that it is to be refused so.
struct ScriptedDay {
  var file: String
  var office: Office
  var lang: LanguageOptions

  func run() throws {
    let text = try NamedFile.text(file, atMost: 4 << 20)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw OfficeError("no-commands", Bilingual(zh: "`\(file)` 里没有命令\n提示：一行写一条命令", en: "there are no commands in `\(file)`\nhelp: write one command a line"))
    }
    var wrong = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var text = line.trimmingPrefix { $0.isWhitespace }
      while text.last?.isWhitespace == true { text = text.dropLast() }
      if text.isEmpty { continue }
      if text.hasPrefix("#") {
        Terminal.say(String(text))
        continue
      }
      var expected: String?
      if text.hasPrefix("!") {
        let parts = text.dropFirst().split(separator: " ", maxSplits: 1)
        expected = parts.first.map(String.init)
        text = parts.count > 1 ? parts[1] : ""
      }
      Terminal.print("> " + ScriptedDay.masked(String(text)))
      do {
        guard let words = TypedCommand.words(of: String(text)) else {
          throw OfficeError("bad-command-line", Bilingual(zh: "引号没有闭合", en: "a quote is not closed"))
        }
        switch try act(words) {
        case .done(let lines):
          for line in lines { Terminal.print("  " + line) }
          if let expected { wrong += tell(index, lang("本应因 \(expected) 被拒绝", "should have been refused with \(expected)")) }
        case .refused(let refusal):
          for line in Act.lines(refusal, lang) { Terminal.print("  " + line) }
          if refusal.code != expected { wrong += tell(index, expected.map { lang("本应因 \($0) 被拒绝", "should have been refused with \($0)") } ?? lang("不应被拒绝", "should not have been refused")) }
        }
      } catch {
        wrong += tell(index, lang(OfficeError(error).message))
      }
    }
    if wrong > 0 { throw Exit.failed }
  }

  /// What a command came to: what is said of it, or why not.
  private enum Outcome {
    case done([String])
    case refused(Refusal)
  }

  private func act(_ words: [String]) throws -> Outcome {
    if let command = try TypedFundCommand(words) {
      switch try command.act(at: FundDesk(office), now: Clock.now) {
      case .done(_, let fundCase): return .done([Act.line(fundCase, lang)])
      case .refused(let refusal): return .refused(refusal)
      }
    }
    if words.first == "case" { return try actOnCase(Array(words.dropFirst())) }
    switch try CommandDesk(office).act(try TypedCommand(words).command(at: Clock.now)) {
    case .done(let result, let position): return .done([Act.line(result, position, lang)] + result.warnings.map { Act.line($0, lang) })
    case .refused(let refusal): return .refused(refusal)
    }
  }

  /// A step of a district's own procedure, with the words that `xize do case` takes.
  private func actOnCase(_ words: [String]) throws -> Outcome {
    let isRefusal = words.first == "refuse"
    guard isRefusal || words.first == "step" else {
      throw OfficeError(
        "bad-command-line", Bilingual(
          zh: "`case \(words.first ?? "")` 不是办理案件的命令\n提示：case step，或 case refuse",
          en: "`case \(words.first ?? "")` acts on no case\nhelp: case step, or case refuse"))
    }
    let options: CaseOptions
    let reason: String?
    do {
      if isRefusal {
        let command = try CaseRefuse.parse(Array(words.dropFirst()))
        (options, reason) = (command.options, command.reason)
      } else {
        (options, reason) = (try CaseStep.parse(Array(words.dropFirst())).options, nil)
      }
    } catch {
      let said = CaseStep.message(for: error)
      throw OfficeError("bad-command-line", Bilingual(zh: said, en: said))
    }
    let now = try FundOptions.moment(options.at), desk = CaseDesk(office)
    switch try options.outcome(desk, isRefusal: isRefusal, reason: reason, at: now) {
    case .done(let found): return .done([try options.line(found, desk, isRefusal: isRefusal, at: now, lang)])
    case .refused(let refusal): return .refused(refusal)
    }
  }

  /// The line as a log may keep it: no telephone or identity number.
  private static func masked(_ line: String) -> String {
    var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for at in words.indices.dropLast() where words[at] == "--phone" || words[at] == "--电话" {
      words[at + 1] = PersonMask.phone(words[at + 1]) ?? ""
    }
    return PersonalText.recognised(words.joined(separator: " "))
  }
  private func tell(_ index: Int, _ text: String) -> Int {
    Terminal.note("xize: \(file):\(index + 1): \(text)")
    return 1
  }
}

extension LanguageOptions {
  /// Takes `--lang` out of words that another reader gets.
  static func taken(from words: inout [String]) -> LanguageOptions {
    var options = LanguageOptions()
    options.name = Words.take(["--lang"], from: &words)
    return options
  }
}

extension FormatOptions {
  static func taken(from words: inout [String]) -> FormatOptions {
    var options = FormatOptions()
    options.format = Words.take(["--format", "-f"], from: &words) ?? "table"
    return options
  }
}

extension OfficeOptions {
  static func taken(from words: inout [String]) -> OfficeOptions {
    var options = OfficeOptions()
    options.register = Words.take(["--register", "-r"], from: &words)
    options.scripts = Words.take(["--scripts"], from: &words)
    return options
  }
}

enum Words {
  static func take(_ names: [String], from words: inout [String]) -> String? {
    for name in names {
      if let at = words.firstIndex(where: { $0.hasPrefix(name + "=") }) { return String(words.remove(at: at).dropFirst(name.count + 1)) }
      guard let at = words.firstIndex(of: name), at + 1 < words.count else { continue }
      let value = words[at + 1]
      words.removeSubrange(at...(at + 1))
      return value
    }
    return nil
  }
}
