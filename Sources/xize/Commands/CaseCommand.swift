internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import LuaSyntax
internal import Register
internal import Reports

struct CaseGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Complaints, orders and listings in a district's own procedure: whose turn it is, do or refuse a step, what is due.",
    discussion: """
      The county's procedure in force when the complaint was accepted; a case keeps it from its first step on. A refusal names the
      clause and writes nothing.

      Examples:
        xize do case show T-1
        xize do case step T-1 街道督办 --officer 140423100-01
        xize do case refuse T-1 社区到场 --officer 140423100-03 --reason "不属于社区职责"
        xize do case due --officer 140423100-01
        xize do case referred --district 襄垣县
      """,
    subcommands: [CaseShow.self, CaseStep.self, CaseRefuse.self, CaseDue.self, CaseReferred.self])
}

/// What both commands on a case have in common.
struct CaseOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The complaint's or the order's number.", valueName: "number")) var number: String
  @Argument(help: ArgumentHelp("The step.", valueName: "step")) var step: String
  @Option(help: ArgumentHelp("The acting officer's number.", valueName: "officer")) var officer: String
  @Option(name: .customLong("attach"), help: ArgumentHelp("A paper handed in with this; may be given several times.", valueName: "paper"))
  var attachments: [String] = []
  @Option(help: ArgumentHelp("The number of the document behind it.", valueName: "document")) var document: String?
  @Option(help: ArgumentHelp("Which procedure, where several concern the case.", valueName: "procedure")) var procedure: String?
  @Option(help: ArgumentHelp("The position of the case that you saw; the command is refused when it has moved since.", valueName: "n")) var position: Int?
  @Option(help: ArgumentHelp("When it is done. Default: now.", valueName: "moment")) var at: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  /// Carries the command out and shows where the case stands, or tells why it was refused.
  func act(isRefusal: Bool, reason: String? = nil) throws {
    let now = try FundOptions.moment(at)
    let desk = CaseDesk(try office.office(readOnly: false))
    switch try outcome(desk, isRefusal: isRefusal, reason: reason, at: now) {
    case .done(let found):
      Terminal.print(try line(found, desk, isRefusal: isRefusal, at: now, lang))
      try format.write(try desk.steps(of: found, asOf: now) { lang($0) }, lang.language)
    case .refused(let refusal):
      for line in Act.lines(refusal, lang) { Terminal.note(line) }
      throw Exit.failed
    }
  }

  func outcome(_ desk: CaseDesk, isRefusal: Bool, reason: String?, at now: Moment) throws -> CaseOutcome {
    let seen = try position ?? desk.cases(number, asOf: now).first { procedure == nil || $0.procedure.name == procedure }?.position ?? 0
    let command = CaseCommand(
      step, isRefusal: isRefusal, reason: reason, expectedPosition: seen, attachments: attachments, document: document)
    return try desk.act(command, on: number, procedure: procedure, officer: officer, at: now)
  }

  /// What is said when it is done.
  func line(_ found: ProcedureCase, _ desk: CaseDesk, isRefusal: Bool, at now: Moment, _ lang: LanguageOptions) throws -> String {
    let word = isRefusal ? lang("不予办理", "refused") : lang("办成", "done")
    return lang(
      "\(found.key)：`\(step)` \(word)，第 \(found.position) 步已记入台账；", "\(found.key): `\(step)` \(word), entry \(found.position) is in the ledger; ")
      + lang(try desk.standing(found, asOf: now))
  }
}

struct CaseStep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Do the step whose turn it is.",
    discussion: """
      Examples:
        xize do case step T-1 社区到场 --officer 140423100-03 --attach 现场照片
      """)
  @OptionGroup var options: CaseOptions

  func run() throws { try options.lang.reporting { try options.act(isRefusal: false) } }
}

struct CaseRefuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse", abstract: "Refuse the step whose turn it is, where the procedure allows it.",
    discussion: """
      Examples:
        xize do case refuse T-1 社区到场 --officer 140423100-03 --reason "不属于社区职责"
      """)
  @OptionGroup var options: CaseOptions
  @Option(help: ArgumentHelp("Why.", valueName: "text")) var reason: String

  func run() throws { try options.lang.reporting { try options.act(isRefusal: true, reason: reason) } }
}

struct CaseShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what was done in a case, whose turn it is and by when.",
    discussion: """
      Examples:
        xize do case show T-1
        xize do case show T-1 --at "2026-10-12 09:00"
      """)
  @Argument(help: ArgumentHelp("The complaint's or the order's number.", valueName: "number")) var number: String
  @Option(help: ArgumentHelp("As of when. Default: now.", valueName: "moment")) var at: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let now = try FundOptions.moment(at)
      let form = try format.tableFormat()
      let desk = CaseDesk(try office.office())
      let cases = try desk.cases(number, asOf: now, before: now.adding(seconds: 1))
      if cases.isEmpty { Terminal.note(lang("`\(number)` 不走任何本地程序", "no procedure of the district concerns `\(number)`")) }
      for found in cases {
        if form == .table || form == .markdown {
          let revision = found.origin.revision.map { lang("第\($0)号修订", "revision \($0)") } ?? lang("未施行", "not enacted")
          Terminal.print(
            lang(
              "\(found.key)：程序“\(found.procedure.name)”（\(found.basis)，\(revision)），第 \(found.position) 步",
              "\(found.key): procedure `\(found.procedure.name)` (\(found.basis), \(revision)), position \(found.position)"))
          Terminal.print(lang(try desk.standing(found, asOf: now)))
        }
        try format.write(try desk.steps(of: found, asOf: now) { lang($0) }, lang.language)
      }
    }
  }
}

struct CaseDue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List the steps that wait, the soonest first.",
    discussion: """
      Examples:
        xize do case due --officer 140423100-01        what that officer may do
        xize do case due --district 襄垣县 --level street
      """)
  @Option(help: ArgumentHelp("Only what this officer may do.", valueName: "officer")) var officer: String?
  @Option(help: ArgumentHelp("Only steps of a level: city, county, street or community.", valueName: "level")) var level: String?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let desk = CaseDesk(try office.office())
      let due = try desk.due(in: try scope.scope(), level: try level.map(CaseDue.level(named:)), officer: officer, asOf: try scope.cut())
      try format.write(CaseDesk.table(of: due.waiting) { lang($0) }, lang.language)
      if !due.referred.isEmpty {
        Terminal.note(
          lang(
            "另有 \(due.referred.count) 件已移交部门（xize do case referred）",
            "\(due.referred.count) more have been referred to a department (xize do case referred)"))
      }
      if let first = due.undetermined.first {
        Terminal.note(
          lang(
            "另有 \(due.undetermined.count) 件时限算不出（\(first.found.key)：\(first.because.zh)）",
            "of \(due.undetermined.count) more the time cannot be worked out (\(first.found.key): \(first.because.en))"))
      }
    }
  }

  /// A level by its name, in English or in Chinese: 街道 as well as 街道（乡镇）.
  private static func level(named word: String) throws -> Division.Level {
    let known = Division.Level.allCases.first { $0.rawValue == word || $0.chinese == word || $0.chinese.hasPrefix(word + "（") }
    guard let known else {
      let words = Division.Level.allCases.map { "\($0.chinese) (\($0.rawValue))" }.joined(separator: ", ")
      throw OfficeError("unknown-value", Bilingual(zh: "没有层级 `\(word)`\n提示：\(words)", en: "there is no level `\(word)`\nhelp: \(words)"))
    }
    return known
  }
}

struct CaseReferred: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "referred", abstract: "List the cases that have gone to a department, and which is to take them.",
    discussion: """
      Most were late at the last step of their procedure. A case stays here until its complaint or order is over.

      Examples:
        xize do case referred --officer 140423-01      of that officer's place
        xize do case referred --district 襄垣县
      """)
  @Option(help: ArgumentHelp("Only of this officer's place.", valueName: "officer")) var officer: String?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let due = try CaseDesk(try office.office()).due(in: try scope.scope(), officer: officer, asOf: try scope.cut())
      try format.write(CaseDesk.table(of: due.referred) { lang($0) }, lang.language)
    }
  }
}
