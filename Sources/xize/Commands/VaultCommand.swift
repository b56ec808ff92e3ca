internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import Register

struct UnmaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmask",
    abstract: "See who complained: with an open task on the complaint, and an entry in the ledger.",
    discussion: """
      Examples:
        xize unmask T-1 --officer 140403001-01 --purpose 电话回访
        xize unmask 3:17 --row --officer 140403-01 --purpose 更正导入      line 17 of import 3, as it was in its file
      """)

  @Argument(help: ArgumentHelp("The complaint's number; with --row, IMPORT:LINE.", valueName: "complaint")) var complaint: String
  @Option(help: ArgumentHelp("The acting officer's number.", valueName: "officer")) var officer: String
  @Option(help: ArgumentHelp("What for; without any number of a person.", valueName: "words")) var purpose: String
  @Option(help: ArgumentHelp("The task. Default: the officer's latest.", valueName: "n")) var task: Int64?
  @Flag(help: "A refused row of an import.") var row = false
  @OptionGroup var office: OfficeOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let register = try Register.open(at: office.registerPath, clock: Clock.recording)
      switch try register.unmask(try VaultWords.subject(complaint, row: row), officer: officer, purpose: purpose, task: task, at: Clock.now) {
      case .shown(let record, let position):
        for part in PersonalRecord.Part.allCases {
          if let value = record[part] { Terminal.print("\(lang(part.chinese, part.rawValue))\t\(value)") }
        }
        Terminal.note(lang("已记入台账第 \(position) 条", "ledger entry \(position)"))
      case .row(let text, let position):
        Terminal.print(text)
        Terminal.note(lang("已记入台账第 \(position) 条", "ledger entry \(position)"))
      case .refused(let refusal): try VaultWords.refuse(refusal, lang)
      }
    }
  }
}

struct VaultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vault", abstract: "Tasks on persons' data, and its deletion in time.",
    discussion: """
      Examples:
        xize vault give T-1 --kind 回访 --to 140403001-02 --officer 140403-01
        xize vault expire --on 2029-06-01 --officer 1404-01
      """, subcommands: [Give.self, End.self, Expire.self])

  struct Give: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "give",
      abstract: "Give another officer a task, on which the person may be seen.",
      discussion: """
        Examples:
          xize vault give T-1 --kind 回访 --to 140403001-02 --officer 140403-01
        """)
    @Argument(help: ArgumentHelp("The complaint's number; with --row, IMPORT:LINE.", valueName: "complaint")) var complaint: String
    @Option(help: ArgumentHelp("handling, revisit, verification or correction.", valueName: "kind")) var kind: String
    @Option(help: ArgumentHelp("The officer whose task it becomes.", valueName: "officer")) var to: String
    @Option(help: ArgumentHelp("The acting officer's number.", valueName: "officer")) var officer: String
    @Flag(help: "A refused row of an import.") var row = false
    @OptionGroup var office: OfficeOptions
    @OptionGroup var lang: LanguageOptions

    func run() throws {
      try lang.reporting {
        guard let kind = VaultTask.Kind(word: kind) else {
          let words = VaultTask.Kind.allCases.map(\.rawValue).joined(separator: ", ")
          throw OfficeError("bad-task", Bilingual(zh: "没有这种任务\n提示：\(words)", en: "there is no such task\nhelp: \(words)"))
        }
        let register = try Register.open(at: office.registerPath, clock: Clock.recording)
        switch try register.giveTask(kind, on: try VaultWords.subject(complaint, row: row), to: to, by: officer, at: Clock.now) {
        case .done(let task): Terminal.say(lang("任务 \(task.number)：\(kind.chinese)，\(to)", "task \(task.number): \(kind.rawValue), \(to)"))
        case .refused(let refusal): try VaultWords.refuse(refusal, lang)
        }
      }
    }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "end",
      abstract: "End a task.",
      discussion: """
        Examples:
          xize vault end 4 --officer 140403001-02
        """)
    @Argument(help: ArgumentHelp("The task.", valueName: "n")) var task: Int64
    @Option(help: ArgumentHelp("The acting officer's number.", valueName: "officer")) var officer: String
    @OptionGroup var office: OfficeOptions
    @OptionGroup var lang: LanguageOptions

    func run() throws {
      try lang.reporting {
        let register = try Register.open(at: office.registerPath, clock: Clock.recording)
        switch try register.endTask(task, by: officer, at: Clock.now) {
        case .done(let task): Terminal.print(lang("任务 \(task.number) 已结束", "task \(task.number) is ended"))
        case .refused(let refusal): try VaultWords.refuse(refusal, lang)
        }
      }
    }
  }

  struct Expire: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "expire",
      abstract: "Delete persons' data whose time is over; the token alone stays.",
      discussion: """
        Examples:
          xize vault expire --on 2029-06-01 --officer 1404-01
        """)
    @Option(help: ArgumentHelp("As of which day.", valueName: "day")) var on: String
    @Option(help: ArgumentHelp("Who orders it, for the ledger.", valueName: "officer")) var officer: String
    @OptionGroup var office: OfficeOptions
    @OptionGroup var lang: LanguageOptions

    func run() throws {
      try lang.reporting {
        guard let day = Day(on), day <= Clock.now.day else {
          throw OfficeError(
            "bad-day", Bilingual(zh: "`\(on)` 不是今天或以前的日期\n提示：写作 2026-09-30", en: "`\(on)` is no day up to today\nhelp: write 2026-09-30"))
        }
        let desk = try office.office(readOnly: false)
        let done = try desk.register.expire(
          on: day, rulebook: desk.rulebook, by: Attribution(officer: officer, role: "vault", moment: Clock.now))
        Terminal.print(lang("已删除 \(done.complaints) 件投诉的个人信息、\(done.rows) 行隔离原文", "deleted the persons of \(done.complaints) complaints and \(done.rows) refused rows"))
      }
    }
  }
}

private enum VaultWords {
  static func subject(_ word: String, row: Bool) throws -> VaultSubject {
    guard row else { return .complaint(word) }
    let parts = word.split(separator: ":")
    guard parts.count == 2, let number = Int64(parts[0]), let line = Int(parts[1]) else {
      throw OfficeError("bad-row", Bilingual(zh: "不是导入的一行\n提示：写作 3:17", en: "no row of an import\nhelp: write 3:17"))
    }
    return .row(import: number, line: line)
  }

  static func refuse(_ refusal: Refusal, _ lang: LanguageOptions) throws -> Never {
    Terminal.note("xize: [\(refusal.code)] \(lang(refusal.sentence))（\(refusal.article)）")
    if let help = refusal.help { Terminal.note(lang("提示：", "help: ") + lang(help)) }
    throw Exit.failed
  }
}
