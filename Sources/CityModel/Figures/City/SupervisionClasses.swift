internal import Columns

/// A7: 强化信用评价结果的运用，对信用评价结果分类实施监管
/// Reading: the text sets no classes; inspections a year by the last published grade; who has no grade is supervised as B. Parameters: `supervision.inspectionsA`, `supervision.inspectionsB`, `supervision.inspectionsC`, `supervision.inspectionsD`.
///
/// Every enterprise that serves on the day: how often it is to be inspected, and how often it was in the calendar year.
public enum SupervisionClasses {
  public static let figure = Figure(
    name: "supervision-classes", title: Bilingual(zh: "分类监管", en: "classes of supervision"), article: "A7", cycle: .quarter,
    compute: compute)

  private static let words = ["A": "激励", "B": "常规", "C": "重点", "D": "从严"]

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("enterprise", "企业"), ("grade", "信用等级"), ("class", "监管类别"), ("required", "应检查次数"), ("inspected", "已检查次数"), ("short", "尚缺"),
        ("last_on", "最近检查"),
      ])
    let required = [
      "A": try sheet.read(DutyParameters.inspectionsA), "B": try sheet.read(DutyParameters.inspectionsB),
      "C": try sheet.read(DutyParameters.inspectionsC), "D": try sheet.read(DutyParameters.inspectionsD),
    ]
    let standing = try TenderEligibility.Standing(snapshot)
    let enterprises = try TableFacts(snapshot, Enterprise.schema), contracts = try TableFacts(snapshot, Contract.schema)
    let inspections = try TableFacts(snapshot, Inspection.schema)
    var serving: [Int: [Int]] = [:], done: [Int: [Int]] = [:], ofProject: [Int: Int] = [:]
    for row in 0..<contracts.count where contracts.holds(row, on: day, from: Contract.from, until: Contract.endedOn) {
      guard let by = contracts.reference(Contract.enterprise, row) else { continue }
      serving[by, default: []].append(row)
      if let project = contracts.reference(Contract.project, row) { ofProject[project] = by }
    }
    for row in 0..<inspections.count {
      guard let on = inspections.day(Inspection.inspectedOn, row), on <= day, on.year == day.year,
        let by = inspections.reference(Inspection.enterprise, row) ?? inspections.reference(Inspection.project, row).flatMap({ ofProject[$0] })
      else { continue }
      done[by, default: []].append(row)
    }
    for firm in serving.keys.sorted() {
      let published = standing.grade(firm, on: day)
      let kind = published.flatMap { words[$0] == nil ? nil : $0 } ?? "B"
      let asked = required[kind] ?? 0, rows = done[firm] ?? []
      sheet.add(
        [
          .optional(enterprises.text(Enterprise.name, firm)), .optional(published), .text(words[kind] ?? ""), .count(asked), .count(rows.count),
          .count(max(0, asked - rows.count)), .optional(rows.compactMap { inspections.day(Inspection.inspectedOn, $0) }.max()),
        ], Evidence(Inspection.schema, rows), Evidence(Contract.schema, serving[firm] ?? []),
        counting: [Evidence(PublishedGrade.schema, row: standing.gradeRow(firm, on: day))])
    }
    sheet.sort { $0[5].order > $1[5].order }
    return sheet.result
  }
}
