public import Columns

/// A5: 建设单位……必须在已备案的企业名单中选聘……机关事业单位、国有企业……应从“红榜”企业名录和信用评价A级的企业中招标选聘，禁止“黑榜”企业名录和信用评价D级的企业进入市场.
///
/// Red list or grade A (`tender.eligible`: union); the ban on black and D binds public institutions and state-owned enterprises,
/// developers only by `tender.banBindsDevelopers`, owners never; a restriction on new estates (A11) bars everyone. Judged on the
/// day of the bid's check, else of the award, else of submission; black lists reach the whole city.
public enum TenderEligibility {
  public static let figure = Figure(
    name: "tender-eligibility", title: Bilingual(zh: "投标资格核验", en: "eligibility of bidders"), article: "A5", cycle: .month,
    compute: compute)

  /// Whether an enterprise may be admitted to a tender, and why not.
  public struct Finding: Sendable, Hashable {
    /// What speaks against it: codes and words.
    public var bars: [Bilingual]
    /// What would speak against it if the ban bound this tenderer: a warning.
    public var warnings: [Bilingual]
    /// On a red list or of grade A: 优先选聘.
    public var isPreferred: Bool

    public var isEligible: Bool { bars.isEmpty }
  }

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("tender", "招标"), ("tenderer", "招标人类型"), ("enterprise", "投标企业"), ("judged_on", "核验日期"),
        ("eligible", "符合资格"), ("preferred", "优先"), ("bars", "不符合的理由"), ("warnings", "提示"), ("admitted", "已准予"),
        ("won", "中标"), ("conflict", "应予纠正"),
      ])
    _ = try sheet.read(ListParameters.tenderEligible)
    _ = try sheet.read(ListParameters.tenderBanBindsDevelopers)
    let places = try Places(snapshot)
    let facts = try Standing(snapshot)
    let bids = try TableFacts(snapshot, Bid.schema), tenders = try TableFacts(snapshot, Tender.schema)
    let projects = try TableFacts(snapshot, Project.schema), enterprises = try TableFacts(snapshot, Enterprise.schema)
    for row in 0..<bids.count {
      guard let tender = bids.reference(Bid.tender, row), let by = bids.reference(Bid.enterprise, row),
        let submitted = bids.day(Bid.submittedOn, row), submitted <= day,
        let county = tenders.reference(Tender.project, tender).flatMap({ projects.reference(Project.county, $0) })
      else { continue }
      let on = bids.day(Bid.checkedOn, row) ?? tenders.day(Tender.awardedOn, tender) ?? submitted
      let finding = try facts.judge(by, county: county, tenderer: tenders.text(Tender.tendererKind, tender) ?? "", on: on)
      let won = tenders.reference(Tender.winner, tender) == by
      let admitted = bids.flag(Bid.admitted, row) == true
      sheet.add(
        [
          places.name(county), .optional(tenders.text(Tender.number, tender)), .optional(tenders.chinese(Tender.tendererKind, tender)),
          .optional(enterprises.text(Enterprise.name, by)), .day(on), .yes(finding.isEligible), .yes(finding.isPreferred),
          .text(finding.bars.map(\.zh).joined(separator: "；")), .text(finding.warnings.map(\.zh).joined(separator: "；")),
          .yes(admitted), .yes(won), .yes(!finding.isEligible && (admitted || won)),
        ], Evidence(Bid.schema, row: row), Evidence(Tender.schema, row: tender), Evidence(ListEntry.schema, facts.entries(by, on: on)))
    }
    return sheet.result
  }

  /// Filings, lists, grades and restrictions: what eligibility is read from.
  struct Standing {
    private let snapshot: Snapshot
    private let filings: TableFacts
    private let grades: TableFacts
    private let restrictions: TableFacts
    private let lists: [Int: [ListStanding]]
    /// Rows by enterprise: a city has hundreds of bids, a province tens of thousands.
    private let filingRows: [Int: [Int]]
    private let gradeRows: [Int: [Int]]
    private let restrictionRows: [Int: [Int]]

    init(_ snapshot: Snapshot) throws(RuleError) {
      self.snapshot = snapshot
      filings = try TableFacts(snapshot, Filing.schema)
      grades = try TableFacts(snapshot, PublishedGrade.schema)
      restrictions = try TableFacts(snapshot, Restriction.schema)
      lists = Dictionary(
        grouping: try column { () throws(ColumnError) in try ListStanding.entries(snapshot) }, by: \.enterprise)
      filingRows = Standing.rows(filings, by: Filing.enterprise)
      gradeRows = Standing.rows(grades, by: PublishedGrade.enterprise)
      restrictionRows = Standing.rows(restrictions, by: Restriction.enterprise)
    }

    private static func rows(_ table: TableFacts, by field: Field) -> [Int: [Int]] {
      var rows: [Int: [Int]] = [:]
      for row in 0..<table.count { if let at = table.reference(field, row) { rows[at, default: []].append(row) } }
      return rows
    }

    func isFiled(_ enterprise: Int, county: Int, on day: Day) -> Bool {
      (filingRows[enterprise] ?? []).contains { row in
        filings.reference(Filing.county, row) == county
          && filings.day(Filing.acceptedOn, row).map { $0 <= day } == true
          && (filings.day(Filing.endedOn, row).map { $0 > day } ?? true)
      }
    }

    func isListed(_ enterprise: Int, black: Bool, on day: Day) -> Bool {
      lists[enterprise]?.contains { $0.isBlack == black && $0.isInEffect(on: day) } ?? false
    }

    func entries(_ enterprise: Int, on day: Day) -> [Int] {
      (lists[enterprise] ?? []).filter { $0.isInEffect(on: day) }.map(\.row)
    }

    /// The last grade published by a day.
    func grade(_ enterprise: Int, on day: Day) -> String? {
      var last: (on: Day, grade: String)?
      for row in gradeRows[enterprise] ?? [] {
        guard let on = grades.day(PublishedGrade.publishedOn, row), on <= day, last.map({ $0.on <= on }) ?? true,
          let grade = grades.text(PublishedGrade.grade, row)
        else { continue }
        last = (on, grade)
      }
      return last?.grade
    }

    func isRestricted(_ enterprise: Int, on day: Day) -> Bool {
      (restrictionRows[enterprise] ?? []).contains { row in
        restrictions.holds(row, on: day, from: Restriction.decidedOn, until: Restriction.expiresOn)
          && (restrictions.day(Restriction.removedOn, row).map { $0 > day } ?? true)
      }
    }

    func judge(_ enterprise: Int, county: Int, tenderer: String, on day: Day) throws(RuleError) -> Finding {
      let parameters = snapshot.rulebook.parameters
      let rule = try parameter { () throws(ParameterError) in try parameters.value(ListParameters.tenderEligible, on: day) }
      let bindsDevelopers = try parameter { () throws(ParameterError) in
        try parameters.value(ListParameters.tenderBanBindsDevelopers, on: day)
      }
      let isRed = isListed(enterprise, black: false, on: day), isBlack = isListed(enterprise, black: true, on: day)
      let grade = grade(enterprise, on: day)
      let isPublic = tenderer == "public institution" || tenderer == "state-owned enterprise"
      var finding = Finding(bars: [], warnings: [], isPreferred: isRed || grade == "A")
      if tenderer != "owners", !isFiled(enterprise, county: county, on: day) {
        finding.bars.append(Bilingual(zh: "未在属地备案", en: "not filed in the county"))
      }
      if isRestricted(enterprise, on: day) {
        finding.bars.append(Bilingual(zh: "被限制承接新项目", en: "restricted from new estates"))
      }
      if isPublic {
        let meets = rule == .union ? isRed || grade == "A" : isRed && grade == "A"
        if !meets {
          finding.bars.append(
            rule == .union
              ? Bilingual(zh: "不在红榜且非A级", en: "neither on a red list nor of grade A")
              : Bilingual(zh: "未同时在红榜且为A级", en: "not both on a red list and of grade A"))
        }
      }
      var ban: [Bilingual] = []
      if isBlack { ban.append(Bilingual(zh: "在黑榜", en: "on a black list")) }
      if grade == "D" { ban.append(Bilingual(zh: "信用D级", en: "of grade D")) }
      if isPublic || tenderer == "developer" && bindsDevelopers {
        finding.bars += ban
      } else {
        finding.warnings += ban
      }
      return finding
    }
  }

  /// Whether an enterprise may be admitted to a tender of that kind of tenderer in a county on a day.
  ///
  /// - Parameters:
  ///   - enterprise: row of the enterprise.
  ///   - county: row of the county in `divisions`.
  ///   - tenderer: a word of ``Tender/tendererKinds``.
  public static func judge(
    _ snapshot: Snapshot, enterprise: Int, county: Int, tenderer: String, on day: Day
  ) throws(RuleError) -> Finding {
    try Standing(snapshot).judge(enterprise, county: county, tenderer: tenderer, on: day)
  }
}
