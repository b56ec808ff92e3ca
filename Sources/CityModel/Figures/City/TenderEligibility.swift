public import Columns

/// A5: 建设单位在进行前期物业招投标时必须在已备案的企业名单中选聘。……应从“红榜”企业名录和信用评价A级的企业中招标选聘，禁止“黑榜”企业名录和信用评价D级的企业进入市场。
/// Reading 15, 16, 17: judged by ``TenderStanding``, as the commands judge, on the day of the bid's check, else of the award, else of submission. Parameters: `tender.eligible`, `tender.banBindsDevelopers`, `list.blackScope`.
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
    _ = try sheet.read(ListParameters.blackScope)
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
        ], [Evidence(Bid.schema, row: row), Evidence(Tender.schema, row: tender)] + facts.basis(by, county: county, on: on))
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

    func entries(_ enterprise: Int, on day: Day) -> [Int] {
      (lists[enterprise] ?? []).filter { $0.isInEffect(on: day) }.map(\.row)
    }

    func isFiled(_ enterprise: Int, county: Int, on day: Day) -> Bool {
      (filingRows[enterprise] ?? []).contains { row in
        filings.reference(Filing.county, row) == county
          && TenderStanding.isFiled(
            status: filings.text(Filing.status, row), accepted: filings.day(Filing.acceptedOn, row),
            ended: filings.day(Filing.endedOn, row), on: day)
      }
    }

    func isRed(_ enterprise: Int, on day: Day) -> Bool {
      (lists[enterprise] ?? []).contains { !$0.isBlack && $0.isInEffect(on: day) }
    }

    /// The last grade that was published by a day.
    func grade(_ enterprise: Int, on day: Day) -> String? { last(enterprise, on: day)?.grade }
    /// The row that it stands in.
    func gradeRow(_ enterprise: Int, on day: Day) -> Int? { last(enterprise, on: day)?.row }

    private func last(_ enterprise: Int, on day: Day) -> (grade: String, row: Int)? {
      let published = (gradeRows[enterprise] ?? []).compactMap { row -> (on: Day, year: Int64, grade: (String, Int))? in
        guard let on = grades.day(PublishedGrade.publishedOn, row), let grade = grades.text(PublishedGrade.grade, row) else { return nil }
        return (on, grades.number(PublishedGrade.year, row) ?? 0, (grade, row))
      }
      return TenderStanding.grade(published, on: day)
    }

    private func isRestricted(_ row: Int, on day: Day) -> Bool {
      TenderStanding.isRestricted(
        decided: restrictions.day(Restriction.decidedOn, row), removed: restrictions.day(Restriction.removedOn, row),
        expires: restrictions.day(Restriction.expiresOn, row), on: day)
    }

    /// What an enterprise is judged by: its filings in the county, its entries, its grade, its restrictions.
    func basis(_ enterprise: Int, county: Int, on day: Day) -> [Evidence] {
      [
        Evidence(Filing.schema, (filingRows[enterprise] ?? []).filter { filings.reference(Filing.county, $0) == county }),
        Evidence(ListEntry.schema, entries(enterprise, on: day)),
        Evidence(PublishedGrade.schema, row: gradeRow(enterprise, on: day)),
        Evidence(Restriction.schema, (restrictionRows[enterprise] ?? []).filter { isRestricted($0, on: day) }),
      ]
    }

    /// How the enterprise stands on a day, in the county of the tendered estate.
    func standing(_ enterprise: Int, county: Int, _ terms: TenderStanding.Terms, on day: Day) -> TenderStanding {
      TenderStanding(
        isFiled: isFiled(enterprise, county: county, on: day), isRed: isRed(enterprise, on: day),
        isBlack: (lists[enterprise] ?? []).contains {
          $0.isBlack && $0.isInEffect(on: day) && (terms.blackScope == .city || Int($0.county) == county)
        },
        grade: grade(enterprise, on: day),
        isRestricted: (restrictionRows[enterprise] ?? []).contains { isRestricted($0, on: day) })
    }

    func judge(_ enterprise: Int, county: Int, tenderer: String, on day: Day) throws(RuleError) -> Finding {
      let parameters = snapshot.rulebook.parameters
      let terms = try parameter { () throws(ParameterError) in
        TenderStanding.Terms(
          rule: try parameters.value(ListParameters.tenderEligible, on: day),
          banBindsDevelopers: try parameters.value(ListParameters.tenderBanBindsDevelopers, on: day),
          blackScope: try parameters.value(ListParameters.blackScope, on: day))
      }
      return standing(enterprise, county: county, terms, on: day).judge(tenderer, terms)
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
