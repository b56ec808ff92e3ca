internal import Columns

/// A14: 对纳入“黑榜”的物业服务企业，自列入之日起至移出名单期间，严禁作为维修资金申请、使用的主体。
/// Reading 15, 18, 19: requests neither refused nor fully paid, whose applicant or user stands on a black list of any county; another may apply instead. Parameters: `fund.substituteApplicants`.
///
/// Who may: the owners' committee, else the interim committee, else the community.
public enum FundFreeze {
  public static let figure = Figure(
    name: "fund-freeze", title: Bilingual(zh: "黑榜冻结的维修资金申请", en: "fund requests frozen by a black list"), article: "A14", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("number", "编号"), ("project", "项目"), ("procedure", "程序"), ("status", "状态"), ("amount", "申请金额"),
        ("listed", "黑榜主体"), ("listed_on", "列入日期"), ("substitute", "可代为申请"),
      ])
    let mayReplace = try sheet.read(FundParameters.substituteApplicants)
    let places = try Places(snapshot)
    let requests = try TableFacts(snapshot, FundRequest.schema), projects = try TableFacts(snapshot, Project.schema)
    let enterprises = try TableFacts(snapshot, Enterprise.schema)
    let committees = try CommitteeCoverage.Standing(snapshot, on: day)
    let black = try column { () throws(ColumnError) in
      try ListStanding.entries(snapshot).filter { $0.isBlack && $0.isInEffect(on: day) }
    }
    for row in 0..<requests.count {
      guard isOpen(requests, row), let project = requests.reference(FundRequest.project, row) else { continue }
      var parties: [(word: String, entry: ListStanding)] = []
      for (word, field) in [("申请", FundRequest.applicant), ("使用", FundRequest.user)] {
        if let by = requests.reference(field, row), let entry = black.first(where: { $0.enterprise == by }) {
          parties.append((word, entry))
        }
      }
      guard let first = parties.first else { continue }
      let names = parties.map { $0.word + "：" + (enterprises.text(Enterprise.name, $0.entry.enterprise) ?? "") }
      let substitute =
        switch committees.kind[project] {
        case "owners committee": "业主委员会"
        case .some: "物管会"
        case nil: "社区"
        }
      sheet.add(
        [
          places.name(projects.reference(Project.county, project)), .optional(requests.text(FundRequest.number, row)),
          .optional(projects.text(Project.name, project)), .optional(requests.chinese(FundRequest.procedure, row)),
          .optional(requests.chinese(FundRequest.status, row)), .quantity(requests.number(FundRequest.amount, row), Money.type),
          .text(names.joined(separator: "；")), .day(first.entry.decidedOn),
          mayReplace ? .text(substitute) : .empty,
        ], Evidence(FundRequest.schema, row: row), Evidence(ListEntry.schema, parties.map(\.entry.row)),
        counting: mayReplace ? [Evidence(Committee.schema, row: committees.row[project])] : [])
    }
    return sheet.result
  }

  /// Neither refused nor fully paid.
  private static func isOpen(_ requests: TableFacts, _ row: Int) -> Bool {
    guard let status = requests.text(FundRequest.status, row), status != "refused" else { return false }
    return status != "paid" || (requests.number(FundRequest.paid, row) ?? 0) < requests.number(FundRequest.approved, row) ?? .max
  }
}
