public import CityModel
internal import Columns

/// The values of a command on a request as they are typed, by option: read in English or Chinese words, with an error that names what
/// can be written.
public struct FundWords: Sendable, Hashable {
  public var verb: FundVerb
  public var options: [String: String]
  /// Of a payment: whether it comes before the works are accepted.
  public var isAdvance: Bool

  public init(_ verb: FundVerb, _ options: [String: String], isAdvance: Bool = false) {
    self.verb = verb
    self.options = options
    self.isAdvance = isAdvance
  }

  /// - Parameter before: what the register holds of the request.
  /// - Throws: ``OfficeError``: `bad-command-line`, `unknown-value`, `bad-amount`.
  public func action(on number: String, _ before: FundCase.Submission?) throws(OfficeError) -> FundCommand.Action {
    switch verb {
    case .submit: return .submit(try submission(number))
    case .review: return .confirm(step: options["step"] ?? "street review")
    case .approve: return .approve(try amount())
    case .refuse: return .refuse(reason: try needed("reason"))
    case .pay: return isAdvance ? .advance(try amount()) : .balance(try amount())
    case .substitute:
      // Who is not named stays.
      var parties = FundCommand.Parties(
        applicantKind: before?.applicantKind ?? "community", applicant: before?.applicant, user: options["user"] ?? before?.user)
      if let kind = options["applicant-kind"] {
        parties.applicantKind = try word(kind, FundRequest.applicantKinds)
        parties.applicant = options["applicant"]
      } else if let applicant = options["applicant"] {
        (parties.applicantKind, parties.applicant) = ("enterprise", applicant)
      }
      return .substitute(parties)
    }
  }

  private func submission(_ number: String) throws(OfficeError) -> FundCase.Submission {
    let project = try needed("project"), street = String(project.prefix(9))
    return FundCase.Submission(
      number: number, kind: try FundWords.kind(options["kind"] ?? "general"), category: try word(try needed("category"), FundRequest.categories),
      project: project, county: String(street.prefix(6)), street: street,
      applicantKind: try word(options["applicant-kind"] ?? "owners committee", FundRequest.applicantKinds), applicant: options["applicant"],
      user: options["user"], amount: try amount(), vote: options["vote"], building: options["building"],
      items: FundItems.words(of: options["items"] ?? ""))
  }

  /// A procedure by its word, its Chinese word, or the short one of the forms: 一般, 小额, 应急.
  static func kind(_ text: String) throws(OfficeError) -> FundProcedures.Kind {
    let words = FundRequest.procedures.values
    let found = words.first { $0.name == text || $0.chinese == text } ?? words.first { text.count >= 2 && $0.chinese.hasPrefix(text) }
    guard let kind = found.flatMap({ FundProcedures.Kind(rawValue: $0.name) }) else { throw unknown(text, FundRequest.procedures) }
    return kind
  }

  public func money(_ option: String) throws(OfficeError) -> Money? {
    guard let text = options[option] else { return nil }
    guard let money = Money(text) else {
      throw OfficeError(
        "bad-amount", Bilingual(zh: "`\(text)` 不是金额\n提示：写作 50000 或 50000.50", en: "`\(text)` is no amount\nhelp: write 50000 or 50000.50"))
    }
    return money
  }

  private func amount() throws(OfficeError) -> Money {
    _ = try needed("amount")
    return try money("amount") ?? .zero
  }

  private func needed(_ option: String) throws(OfficeError) -> String {
    guard let text = options[option], !text.isEmpty else {
      throw OfficeError("bad-command-line", Bilingual(zh: "`\(verb.chinese)` 须写明 --\(option)", en: "`\(verb.name)` needs --\(option)"))
    }
    return text
  }

  private func word(_ text: String, _ enumeration: Enumeration) throws(OfficeError) -> String {
    guard let at = enumeration.index(of: text) else { throw FundWords.unknown(text, enumeration) }
    return enumeration.values[at].name
  }

  private static func unknown(_ word: String, _ enumeration: Enumeration) -> OfficeError {
    let words = enumeration.values.map { "\($0.chinese) (\($0.name))" }.joined(separator: ", ")
    return OfficeError("unknown-value", Bilingual(zh: "没有 `\(word)`\n提示：\(words)", en: "there is no `\(word)`\nhelp: \(words)"))
  }
}
