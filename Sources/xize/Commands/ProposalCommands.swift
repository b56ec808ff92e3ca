internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import Register

struct ProposalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposals", abstract: "List what jobs have proposed, and what became of it.",
    discussion: """
      Examples:
        xize proposals                                  what waits for an officer
        xize proposals --state decided --district 潞州区
        xize proposals --state all --format csv
      """)

  @Option(help: ArgumentHelp("waiting, decided or all.", valueName: "state")) var state: String = "waiting"
  @Option(help: ArgumentHelp("A county by code or name.", valueName: "county")) var district: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      let states: [String: [ProposalCase.State]] = [
        "waiting": [.waiting, .noticed], "decided": [.accepted, .declined], "all": ProposalCase.State.allCases,
      ]
      guard let wanted = states[state] else {
        throw OfficeError(
          "bad-state", Bilingual(zh: "没有状态 `\(state)`\n提示：waiting、decided、all", en: "there is no state `\(state)`\nhelp: waiting, decided, all"))
      }
      let county = try district.map { try ScopeOptions.scope(named: $0).description }
      let cases = try office.office().register.proposalCases(county: county, states: wanted)
      try format.write(ProposalTables.cases(cases), lang.language)
    }
  }
}

struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice", abstract: "Serve the notice of a proposal on the enterprise; its days of defence run from then.",
    discussion: """
      Examples:
        xize notice 12 --document "潞州住建告〔2026〕3号" --officer 140403-01
      """)

  @Argument(help: ArgumentHelp("Number of the proposal.", valueName: "number")) var number: Int64
  @Option(help: ArgumentHelp("Number of the notice.", valueName: "document")) var document: String?
  @Option(help: ArgumentHelp("The officer, of the county.", valueName: "officer")) var officer: String
  @Option(help: ArgumentHelp("As if it were this moment. Default: now.", valueName: "moment")) var at: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      let outcome = try office.office(readOnly: false).decide(
        number, .notice, officer: officer, document: document, at: try MomentOption.read(at))
      try ProposalTables.show(outcome, format, lang)
    }
  }
}

struct HearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hear", abstract: "Record what the enterprise says to the notice of a proposal; the decision and the packet quote it.",
    discussion: """
      Examples:
        xize hear 12 --statement "整改已完成，附照片" --officer 140403-01
      """)

  @Argument(help: ArgumentHelp("Number of the proposal.", valueName: "number")) var number: Int64
  @Option(help: ArgumentHelp("What it says, without names or numbers of persons.", valueName: "text")) var statement: String
  @Option(help: ArgumentHelp("The officer, of the county.", valueName: "officer")) var officer: String
  @Option(help: ArgumentHelp("As if it were this moment. Default: now.", valueName: "moment")) var at: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      let outcome = try office.office(readOnly: false).hear(number, statement: statement, officer: officer, at: try MomentOption.read(at))
      try ProposalTables.show(outcome, format, lang)
    }
  }
}

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Accept or decline a proposal, as an officer of the county.",
    discussion: """
      A listing, once accepted, is an entry of the county's list; an interview or a circular is a record of the credit file.
      Whoever ran the job does not decide; a listing or circular is decided after notice and five working days of defence.

      Examples:
        xize decide 12 --accept --document "潞州住建〔2026〕15号" --officer 140403-01
        xize decide 13 --decline --reason "已整改" --document "潞州住建〔2026〕16号" --officer 140403-01
      """)

  @Argument(help: ArgumentHelp("Number of the proposal.", valueName: "number")) var number: Int64
  @Flag(help: "Do what is proposed.") var accept = false
  @Flag(help: "Do not.") var decline = false
  @Option(help: ArgumentHelp("Number of the decision.", valueName: "document")) var document: String?
  @Option(help: ArgumentHelp("The officer, of the county.", valueName: "officer")) var officer: String
  @Option(help: ArgumentHelp("Why it is declined.", valueName: "text")) var reason: String?
  @Option(help: ArgumentHelp("As if it were this moment. Default: now.", valueName: "moment")) var at: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func validate() throws {
    guard accept != decline else { throw ValidationError("Say one of --accept and --decline.") }
  }

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      let outcome = try office.office(readOnly: false).decide(
        number, accept ? .accept : .decline(reason: reason ?? ""), officer: officer, document: document, at: try MomentOption.read(at))
      try ProposalTables.show(outcome, format, lang)
    }
  }
}

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Compute a recorded run again and compare the bytes.",
    discussion: """
      The rows, the scripts and the parameters are those that the run saw, whatever has been recorded since. Exit code 0 when
      every byte is the same, 1 when one differs.

      Examples:
        xize replay 12
        xize replay 12 --attempt 1
      """)

  @Argument(help: ArgumentHelp("Number of the run; `xize jobs` shows it.", valueName: "run")) var number: Int64
  @Option(help: ArgumentHelp("Which of the run's attempts, from 1. Default: every one.", valueName: "attempt")) var attempt: Int?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var limit: LimitOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let replays = try office.office().replay(number, attempt: attempt, limits: try limit.limits())
      for replay in replays {
        let name = "\(replay.run.job) \(replay.run.district) \(replay.run.period) \(lang(OfficeWords.attempt(replay.attempt.kind)))"
        guard let (recorded, now) = replay.difference else {
          Terminal.print(
            lang(
              "\(name)：\(replay.output.utf8.count) 字节逐字节相同（台账第 \(replay.attempt.marks.position) 条）",
              "\(name): \(replay.output.utf8.count) bytes, every one the same (ledger position \(replay.attempt.marks.position))"))
          continue
        }
        Terminal.print(lang("\(name)：不同", "\(name): differs"))
        Terminal.print("- \(recorded)\n+ \(now)")
      }
      if replays.contains(where: { !$0.isSame }) { throw Exit.failed }
    }
  }
}

enum ProposalTables {
  static func cases(_ cases: [ProposalCase]) -> ResultTable {
    ResultTable(
      columns: [
        .init("number", title: "编号"), .init("kind", title: "提请", type: .enumeration(OfficeWords.proposals)), .init("county", title: "县区"), .init("enterprise", title: "企业"),
        .init("uscc", title: "统一社会信用代码"), .init("because", title: "理由"), .init("evidence", title: "证据数"),
        .init("job", title: "任务"), .init("period", title: "期间"), .init("state", title: "状态", type: .enumeration(OfficeWords.proposalStates)), .init("defence_until", title: "申辩至"),
        .init("decided_on", title: "决定日期"), .init("document", title: "文号"), .init("objection_until", title: "异议至"),
      ],
      rows: cases.map { one in
        [
          .integer(one.number), .text(one.kind), .text(Divisions.changzhi[one.county]?.name ?? one.county), .text(one.name),
          .text(one.enterprise), .text(one.because), .integer(Int64(one.evidence)), .text(one.job), .text(one.period),
          .text(one.state.rawValue), one.defenceUntil.map { .day($0) } ?? .empty, one.decidedOn.map { .day($0) } ?? .empty,
          one.document.map { .text($0) } ?? .empty, one.objectionUntil.map { .day($0) } ?? .empty,
        ]
      })
  }

  static func show(_ outcome: ProposalOutcome, _ format: FormatOptions, _ lang: LanguageOptions) throws {
    switch outcome {
    case .done(_, let proposal): try format.write(cases([proposal]), lang.language)
    case .refused(let refusal):
      Terminal.note("xize: [\(refusal.code)] \(lang(refusal.sentence))\(refusal.article.isEmpty ? "" : lang("（\(refusal.article)）", " (\(refusal.article))"))")
      if let help = refusal.help { Terminal.note(lang("提示：", "help: ") + lang(help)) }
      throw Exit.failed
    }
  }
}
