internal import Columns

/// A2: 落实合同和项目负责人备案制度……项目负责人按要求到街道和社区报到 A6: 如实公布并及时更新……公共收益项目收支明细要每年公开一次。 A13: 常态化公开投诉举报电话、邮箱和全省物业投诉举报受理转办系统二维码
/// Reading 26: a duty of the city that fell due and was not done in time is D03, D05 or D06, once each; an item that stays missing from the board is D05 once in a month in which the county finds it missing. Parameters: `filing.contractDays`, `filing.managerDays`, `filing.reportDays`, `disclosure.postDays`, `disclosure.commonRevenuePerYear`, `disclosure.commonRevenueDue`.
enum DutyDetermination {
  static let needs = [
    Need("contracts", Contract.schema, [(Contract.project, .subject(Project.code))]),
    Need("assignments", ManagerAssignment.schema, [(ManagerAssignment.project, .subject(Project.code))]),
    Need("items", DisclosureItem.schema, [(DisclosureItem.project, .subject(Project.code))]),
    Need("statements", CommonRevenueStatement.schema, [(CommonRevenueStatement.project, .subject(Project.code))]),
    CreditEntries.records(of: .each("contracts", Contract.enterprise)),
  ]

  /// The items that breaches of duties cost.
  static let items: Set<String> = Set(Duty.kinds.values.compactMap { item($0.name) })

  /// The item that a breach of a duty costs; filings of enterprises and contracts are computed (D01, D02).
  static func item(_ duty: String) -> String? {
    switch duty {
    case "manager filing", "reporting in to street", "reporting in to community": "D03"
    case "common revenue accounts": "D06"
    default: DutyRequirement.disclosure[duty].map { _ in "D05" }
    }
  }

  /// The number of the duty that a record comes from, whatever the month.
  static func duty(_ origin: String) -> String? {
    let name = Duty.schema.name + " "
    guard origin.hasPrefix(name) else { return nil }
    let number = origin.dropFirst(name.count)
    // The month is the last word.
    let words = number.split(separator: " ")
    return withoutPlace(words.dropLast().last == "in" ? words.dropLast(2) : words[...])
  }

  /// An origin as it identifies the fact: records once named, after the due day, the place of the requirement in the city's list.
  static func identifying(_ origin: String) -> String {
    guard let duty = duty(origin) else { return origin }
    let month = origin.split(separator: " ").suffix(2)
    return "\(Duty.schema.name) \(duty)" + (month.first == "in" ? " " + month.joined(separator: " ") : "")
  }

  private static func withoutPlace(_ words: ArraySlice<Substring>) -> String {
    let hasPlace = words.last.map { Int($0) != nil } == true && words.dropLast().last.map { Day(String($0)) != nil } == true
    return words.dropLast(hasPlace ? 1 : 0).joined(separator: " ")
  }

  /// Enters a duty that was not done in time, as the register's rows have it on the day.
  static func breach(_ attempt: CommandAttempt) throws(Refusal) -> [Change] {
    let duty = attempt[Duty.duty].text ?? "", due = attempt[Duty.due].day
    guard let item = item(duty) else {
      throw attempt.refusal("duty-computed", zh: "此事项由系统根据备案直接计分，不须认定", en: "the score computes this duty from the filings; nothing is to be determined")
    }
    let slice = try DutySlice(attempt, projects: [attempt.row])
    let requirements: [DutyRequirement]
    do { requirements = try DutyRequirement.city(attempt.rulebook.parameters, on: attempt.day) } catch { throw Refusal(error) }
    let duties = try slice.rows(requirements).filter { $0.duty == duty }
    guard let row = duties.first(where: { $0.due == due }) else {
      let days = duties.map(\.due.description)
      throw attempt.refusal(
        "duty-unknown", zh: "该项目没有在这一天到期的此事项", en: "the estate has no such duty that falls due on that day",
        help: Bilingual(
          zh: days.isEmpty ? "该项目没有此事项" : "到期日：\(days.joined(separator: "、"))",
          en: days.isEmpty ? "it has no such duty" : "it falls due on: \(days.joined(separator: ", "))"))
    }
    try attempt.require(row.state != .notYetDue, "duty-runs", zh: "到 \(row.due) 才到期", en: "it falls due on \(row.due)")
    try attempt.require(row.state != .doneInTime, "duty-done", zh: "已按期完成", en: "it was done in time")
    // What was posted late is on the board now: no item of this month is missing.
    try attempt.require(
      item != "D05" || row.state == .overdue, "duty-done", zh: "已于 \(row.doneOn.map(String.init(describing:)) ?? "") 公示",
      en: "it has been shown since \(row.doneOn.map(String.init(describing:)) ?? "")")
    let month = item == "D05" ? " in " + attempt.day.description.prefix(7) : ""
    let origin = "\(Duty.schema.name) \(row.number)\(month)"
    let changes = CreditEntries.enter(
      .init(
        item: item, enterprise: slice.enterprise(row), project: .text(attempt.row.key), county: attempt.row[Project.county], on: attempt.day,
        document: CreditEntries.document(attempt), suffix: "/" + String("\(duty) \(row.due)\(month)".map { $0 == " " ? "-" : $0 }), origin: origin),
      attempt)
    try attempt.require(!changes.isEmpty, "already-done", zh: "已记入信用档案", en: "it is in the credit file already")
    return changes
  }
}
