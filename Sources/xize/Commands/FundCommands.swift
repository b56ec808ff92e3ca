internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import LuaSyntax
internal import Register

/// What every command on a request has in common.
struct FundOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The number of the request.", valueName: "number")) var number: String
  @Option(help: ArgumentHelp("The acting officer's number.", valueName: "officer")) var officer: String
  @Option(name: .customLong("attach"), help: ArgumentHelp("A paper handed in with this; may be given several times.", valueName: "paper"))
  var attachments: [String] = []
  @Option(help: ArgumentHelp("The number of the document behind it.", valueName: "document")) var document: String?
  @Option(help: ArgumentHelp("A text in force on which a decision rests while the city's own is a draft.", valueName: "basis")) var basis: String?
  @Option(help: ArgumentHelp("The position of the case that you saw; the command is refused when it has moved since.", valueName: "n")) var position: Int?
  @Option(help: ArgumentHelp("When it is done. Default: now.", valueName: "moment")) var at: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  static func moment(_ at: String?) throws -> Moment {
    guard let at else { return Clock.now }
    guard let moment = Moment(at) else {
      throw OfficeError(
        "bad-moment", Bilingual(zh: "`\(at)` 不是时刻\n提示：写作 \"2026-09-30 17:50\"", en: "`\(at)` is no moment\nhelp: write \"2026-09-30 17:50\""))
    }
    return moment
  }

  /// Carries the command out and shows where the case stands, or tells why it was refused.
  func act(_ verb: FundVerb, _ options: [String: String?] = [:], isAdvance: Bool = false) throws {
    let now = try FundOptions.moment(at)
    let desk = FundDesk(try office.office(readOnly: false))
    let words = FundWords(verb, options.compactMapValues { $0 }, isAdvance: isAdvance)
    let before = try desk.request(number)
    let command = FundCommand(
      try words.action(on: number, before?.submission), expectedPosition: position ?? before?.position ?? 0, attachments: attachments,
      document: document, settlement: try words.money("settlement"), basis: basis)
    switch try desk.act(command, on: number, officer: officer, balance: try words.money("balance"), at: now) {
    case .done(_, let fundCase):
      Terminal.print(Act.line(fundCase, lang))
      try format.write(try desk.steps(of: fundCase, asOf: now), lang.language)
    case .refused(let refusal):
      for line in Act.lines(refusal, lang) { Terminal.note(line) }
      throw Exit.failed
    }
  }
}

struct Submit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Submit a request.",
    discussion: """
      Examples:
        xize do fund submit WX-2026-01 --officer S140423100 --project 140423100001 --kind emergency --category "lift failure" \\
          --amount 60000 --balance 200000 --attach "检验机构停用通知"
      """)
  @OptionGroup var fund: FundOptions
  @Option(help: ArgumentHelp("The estate's code.", valueName: "project")) var project: String
  @Option(help: "general, small or emergency; 一般, 小额 or 应急.") var kind: String = "general"
  @Option(help: "What is to be repaired: \"lift failure\", 电梯维修, …") var category: String
  @Option(help: ArgumentHelp("Yuan.", valueName: "amount")) var amount: String
  @Option(help: ArgumentHelp("Yuan in the accounts that bear the cost; read only where the register has no account of the estate.", valueName: "amount"))
  var balance: String?
  @Option(name: .customLong("applicant-kind"), help: "enterprise, \"owners committee\", \"interim committee\" or community.")
  var applicantKind: String = "owners committee"
  @Option(help: ArgumentHelp("The applying enterprise's code.", valueName: "uscc")) var applicant: String?
  @Option(help: ArgumentHelp("The code of the enterprise that does the works.", valueName: "uscc")) var user: String?
  @Option(help: ArgumentHelp("The document of the owners' decision, or the number of its record.", valueName: "document")) var vote: String?
  @Option(help: ArgumentHelp("The building, when only its owners bear the cost.", valueName: "building")) var building: String?
  @Option(help: ArgumentHelp("What is to be repaired, item by item: 屋面、外墙.", valueName: "items")) var items: String?

  func run() throws {
    try fund.lang.reporting {
      try fund.act(
        .submit,
        [
          "project": project, "kind": kind, "category": category, "amount": amount, "balance": balance, "applicant-kind": applicantKind,
          "applicant": applicant, "user": user, "vote": vote, "building": building, "items": items,
        ])
    }
  }
}

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Confirm a check: the street's review, or a step that the county inserted.",
    discussion: """
      Examples:
        xize do fund review WX-2026-01 --officer S140423100B --attach "site check"
        xize do fund review WX-2026-01 --officer S140423100B --step 结算公示 --attach publicity
      """)
  @OptionGroup var fund: FundOptions
  @Option(help: "The step.") var step: String = "street review"

  func run() throws { try fund.lang.reporting { try fund.act(.review, ["step": step]) } }
}

struct Approve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve an amount.",
    discussion: """
      Examples:
        xize do fund approve WX-2026-01 --officer S140423100 --amount 60000 --document "襄住建审〔2026〕1号"
      """)
  @OptionGroup var fund: FundOptions
  @Option(help: ArgumentHelp("Yuan.", valueName: "amount")) var amount: String

  func run() throws { try fund.lang.reporting { try fund.act(.approve, ["amount": amount]) } }
}

struct Refuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: "Refuse the request.",
    discussion: """
      Examples:
        xize do fund refuse WX-2026-01 --officer S140423100 --reason "the works are under warranty"
      """)
  @OptionGroup var fund: FundOptions
  @Option(help: ArgumentHelp("The reason that the applicant is told.", valueName: "text")) var reason: String

  func run() throws { try fund.lang.reporting { try fund.act(.refuse, ["reason": reason]) } }
}

struct Pay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: "Pay: an advance, or the balance that ends the case.",
    discussion: """
      Examples:
        xize do fund pay WX-2026-01 --officer C140423 --amount 20000 --advance
      """)
  @OptionGroup var fund: FundOptions
  @Option(help: ArgumentHelp("Yuan.", valueName: "amount")) var amount: String
  @Flag(help: "An advance before the works are accepted.") var advance = false
  @Option(help: ArgumentHelp("Yuan that the works cost in the end, with the last payment.", valueName: "amount")) var settlement: String?

  func run() throws {
    try fund.lang.reporting { try fund.act(.pay, ["amount": amount, "settlement": settlement], isAdvance: advance) }
  }
}

struct Substitute: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "substitute",
    abstract: "Let another apply or do the works in a request that a black list has frozen.",
    discussion: """
      Examples:
        xize do fund substitute WX-2026-01 --officer S140423100 --applicant-kind 业主委员会
        xize do fund substitute WX-2026-01 --officer S140423100 --user 91140423YYYY0007XX
      """)
  @OptionGroup var fund: FundOptions
  @Option(name: .customLong("applicant-kind"), help: "enterprise, \"owners committee\", \"interim committee\" or community.")
  var applicantKind: String?
  @Option(help: ArgumentHelp("The code of the enterprise that applies now.", valueName: "uscc")) var applicant: String?
  @Option(help: ArgumentHelp("The code of the enterprise that does the works now.", valueName: "uscc")) var user: String?

  func run() throws {
    try fund.lang.reporting { try fund.act(.substitute, ["applicant-kind": applicantKind, "applicant": applicant, "user": user]) }
  }
}

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show where a request stands, whose turn it is and by when.",
    discussion: """
      Examples:
        xize do fund show WX-2026-01
      """)
  @Argument(help: ArgumentHelp("The number of the request.", valueName: "number")) var number: String
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let desk = FundDesk(try office.office())
      guard let fundCase = try desk.request(number) else {
        throw OfficeError("unknown-request", Bilingual(zh: "没有申请 `\(number)`", en: "there is no request `\(number)`"))
      }
      try format.write(try desk.steps(of: fundCase, asOf: Clock.now), lang.language)
    }
  }
}
