import CityModel
import Columns
import Foundation
import Testing

@testable import Register

/// What a file reports is kept, also what was against the text: then it is listed. What cannot be true does not get in.
@Suite("Rows of files and the clauses of the text") struct ReportedFactTests {
  /// Rows that contradict themselves or the register, with the clause that says so.
  static let impossible: [(TableSchema, String, String, String)] = [
    // Held is what has been held by the day of the import.
    (JointEnforcement.schema, "number,county,enforced_on,departments", "ZF-9,140403,2026-10-03,住建、城管", "enforcement-in-future"),
    (
      Conference.schema, "number,county,convened_on,led_by_leader,departments", "LX-9,140403,2029-03-01,true,住建、城管", "conference-in-future"
    ),
    (
      CommonRevenueStatement.schema, "number,project,covers_from,covers_until,income,cost,surplus,published_on",
      "CR-9,140403001001,2025-01-01,2025-12-31,1000,400,1.00,2026-03-01", "statement-does-not-balance"
    ),
    (
      ListEntry.schema, "number,enterprise,county,list,reason,noticed_on,decided_on,document",
      "R-9,91140404YYYY000392,140404,red,先进,2026-08-25,2026-09-10,红〔2026〕1号", "red-and-black"
    ),
    (
      OwnerVote.schema, "number,project,matter,voted_on,total_area,total_owners,voting_area,voting_owners,yes_area,yes_owners",
      "BJ-9,140403001001,dismiss,2026-05-01,38000,420,30000,300,30001,200", "vote-totals"
    ),
    (
      OwnerVote.schema, "number,project,matter,voted_on,total_area,total_owners,voting_area,voting_owners,yes_area,yes_owners",
      "BJ-9,140403001001,dismiss,2026-05-01,38000,421,30000,300,30000,200", "vote-totals"
    ),
    (ProjectFee.schema, "number,project,regime,price,starts_on", "SF-9,140403001001,market,0,2026-01-01", "price-not-positive"),
    (Survey.schema, "number,project,enterprise,held_on,satisfied_answers,answers", "MY-9,140403001001,91140403YYYY00020N,2026-05-01,31,30", "survey-answers"),
    (
      ChargingSurvey.schema, "number,project,surveyed_on,ebikes,sockets", "CD-9,140403001001,2026-05-01,-1,0", "survey-totals"
    ),
    (Authority.schema, "code,name,level,division,county", "JG-9,某街道办,street,140403,140403", "division-nesting"),
    (
      Referral.schema, "number,county,referred_by,referred_to,facts,referred_on,feedback_on",
      "YS-9,140403,housing,urban management,违建,2026-05-01,2026-05-09", "referral-without-feedback"
    ),
    (Commendation.schema, "number,recipient_kind,commendation_level,commended_on,document", "BZ-9,county,province,2026-05-01,晋〔2026〕1号", "commendation-of-nobody"),
  ]

  @Test("a row that cannot be true goes to quarantine with its clause, its line and its text", arguments: impossible)
  func contradiction(_ schema: TableSchema, _ header: String, _ row: String, _ code: String) throws {
    let city = try SmallCity()
    let before = try city.register.ledgerPosition()
    let summary = try city.add(schema, header + "\n" + row + "\n")
    #expect(summary.faults == [code: 1] && summary.stored == 0, "\(summary.firstFaults)")
    #expect((summary.read, summary.known + summary.quarantined) == (1, 1))
    let kept = try #require(try city.register.quarantine(ofImport: summary.number).first)
    let article = try #require(CityInvariant.all.first { $0.code == code }).article
    #expect(kept.line == 2 && kept.raw == row && kept.message.en.contains(article))
    #expect(try city.register.ledgerPosition() == before + 1, "only the import itself")
    #expect(try city.register.breaches(on: Day("2026-10-02")!, rulebook: .empty).allSatisfy { $0.code != code })
  }

  @Test("of two rows of one file that exclude each other the first stays") func order() throws {
    let city = try SmallCity()
    let summary = try city.add(
      ListEntry.schema,
      """
      number,enterprise,county,list,reason,noticed_on,decided_on,document
      R-1,91140403YYYY00020N,140403,red,先进,2026-08-25,2026-09-10,红〔2026〕1号
      B-2,91140403YYYY00020N,140403,black,拒不整改,2026-08-25,2026-09-12,黑〔2026〕1号
      R-3,91140405YYYY00047B,140405,red,先进,2026-08-25,2026-09-10,红〔2026〕2号

      """)
    #expect((summary.stored, summary.quarantined) == (2, 1))
    #expect(summary.firstFaults.map(\.line) == [3] && summary.faults == ["red-and-black": 1])
    #expect(try city.register.caseFile(ListEntry.schema, "R-1") != nil)
    #expect(try city.register.caseFile(ListEntry.schema, "B-2") == nil)
  }

  /// Facts that may have happened, each against one clause.
  static let unlawful: [(TableSchema, String, String, String)] = [
    (
      Contract.schema, "number,project,enterprise,kind,starts_on", "HT-9,140403001001,91140405YYYY00047B,ordinary,2025-06-01",
      "one-enterprise-per-area"
    ),
    (
      Contract.schema, "number,project,enterprise,kind,starts_on,filed_on", "HT-9,140403001001,91140405YYYY00047B,ordinary,2026-02-01,2026-02-10",
      "contract-filed-unfiled"
    ),
    (
      OwnerVote.schema,
      "number,project,matter,voted_on,total_area,total_owners,voting_area,voting_owners,yes_area,yes_owners,declared_passed",
      "BJ-9,140403001001,dismiss,2026-05-01,38000,420,37000,410,16000,185,true", "vote-not-carried"
    ),
    (
      CreditRecord.schema, "number,enterprise,county,item,decided_on,document", "XY-9,91140405YYYY00047B,140405,D07,2026-05-02,市监〔2026〕9号",
      "credit-typed-twice"
    ),
    (JointEnforcement.schema, "number,county,enforced_on,departments", "ZF-9,140403,2026-09-03,住建", "enforcement-not-joint"),
    (ComplaintAssignment.schema, "number,complaint,person,assigned_at", "T-1/assign-1,T-1,ZZ-99,2026-09-02 09:00", "responsible-not-in-office"),
    (
      Revisit.schema, "number,complaint,level,revisited_at,person,satisfied", "HF-9,T-1,county,2026-09-12 09:00,ZZ-99,true", "officer-not-in-office"
    ),
    (
      ListEntry.schema, "number,enterprise,county,list,reason,noticed_on,decided_on,document",
      "B-9,91140405YYYY00047B,140405,black,拒不整改,2026-09-01,2026-09-03,黑〔2026〕9号", "listing-before-defence"
    ),
    (
      Complaint.schema, "number,source,project,category,accepted_at,basically_closed_at,closed_at,status",
      "T-9,12345,140403001001,cleaning,2026-05-03 08:00,2026-05-04 08:00,2026-05-05 08:00,closed", "closed-without-revisit"
    ),
    (
      RectificationOrder.schema, "number,enterprise,county,issued_on,deadline,refused_on",
      "ZG-9,91140405YYYY00047B,140405,2026-05-01,2026-05-20,2026-06-01", "refusal-without-reminder"
    ),
  ]

  @Test("an unlawful fact is stored and listed with its clause, by the import and by the check", arguments: unlawful)
  func reported(_ schema: TableSchema, _ header: String, _ row: String, _ code: String) throws {
    let city = try SmallCity()
    let day = Day("2026-10-02")!
    // The county's file of a month before has the fact already.
    if code == "credit-typed-twice" { try city.add(schema, header + "\n" + row.replacing("XY-9", with: "XY-8") + "\n") }
    let before = try city.register.breaches(on: day, rulebook: .empty).filter { $0.code == code && $0.table == schema.plural }.map(\.count)
    let summary = try city.add(schema, header + "\n" + row + "\n")
    #expect((summary.stored, summary.quarantined) == (1, 0), "\(summary.firstFaults)")
    let mine = try city.register.breaches(ofImports: [summary], on: day, rulebook: .empty)
    let breach = try #require(mine.first { $0.code == code }, "\(mine)")
    #expect(breach.count == 1 && breach.first == [String(row.prefix { $0 != "," })])
    let articles = CityInvariant.all.filter { $0.code == code }.map(\.article) + CommandClause.all.filter { $0.code == code }.map(\.article)
    #expect(articles.contains(breach.article))
    let all = try city.register.breaches(on: day, rulebook: .empty).filter { $0.code == code && $0.table == schema.plural }.map(\.count)
    #expect((all.first ?? 0) > (before.first ?? 0))
  }

  @Test("fees of one level that overlap, and a market fee where the government guides, are listed") func fees() throws {
    let city = try SmallCity()
    let header = "number,project,regime,service_level,price,starts_on,ended_on\n"
    try city.add(Project.schema, "code,name,street,county,households,ordinary_housing\n140404001001,韩店家园,140404001,140404,800,是\n")
    func breaches(_ row: String) throws -> [String] {
      let summary = try city.add(ProjectFee.schema, header + row + "\n")
      #expect((summary.stored, summary.quarantined) == (1, 0), "\(summary.firstFaults)")
      return try city.register.breaches(ofImports: [summary], on: Day("2026-10-02")!, rulebook: .empty).map(\.code)
    }
    #expect(try breaches("SF-1,140403001001,market,2,1.20,2026-02-01,2026-02-28").isEmpty)
    #expect(try breaches("SF-2,140403001001,market,2,1.30,2026-03-01,").isEmpty, "the day after")
    #expect(try breaches("SF-3,140403001001,market,3,1.90,2026-03-01,").isEmpty, "of another level")
    #expect(try breaches("SF-4,140403001001,market,2,1.40,2026-09-01,") == ["fees-overlap"])
    #expect(try breaches("SF-5,140404001001,market,2,1.40,2026-09-01,") == ["regime-wrong"], "ordinary housing in preliminary service")
    #expect(try breaches("SF-6,140403001002,guided,2,1.40,2026-09-01,").contains("regime-wrong"), "its owners chose the enterprise")
  }

  @Test("a developer's award to one of two bidders is listed, unless the county let it negotiate") func bidders() throws {
    let city = try SmallCity()
    try city.add(
      Tender.schema,
      """
      number,project,tenderer_kind,announced_on,awarded_on,winner,negotiation_approval
      ZB-1,140403001001,developer,2026-01-05,2026-02-10,91140404YYYY000392,
      ZB-2,140403001001,developer,2026-01-05,2026-02-10,91140404YYYY000392,潞州住建〔2026〕3号
      ZB-3,140403001001,owners,2026-01-05,2026-02-10,91140404YYYY000392,

      """)
    let found = try city.register.breaches(on: Day("2026-10-02")!, rulebook: .empty).filter { $0.code == "fewer-than-three" }
    #expect(found.map(\.first) == [["ZB-1"]])
    func listed(_ code: String) throws -> [[String]] {
      try city.register.breaches(on: Day("2026-10-02")!, rulebook: .empty).filter { $0.code == code }.map(\.first)
    }
    #expect(try listed("few-bidders") == [["ZB-3"]], "a developer's is the other clause's")
    #expect(try listed("experts-not-drawn") == [["ZB-1", "ZB-2", "ZB-3"]])
    try city.add(Expert.schema, "code\nZJ-1\n")
    try city.add(ExpertDrawing.schema, "number,tender,expert,drawn_on,recused\nCQ-1,ZB-1,ZJ-1,2026-02-09,false\nCQ-2,ZB-2,ZJ-1,2026-02-09,true\n")
    #expect(try listed("experts-not-drawn") == [["ZB-2", "ZB-3"]], "who stood aside has not judged")
  }

  @Test("a closed complaint without the time of its closure is listed, and so is one closed before it was basically closed") func undated() throws {
    let city = try SmallCity()
    let head = "number,source,project,category,accepted_at,basically_closed_at,closed_at,status,revisited_at,satisfied\n"
    func row(_ number: String, _ closed: String) -> String {
      "\(number),old,140403001001,heating,2026-03-01 09:00,2026-03-03 09:00,\(closed),closed,2026-03-04 09:00,true\n"
    }
    try city.add(Complaint.schema, head + row("T-A", "") + row("T-B", "2026-03-02 09:00") + row("T-C", "2026-03-05 09:00"))
    let found = try city.register.breaches(on: Day("2026-10-02")!, rulebook: .empty).filter { $0.code == "closed-undated" }
    #expect(found.map(\.first) == [["T-1", "T-A", "T-B"]], "T-1 of the small city has no time either")
    for (on, status) in [("2026-03-02", "open"), ("2026-03-03", "closed")] {
      let cut = Day(on)!.end
      let snapshot = try city.register.snapshot(scope: .city, asOf: cut, rulebook: .empty)
      let table = snapshot.table(Complaint.schema)
      let numbers = try table.column(Complaint.number), words = try table.column(Complaint.status)
      let at = try #require((0..<table.count).first { numbers.text($0) == "T-A" })
      #expect(words.text(at) == status)
      let file = try #require(try city.register.caseFile(Complaint.schema, "T-A", asOf: cut))
      #expect(file.row.text(Complaint.status) == status, "show says what a snapshot says")
      #expect(file.row.has(Complaint.revisitedAt) == false && file.row.has(Complaint.satisfied) == false)
      #expect(file.row.has(Complaint.basicallyClosedAt) == (status == "closed"))
    }
    #expect(try city.register.caseFile(Complaint.schema, "T-A", asOf: Day("2026-02-28")!.end) == nil)
  }

  @Test("a file that breaks nothing lists nothing, whatever the register held before") func others() throws {
    let city = try SmallCity()
    try city.add(Contract.schema, "number,project,enterprise,kind,starts_on\nHT-9,140403001001,91140405YYYY00047B,ordinary,2025-06-01\n")
    let officers = try city.add(OfficerTable.schema, "code,name,level,division,role\nXY-01,周五,county,140428,reviewer\n")
    #expect(try city.register.breaches(ofImports: [officers], on: Day("2026-10-02")!, rulebook: .empty).isEmpty)
  }

  /// Clauses of commands that say nothing of a row as it stands, or that a file's own reader has asked already.
  static let ofCommandsAlone: Set<String> = [
    // A change of a record, which `RecordGuard` asks about.
    "policy-edited", "urging-edited", "conference-edited", "statement-edited", "entry-edited", "publication-edited", "order-edited",
    "vote-edited", "timestamp-edited", "revisit-edited", "investigation-edited", "eligibility-back-dated", "counted-complainant-dropped",
    // The reader checks credit codes; a document is a required column.
    "uscc-wrong", "restriction-without-document",
    // Entries of before this register have no case in it; another system's count of reworkings is its own.
    "listing-without-case", "rework-count",
    // The credit file of a county's old system; modes change on the day a contract does.
    "credit-item-computed", "credit-counted-twice", "credit-origin-missing", "mode-without-contract", "contract-without-mode",
  ]

  @Test("every clause of commands is asked of rows too, or says why not; each query runs") func complete() throws {
    let standing = Set(StandingClause.all.map(\.code))
    let invariants = Set(CityInvariant.all.map(\.code))
    // Who signed is asked by clauses about who acts.
    #expect(standing.subtracting(invariants) == ["officer-not-in-office", "responsible-not-in-office", "few-bidders", "experts-not-drawn"])
    #expect(invariants.subtracting(standing) == Self.ofCommandsAlone)
    for clause in StandingClause.all {
      #expect(clause.law != nil, "\(clause.code)")
      guard let invariant = CityInvariant.all.first(where: { $0.code == clause.code }) else { continue }
      #expect(invariant.tables.contains { $0.name == clause.table.name }, "\(clause.code)")
    }
    _ = try SmallCity().register.breaches(on: Day("2026-10-02")!, rulebook: .empty)
  }
}
