internal import CityModel
public import Columns
public import Register

/// A command on a request for the maintenance fund as it is typed: `fund submit WX-1 --officer 140423100-01 --kind 应急 …`,
/// `维修资金申请 WX-1 --经办 140423100-01 …`.
public struct TypedFundCommand: Sendable {
  public var verb: FundVerb
  public var number: String
  public var officer: String
  public var action: FundWords
  public var attachments: [String]
  public var document: String?
  public var basis: String?
  /// The position that the officer saw; `nil` for the one that the case has.
  public var position: Int?
  /// `nil` for the moment at which it is carried out.
  public var moment: Moment?

  private static let chinese = [
    "项目": "project", "程序": "kind", "类别": "category", "申请金额": "amount", "金额": "amount", "账户余额": "balance", "申请主体类型": "applicant-kind",
    "申请企业": "applicant", "使用企业": "user", "业主决定文号": "vote", "楼栋": "building", "维修项目": "items", "决算金额": "settlement", "步骤": "step", "理由": "reason",
    "预拨": "advance",
  ]

  /// - Returns: `nil` where the words are no command on a request.
  /// - Throws: ``OfficeError``: `bad-command-line`, `officer-missing`, `unknown-value`, `bad-amount`.
  public init?(_ words: [String]) throws(OfficeError) {
    guard let (verb, rest) = FundVerb.leading(words) else { return nil }
    // The one option without a value.
    let flags = ["--advance", "--预拨"]
    let typed = try TypedCommand([verb.rawValue] + rest.filter { !flags.contains($0) })
    var options: [String: String] = [:]
    for (name, value) in typed.options { options[TypedFundCommand.chinese[name] ?? name] = value }
    let common = try CommonOptions(typed)
    self.verb = verb
    number = typed.subject
    guard !number.isEmpty else {
      throw OfficeError("bad-command-line", Bilingual(zh: "没有写明申请编号", en: "the request is not named"))
    }
    (officer, document, basis) = (common.officer, options["document"], options["basis"])
    (position, moment) = (common.position, common.moment)
    attachments = typed.attachments
    let known = verb.options.union(["officer", "document", "basis", "position", "at", "register", "lang", "format", "scripts"])
    if let unknown = options.keys.filter({ !known.contains($0) }).min() {
      throw OfficeError(
        "bad-command-line", Bilingual(
          zh: "`\(verb.chinese)` 没有 `--\(unknown)`\n提示：\(verb.options.sorted().map { "--" + $0 }.joined(separator: "、"))",
          en: "`\(verb.name)` has no `--\(unknown)`\nhelp: \(verb.options.sorted().map { "--" + $0 }.joined(separator: ", "))"))
    }
    action = FundWords(verb, options, isAdvance: rest.contains(where: flags.contains))
  }

  /// Carries it out.
  ///
  /// - Throws: ``OfficeError``. A refusal is an outcome, not an error.
  public func act(at desk: FundDesk, now: Moment) throws(OfficeError) -> FundOutcome {
    let before = try desk.request(number)
    let command = FundCommand(
      try action.action(on: number, before?.submission), expectedPosition: position ?? before?.position ?? 0, attachments: attachments, document: document,
      settlement: try action.money("settlement"), basis: basis)
    return try desk.act(command, on: number, officer: officer, balance: try action.money("balance"), at: moment ?? now)
  }
}

/// What every typed command names.
private struct CommonOptions {
  var officer: String
  var position: Int?
  var moment: Moment?

  init(_ typed: TypedCommand) throws(OfficeError) {
    guard let officer = typed.options["officer"] else {
      throw OfficeError("officer-missing", Bilingual(zh: "须写明经办人 --officer", en: "every command names its officer: --officer"))
    }
    self.officer = officer
    moment = try TypedCommand.moment(typed.options["at"])
    position = try TypedCommand.position(typed.options["position"])
  }
}

extension FundVerb {
  /// The options of its own.
  var options: Set<String> {
    switch self {
    case .submit: ["project", "kind", "category", "amount", "balance", "applicant-kind", "applicant", "user", "vote", "building", "items"]
    case .review: ["step"]
    case .approve: ["amount"]
    case .refuse: ["reason"]
    case .pay: ["amount", "settlement"]
    case .substitute: ["applicant-kind", "applicant", "user"]
    }
  }
}
