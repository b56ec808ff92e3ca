internal import CityModel
internal import Columns
internal import GRDB

// What an accepted proposal sets going: a command of the second flow, with its invariants, in the same transaction.
extension DecisionRecords {
  /// Carries out what follows; throws the command's own refusal, which takes the decision back with it.
  ///
  /// - Returns: the case that was opened, `order rectification TQ-12`; `nil` where nothing follows.
  func follow(
    _ proposal: ProposalCase, officer: String, document: String?, rulebook: Rulebook, at now: Moment
  ) throws -> String? {
    guard let command = try following(proposal, officer: officer, document: document, rulebook: rulebook, at: now) else { return nil }
    let result = try CommandRecords(database: database, path: path).perform(command, rulebook: rulebook).result
    return "\(result.name) \(result.subject)"
  }

  private func following(
    _ proposal: ProposalCase, officer: String, document: String?, rulebook: Rulebook, at now: Moment
  ) throws -> CityCommand? {
    let row = try Row.fetchOne(database, sql: "SELECT project, reasons FROM proposals WHERE id = ?", arguments: [proposal.number])
    let project: String? = row?[0]
    let reasons: String = row?[1] ?? "[]"
    let terms = JSONValue(parsing: reasons)?.elements.first?["terms"]
    var arguments = ["county": proposal.county]
    if let project { arguments["project"] = project }
    if !proposal.enterprise.isEmpty { arguments["enterprise"] = proposal.enterprise }
    let name: String
    switch proposal.kind {
    case "interview", "circular":
      name = proposal.kind == "interview" ? "interview" : "issue circular"
      arguments["facts"] = proposal.because
      if proposal.kind == "circular", let noticed = proposal.noticedOn { arguments["noticed_on"] = noticed.description }
      // 同步建议业主大会: which of the two advices of A7 is said by a person, in the rule; where none is, none is given.
      arguments["advice"] = try advice(terms, isRequired: false) ?? "none"
    case "rectification":
      name = "order rectification"
      arguments["deadline"] = try due(terms, rulebook, now).description
    case "task":
      name = "open task"
      arguments = ["county": proposal.county, "title": proposal.because, "responsible": terms?["to"]?.text ?? proposal.name]
      if terms?["due"]?.text != nil { arguments["due"] = try due(terms, rulebook, now).description }
    case "deduction":
      // In the county's own column, not on a line of the city (D10); its case keeps the points exactly.
      name = "record credit"
      arguments["item"] = CreditRecord.countyItem
      arguments["variant"] = try points(terms).description
    case "referral":
      name = "refer"
      arguments["referred_by"] = "housing"
      arguments["referred_to"] = try department(terms)
      arguments["facts"] = proposal.because
      if terms?["due"]?.text != nil { arguments["due"] = try due(terms, rulebook, now).description }
    case "advice_to_owners":
      name = "advise owners"
      arguments["facts"] = proposal.because
      arguments["advice"] = try advice(terms, isRequired: true)
    case "red_removal":
      guard let red = try standing(proposal, on: now.day).first(where: { !$0.isBlack }) else {
        throw Refusal(
          "not-listed", article: "A7", zh: "企业已不在本县（区）红榜", en: "the enterprise is no longer on the county's red list",
          help: Bilingual(zh: "不予采纳", en: "decline it"))
      }
      return CityCommand(
        "remove listing", on: red.number, ["because": proposal.because], officer: officer, document: document,
        attachments: ["提请\(proposal.number)号"], at: now)
    // A listing has its case already.
    default: return nil
    }
    return CityCommand(
      name, on: proposal.listing, arguments, officer: officer, document: document, attachments: ["提请\(proposal.number)号"], at: now)
  }

  private func points(_ terms: JSONValue?) throws(Refusal) -> Points {
    if let points = CreditRecord.countyPoints(terms?["points"]?.text) { return points }
    throw Refusal(
      "points-missing", article: "A7", zh: "提请没有写明扣多少分", en: "the proposal does not say how many points",
      help: Bilingual(zh: "不予采纳后另行提请", en: "decline it and let it be proposed again"))
  }

  /// What the owners' assembly is advised: 降低其收费标准或予以解聘.
  private func advice(_ terms: JSONValue?, isRequired: Bool) throws(Refusal) -> String? {
    let word = terms?["advice"]?.text
    let known = SupervisionMeasure.advices.values.filter { !isRequired || $0.name != "none" }
    guard let word else {
      guard isRequired else { return nil }
      throw Refusal(
        "advice-missing", article: "A7", zh: "提请没有写明建议业主大会什么", en: "the proposal does not say what the owners' assembly is advised",
        help: Bilingual(
          zh: "规则里写 建议内容 = \"降低收费标准\" 或 \"解聘\" 后重新提请", en: "the rule says advice = \"lower fee\" or \"dismiss\" and proposes again"))
    }
    if known.contains(where: { $0.name == word }) { return word }
    throw Refusal(
      "advice-unknown", article: "A7", zh: "`\(word)` 不是第七条的建议", en: "`\(word)` is no advice of article 7",
      help: Bilingual(zh: known.map(\.chinese).joined(separator: "、"), en: known.map(\.name).joined(separator: ", ")))
  }

  /// The department that receives a referral.
  private func department(_ terms: JSONValue?) throws(Refusal) -> String {
    let word = terms?["to"]?.text ?? ""
    if Departments.words.index(of: word) != nil { return word }
    let all = Departments.words.values
    throw Refusal(
      "referral-without-department", article: "A11", zh: word.isEmpty ? "提请没有写明移送哪个部门" : "`\(word)` 不是接收线索的部门",
      en: word.isEmpty ? "the proposal names no department" : "`\(word)` is no department that takes a referral",
      help: Bilingual(
        zh: "规则里写 至 = \"市场监管\" 等：\(all.map(\.chinese).joined(separator: "、"))",
        en: "the rule says to = \"market regulation\" or another of \(all.map(\.name).joined(separator: ", "))"))
  }

  /// The last day: working days are counted from the day after the decision; without a term ten of them.
  private func due(_ terms: JSONValue?, _ rulebook: Rulebook, _ now: Moment) throws -> Day {
    let words = (terms?["due"]?.text ?? "10 working days").split(separator: " ", maxSplits: 1).map(String.init)
    let count = words.first.flatMap { Int($0) } ?? 10
    switch words.last ?? "" {
    case "calendar days", "calendar day": return now.day.adding(days: count)
    case "months", "month": return now.day.adding(months: count)
    default:
      do throws(ParameterError) {
        return try rulebook.calendar.adding(workingDays: count, to: now.day)
      } catch {
        throw Refusal(error.code.rawValue, article: "D11", zh: error.message.zh, en: error.message.en)
      }
    }
  }
}
