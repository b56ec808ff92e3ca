internal import Columns

/// A6: 公共收益项目收支明细要每年公开一次。
/// Reading 26: G08 is entered for a calendar year of which every estate that the enterprise serves has published each quarter, as long after its end at most as the year's accounts are due. Parameters: `disclosure.commonRevenueDue`.
enum QuarterlyRevenueDetermination {
  /// The year that the accounts are of.
  static let year = Field("year", "年度", .integer, "The calendar year", source: "A6", required: true)

  static let needs = [
    Need("served", Contract.schema, [(Contract.enterprise, .subject(Enterprise.uscc))]),
    Need("projects", Project.schema, [(Project.code, .each("served", Contract.project))]),
    Need("contracts", Contract.schema, [(Contract.project, .each("served", Contract.project))]),
    Need("items", DisclosureItem.schema, [(DisclosureItem.project, .each("served", Contract.project))]),
    Need("statements", CommonRevenueStatement.schema, [(CommonRevenueStatement.project, .each("served", Contract.project))]),
    CreditEntries.records(of: .subject(Enterprise.uscc)),
  ]

  static func confirm(_ attempt: CommandAttempt) throws(Refusal) -> [Change] {
    guard let number = attempt[year].number, let first = Day(year: Int(clamping: number), month: 1, day: 1), (1900..<2200).contains(number) else {
      throw attempt.refusal("argument-wrong", zh: "年度须为四位年份", en: "the year has four digits")
    }
    let due = try attempt.read(DutyParameters.commonRevenueDue)
    let quarterly = DutyRequirement(
      "common revenue accounts", .each(DutyRequirement.parts(of: 4, due: due)), from: first, source: "A6")
    let slice = try DutySlice(attempt, projects: attempt.rows("projects"))
    let quarters = try slice.rows([quarterly].compactMap { $0 }).filter {
      $0.covers?.lowerBound.year == Int(number) && slice.enterprise($0) == .text(attempt.row.key)
    }
    try attempt.require(
      Set(quarters.compactMap { $0.covers?.lowerBound }).count == 4, "year-not-served", zh: "企业没有服务满 \(number) 年四个季度",
      en: "the enterprise has not served all four quarters of \(number)")
    if let open = quarters.first(where: { $0.state != .doneInTime }) {
      let quarter = (open.covers?.lowerBound).map { $0.civil.month / 3 + 1 } ?? 0
      throw attempt.refusal(
        "quarter-unpublished", zh: "项目 `\(open.subject)` 第\(quarter)季度的公共收益未在 \(open.due) 前公开",
        en: "the estate `\(open.subject)` has not published quarter \(quarter) by \(open.due)")
    }
    let changes = CreditEntries.enter(
      .init(
        item: "G08", enterprise: .text(attempt.row.key), county: attempt[CreditRecord.county], on: attempt.day, document: CreditEntries.document(attempt),
        suffix: "/\(number)", origin: "\(Enterprise.schema.name) \(attempt.row.key) \(number)"), attempt)
    try attempt.require(!changes.isEmpty, "already-done", zh: "该年度已记入信用档案", en: "that year is in the credit file already")
    return changes
  }
}
