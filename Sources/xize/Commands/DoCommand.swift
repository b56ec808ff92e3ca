internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import LuaSyntax
internal import Register

struct DoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do", abstract: "Act as an officer: every command names one, and the ledger keeps it.",
    discussion: """
      Examples:
        xize do --list                                  every command: article, levels, Chinese name
        xize do assign --help                           what a command needs, with an example
        xize do receive T-1 --officer 140403-01 --project 140403001001 --category 电梯困人 --channel 来电
        xize do 责任到人 T-1 --officer 140403-01 --person 140403001-01
        xize do --script scripts/working-day.txt        a file of commands, one a line
        xize do fund --help                             requests to use the maintenance fund
        xize do case due --officer 140423100-01         what waits in a district's own procedure
        xize show complaint T-1                         a case with its history
      """, subcommands: [Fund.self, CaseGroup.self, ActCommand.self], defaultSubcommand: ActCommand.self)

  struct Fund: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fund",
      abstract: "Requests to use the maintenance fund: submit, review, approve or refuse, pay.",
      discussion: """
        The city's procedure with the county's amendments; a refusal names the clause and writes nothing.

        Examples:
          xize do fund submit WX-1 --officer 140423100-01 --project 140423100-0001 --kind 应急 --category 电梯维修 \\
            --amount 60000 --balance 200000 --attach "检验机构停用通知"
          xize do fund review WX-1 --officer 140423100-02 --attach "site check"
          xize do fund approve WX-1 --officer 140423100-02 --amount 60000 --document "襄住建审〔2026〕1号"
          xize do fund pay WX-1 --officer 140423-01 --amount 30000 --advance --document "拨〔2026〕1号"
          xize do fund show WX-1
        """,
      subcommands: [Submit.self, Review.self, Approve.self, Refuse.self, Pay.self, Show.self])
  }
}

/// What every command on a request has in common.
struct FundOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The number of the request.", valueName: "number")) var number: String
  @Option(help: ArgumentHelp("The acting officer's number.", valueName: "officer")) var officer: String
  @Option(name: .customLong("attach"), help: ArgumentHelp("A paper handed in with this; may be given several times.", valueName: "paper"))
  var attachments: [String] = []
  @Option(help: ArgumentHelp("The number of the document behind it.", valueName: "document")) var document: String?
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

  static func money(_ text: String) throws -> Money {
    guard let money = Money(text) else {
      throw OfficeError(
        "bad-amount", Bilingual(zh: "`\(text)` 不是金额\n提示：写作 50000 或 50000.50", en: "`\(text)` is no amount\nhelp: write 50000 or 50000.50"))
    }
    return money
  }

  /// Carries the command out and shows where the case stands, or tells why it was refused.
  func act(_ action: FundCommand.Action, balance: Money? = nil, settlement: Money? = nil) throws {
    let now = try FundOptions.moment(at)
    let desk = FundDesk(try office.office(readOnly: false))
    let seen = try position ?? desk.request(number)?.position ?? 0
    let command = FundCommand(action, expectedPosition: seen, attachments: attachments, document: document, settlement: settlement)
    switch try desk.act(command, on: number, officer: officer, balance: balance, at: now) {
    case .done(_, let fundCase):
      Terminal.print(
        lang(
          "\(number)：\(fundCase.status.rawValue)，第 \(fundCase.position) 步已记入台账", "\(number): \(fundCase.status.rawValue), entry \(fundCase.position) is in the ledger"))
      try format.write(try desk.steps(of: fundCase, asOf: now), lang.language)
    case .refused(let refusal):
      Terminal.note("xize: [\(refusal.code)] \(lang(refusal.sentence))\(refusal.article.isEmpty ? "" : "（\(refusal.article)）")")
      if let help = refusal.help { Terminal.note(lang("提示：", "help: ") + lang(help)) }
      throw Exit.failed
    }
  }
}

struct Submit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Submit a request.",
    discussion: """
      Examples:
        xize do fund submit WX-2026-01 --officer S140423100 --project 140423100001 --kind emergency --category "lift failure" \\
          --amount 60000 --balance 200000 --attach "检验机构停用通知"
      """)
  @OptionGroup var fund: FundOptions
  @Option(help: ArgumentHelp("The estate's code.", valueName: "project")) var project: String
  @Option(help: "general, small or emergency.") var kind: String = "general"
  @Option(help: "What is to be repaired: \"lift failure\", 电梯维修, …") var category: String
  @Option(help: ArgumentHelp("Yuan.", valueName: "amount")) var amount: String
  @Option(help: ArgumentHelp("Yuan in the accounts that bear the cost.", valueName: "amount")) var balance: String
  @Option(name: .customLong("applicant-kind"), help: "enterprise, \"owners committee\", \"interim committee\" or community.")
  var applicantKind: String = "owners committee"
  @Option(help: ArgumentHelp("The applying enterprise's code.", valueName: "uscc")) var applicant: String?
  @Option(help: ArgumentHelp("The code of the enterprise that does the works.", valueName: "uscc")) var user: String?
  @Option(help: ArgumentHelp("The document of the owners' decision.", valueName: "document")) var vote: String?

  func run() throws {
    try fund.lang.reporting {
      guard let kind = FundRequest.procedures.index(of: kind).flatMap({ FundProcedures.Kind(rawValue: FundRequest.procedures.values[$0].name) }) else {
        throw unknown(kind, FundRequest.procedures)
      }
      guard let category = FundRequest.categories.index(of: category) else { throw unknown(category, FundRequest.categories) }
      guard let applicantKind = FundRequest.applicantKinds.index(of: applicantKind) else { throw unknown(applicantKind, FundRequest.applicantKinds) }
      let street = String(project.prefix(9))
      let submission = FundCase.Submission(
        number: fund.number, kind: kind, category: FundRequest.categories.values[category].name, project: project,
        county: String(street.prefix(6)), street: street, applicantKind: FundRequest.applicantKinds.values[applicantKind].name,
        applicant: applicant, user: user, amount: try FundOptions.money(amount), vote: vote)
      try fund.act(.submit(submission), balance: try FundOptions.money(balance))
    }
  }

  private func unknown(_ word: String, _ enumeration: Enumeration) -> OfficeError {
    let words = enumeration.values.map { "\($0.chinese) (\($0.name))" }.joined(separator: ", ")
    return OfficeError(
      "unknown-value", Bilingual(zh: "没有 `\(word)`\n提示：\(words)", en: "there is no `\(word)`\nhelp: \(words)"))
  }
}

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Confirm a check: the street's review, or a step that the county inserted.",
    discussion: """
      Examples:
        xize do fund review WX-2026-01 --officer S140423100B --attach "site check"
      """)
  @OptionGroup var fund: FundOptions
  @Option(help: "The step.") var step: String = "street review"

  func run() throws { try fund.lang.reporting { try fund.act(.confirm(step: step)) } }
}

struct Approve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Approve an amount.",
    discussion: """
      Examples:
        xize do fund approve WX-2026-01 --officer S140423100 --amount 60000 --document "襄住建审〔2026〕1号"
      """)
  @OptionGroup var fund: FundOptions
  @Option(help: ArgumentHelp("Yuan.", valueName: "amount")) var amount: String

  func run() throws { try fund.lang.reporting { try fund.act(.approve(try FundOptions.money(amount))) } }
}

struct Refuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Refuse the request.",
    discussion: """
      Examples:
        xize do fund refuse WX-2026-01 --officer S140423100 --reason "the works are under warranty"
      """)
  @OptionGroup var fund: FundOptions
  @Option(help: ArgumentHelp("The reason that the applicant is told.", valueName: "text")) var reason: String

  func run() throws { try fund.lang.reporting { try fund.act(.refuse(reason: reason)) } }
}

struct Pay: ParsableCommand {
  static let configuration = CommandConfiguration(
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
    try fund.lang.reporting {
      let money = try FundOptions.money(amount)
      try fund.act(advance ? .advance(money) : .balance(money), settlement: try settlement.map { try FundOptions.money($0) })
    }
  }
}

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
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
