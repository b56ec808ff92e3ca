import CityModel
import Columns
import Testing

/// One good and one bad case of a clause: the same row, written in two ways.
struct Clause: Sendable, CustomTestStringConvertible {
  var code: String
  var table: TableSchema
  var key: String
  /// The row as it stands; empty for a new one.
  var before: [(Field, CaseValue)]
  var good: [(Field, CaseValue)]
  var bad: [(Field, CaseValue)]
  /// Rows that are there in both cases, and in the good or the bad one alone.
  var with: [CaseRow]
  var withGood: [CaseRow]
  var withBad: [CaseRow]

  init(
    _ code: String, _ table: TableSchema, _ key: String = "N-1", before: [(Field, CaseValue)] = [], good: [(Field, CaseValue)],
    bad: [(Field, CaseValue)], with: [CaseRow] = [], withGood: [CaseRow] = [], withBad: [CaseRow] = []
  ) {
    self.code = code
    self.table = table
    self.key = key
    self.before = before
    self.good = good
    self.bad = bad
    self.with = with
    self.withGood = withGood
    self.withBad = withBad
  }

  var testDescription: String { code }
}

private let firm = "91140403YYYY00020N"
private func row(_ table: TableSchema, _ key: String, _ values: [(Field, CaseValue)]) -> CaseRow { CaseRow(table, key: key, values) }

/// Each clause's pair. The day is 2026-11-24, a Tuesday.
enum InvariantFixtures {
  static let credit: [(Field, CaseValue)] = [(CreditRecord.enterprise, .text(firm)), (CreditRecord.county, "140403"), (CreditRecord.item, "D07")]
  static let day = Day("2026-11-24")!

  static let estate = row(
    Project.schema, "P-1",
    [
      (Project.code, "P-1"), (Project.county, "140403"), (Project.street, "140403001"), (Project.households, .number(300)),
      (Project.area, .number(3_000_000)),
    ])
  static func contract(_ key: String, from: String, until: String? = nil) -> CaseRow {
    row(
      Contract.schema, key,
      [(Contract.number, .text(key)), (Contract.project, "P-1"), (Contract.enterprise, .text(firm)), (Contract.from, .on(from))]
        + (until.map { [(Contract.endedOn, .on($0))] } ?? []))
  }
  static func vote(yesArea: Int64, yesOwners: Int64, matter: String = "dismiss") -> [(Field, CaseValue)] {
    [
      (OwnerVote.project, "P-1"), (OwnerVote.matter, .text(matter)), (OwnerVote.totalArea, .number(3_000_000)), (OwnerVote.totalOwners, .number(300)),
      (OwnerVote.votingArea, .number(2_000_000)), (OwnerVote.votingOwners, .number(200)), (OwnerVote.yesArea, .number(yesArea)),
      (OwnerVote.yesOwners, .number(yesOwners)), (OwnerVote.declared, .yes),
    ]
  }
  static let listing: [(Field, CaseValue)] = [
    (ListEntry.number, "N-1"), (ListEntry.enterprise, .text(firm)), (ListEntry.county, "140403"), (ListEntry.list, "black"),
    (ListEntry.reason, "拒不整改"), (ListEntry.noticedOn, .on("2026-11-09")), (ListEntry.decidedOn, .on("2026-11-24")), (ListEntry.document, "潞〔2026〕1号"),
  ]
  static func entry(_ list: String, decided: String, removed: String? = nil) -> CaseRow {
    row(
      ListEntry.schema, "E-9",
      [
        (ListEntry.number, "E-9"), (ListEntry.enterprise, .text(firm)), (ListEntry.county, "140403"), (ListEntry.list, .text(list)),
        (ListEntry.decidedOn, .on(decided)),
      ] + (removed.map { [(ListEntry.removedOn, .on($0))] } ?? []))
  }
  static let order: [(Field, CaseValue)] = [
    (RectificationOrder.deadline, .on("2026-11-10")), (RectificationOrder.issuedOn, .on("2026-11-01")),
  ]
  static let filing = row(
    Filing.schema, "F-1",
    [(Filing.enterprise, .text(firm)), (Filing.county, "140403"), (Filing.status, "accepted"), (Filing.acceptedOn, .on("2026-01-05"))])
  static let complaint: [(Field, CaseValue)] = [
    (Complaint.number, "T-1"), (Complaint.acceptedAt, .at("2026-11-20 09:00")), (Complaint.status, "basically closed"),
    (Complaint.basicallyClosedAt, .at("2026-11-21 09:00")), (Complaint.reworks, .number(0)),
  ]
  static func revisit(_ satisfied: CaseValue) -> CaseRow {
    row(
      Revisit.schema, "R-1",
      [(Revisit.complaint, "T-1 desk"), (Revisit.revisitedAt, .at("2026-11-22 09:00")), (Revisit.satisfied, satisfied), (Revisit.falseClosure, .no)])
  }

  static let all: [Clause] = staff + filings + prices + tenders + lists + exits + votes + enforcement + complaints + funds

  static let staff: [Clause] = [
    Clause(
      "full-time-twice", StaffAssignment.schema,
      good: [(StaffAssignment.person, "甲"), (StaffAssignment.fullTime, .no), (StaffAssignment.startsOn, .on("2026-11-01"))],
      bad: [(StaffAssignment.person, "甲"), (StaffAssignment.fullTime, .yes), (StaffAssignment.startsOn, .on("2026-11-01"))],
      with: [
        row(
          StaffAssignment.schema, "S-9",
          [(StaffAssignment.person, "甲"), (StaffAssignment.fullTime, .yes), (StaffAssignment.startsOn, .on("2025-01-01"))])
      ]),
    Clause(
      "division-nesting", Authority.schema,
      good: [(Authority.level, "street"), (Authority.division, "140403001"), (Authority.county, "140403")],
      bad: [(Authority.level, "street"), (Authority.division, "140403001"), (Authority.county, "140404")]),
    Clause(
      "division-nesting", Community.schema, "140403001002", good: [(Community.street, "140403001"), (Community.county, "140403")],
      bad: [(Community.street, "140403002"), (Community.county, "140403")]),
    Clause(
      "policy-edited", PolicyVersion.schema, before: [(PolicyVersion.adoptedOn, .on("2026-09-01"))],
      good: [(PolicyVersion.endedOn, .on("2026-12-31"))], bad: [(PolicyVersion.adoptedOn, .on("2026-08-01"))]),
    Clause(
      "conference-in-future", Conference.schema, good: [(Conference.convenedOn, .on("2026-11-24"))], bad: [(Conference.convenedOn, .on("2026-11-25"))]),
    Clause(
      "conference-edited", Conference.schema, good: [(Conference.convenedOn, .on("2026-11-24"))], bad: [(Conference.convenedOn, .on("2026-11-24"))],
      withBad: [row(Conference.schema, "N-1", [(Conference.convenedOn, .on("2026-09-24"))])]),
    Clause(
      "award-below-province", Award.schema, good: [(Award.commendation, "B-1")], bad: [(Award.commendation, "B-2")],
      with: ["B-1": "province", "B-2": "city"].sorted { $0.key < $1.key }.map { key, level in
        row(
          Commendation.schema, key,
          [(Commendation.number, .text(key)), (Commendation.level, .text(level)), (Commendation.recipientKind, "enterprise")])
      }),
    Clause("award-not-positive", Award.schema, good: [(Award.amount, .yuan(1))], bad: [(Award.amount, .yuan(0))]),
    Clause(
      "survey-answers", Survey.schema, good: [(Survey.satisfied, .number(30)), (Survey.answered, .number(30))],
      bad: [(Survey.satisfied, .number(31)), (Survey.answered, .number(30))]),
  ]

  static let filings: [Clause] = [
    Clause(
      "filing-incomplete", Filing.schema, before: [(Filing.status, "returned")],
      good: [(Filing.status, "submitted"), (Filing.papers, "营业执照、人员结构")], bad: [(Filing.status, "submitted"), (Filing.papers, "营业执照、资格证书")]),
    Clause("uscc-wrong", Enterprise.schema, firm, good: [(Enterprise.name, "甲")], bad: [(Enterprise.name, "甲"), (Enterprise.uscc, "91140403YYYY00021N")]),
    Clause(
      "filing-twice", Filing.schema, good: [(Filing.enterprise, .text(firm)), (Filing.county, "140404"), (Filing.status, "submitted")],
      bad: [(Filing.enterprise, .text(firm)), (Filing.county, "140403"), (Filing.status, "submitted")], with: [filing]),
    Clause(
      "contract-filed-unfiled", Contract.schema, before: [(Contract.project, "P-1"), (Contract.enterprise, .text(firm))],
      good: [(Contract.filedOn, .on("2026-11-24"))], bad: [(Contract.filedOn, .on("2026-11-24"))], with: [estate], withGood: [filing]),
    Clause(
      "contract-restricted", Contract.schema, before: [(Contract.enterprise, .text(firm)), (Contract.from, .on("2026-11-01"))],
      good: [(Contract.filedOn, .on("2026-11-24"))], bad: [(Contract.filedOn, .on("2026-11-24"))],
      withBad: [row(Restriction.schema, "X-1", [(Restriction.enterprise, .text(firm)), (Restriction.decidedOn, .on("2026-10-01"))])]),
    Clause(
      "one-enterprise-per-area", Contract.schema, good: [(Contract.project, "P-1"), (Contract.from, .on("2026-07-01"))],
      bad: [(Contract.project, "P-1"), (Contract.from, .on("2026-06-30"))], with: [contract("C-9", from: "2024-01-01", until: "2026-06-30")]),
    Clause(
      "contract-dates", Contract.schema, good: [(Contract.from, .on("2026-01-01")), (Contract.until, .on("2026-01-01"))],
      bad: [(Contract.from, .on("2026-01-02")), (Contract.until, .on("2026-01-01"))]),
    Clause(
      "manager-twice", ManagerAssignment.schema, good: [(ManagerAssignment.project, "P-1"), (ManagerAssignment.startsOn, .on("2026-11-02"))],
      bad: [(ManagerAssignment.project, "P-1"), (ManagerAssignment.startsOn, .on("2026-11-01"))],
      with: [
        row(
          ManagerAssignment.schema, "M-9",
          [
            (ManagerAssignment.project, "P-1"), (ManagerAssignment.startsOn, .on("2025-01-01")), (ManagerAssignment.endedOn, .on("2026-11-01")),
          ])
      ]),
    Clause(
      "urging-edited", Urging.schema, before: [(Urging.deadline, .on("2026-11-30"))], good: [(Urging.heededOn, .on("2026-11-24"))],
      bad: [(Urging.deadline, .on("2026-12-30"))]),
  ]

  private static func fee(_ regime: String) -> [(Field, CaseValue)] {
    [(ProjectFee.project, "P-1"), (ProjectFee.regime, .text(regime)), (ProjectFee.startsOn, .on("2026-07-01"))]
  }
  private static func housing(_ isOrdinary: CaseValue) -> CaseRow {
    row(Project.schema, "P-1", [(Project.code, "P-1"), (Project.ordinaryHousing, isOrdinary)])
  }
  private static func contract(_ kind: String) -> CaseRow {
    row(Contract.schema, "C-1", [(Contract.project, "P-1"), (Contract.kind, .text(kind)), (Contract.from, .on("2026-07-01"))])
  }

  static let prices: [Clause] = [
    Clause(
      "price-tables-overlap", GuidedPrice.schema,
      good: [(GuidedPrice.serviceLevel, .number(2)), (GuidedPrice.startsOn, .on("2027-01-01"))],
      bad: [(GuidedPrice.serviceLevel, .number(2)), (GuidedPrice.startsOn, .on("2026-12-31"))],
      with: [
        row(
          GuidedPrice.schema, "G-9",
          [(GuidedPrice.serviceLevel, .number(2)), (GuidedPrice.startsOn, .on("2026-01-01")), (GuidedPrice.expiresOn, .on("2026-12-31"))])
      ]),
    Clause(
      "guided-fee-without-table", ProjectFee.schema,
      good: [
        (ProjectFee.project, "P-1"), (ProjectFee.regime, "guided"), (ProjectFee.serviceLevel, .number(2)), (ProjectFee.startsOn, .on("2026-12-31")),
      ],
      bad: [
        (ProjectFee.project, "P-1"), (ProjectFee.regime, "guided"), (ProjectFee.serviceLevel, .number(2)), (ProjectFee.startsOn, .on("2027-01-01")),
      ],
      with: [
        estate,
        row(
          GuidedPrice.schema, "G-9",
          [(GuidedPrice.serviceLevel, .number(2)), (GuidedPrice.startsOn, .on("2026-01-01")), (GuidedPrice.expiresOn, .on("2026-12-31"))]),
      ]),
    Clause(
      "fees-overlap", ProjectFee.schema,
      good: [(ProjectFee.project, "P-1"), (ProjectFee.serviceLevel, .number(2)), (ProjectFee.startsOn, .on("2026-07-01"))],
      bad: [(ProjectFee.project, "P-1"), (ProjectFee.serviceLevel, .number(2)), (ProjectFee.startsOn, .on("2026-06-30"))],
      with: [
        row(
          ProjectFee.schema, "S-9",
          [
            (ProjectFee.project, "P-1"), (ProjectFee.serviceLevel, .number(2)), (ProjectFee.startsOn, .on("2024-01-01")),
            (ProjectFee.endedOn, .on("2026-06-30")),
          ]),
        // Another level is another kind of homes.
        row(ProjectFee.schema, "S-8", [(ProjectFee.project, "P-1"), (ProjectFee.serviceLevel, .number(3)), (ProjectFee.startsOn, .on("2024-01-01"))]),
      ]),
    Clause(
      "regime-wrong", ProjectFee.schema, good: fee("guided"), bad: fee("market"), with: [housing(.yes), contract("preliminary")]),
    Clause(
      "regime-wrong", ProjectFee.schema, good: fee("market"), bad: fee("guided"), with: [housing(.yes), contract("ordinary")]),
    Clause(
      "regime-wrong", ProjectFee.schema, good: fee("market"), bad: fee("guided"), with: [housing(.no), contract("preliminary")]),
    // Of an estate that nobody has classified nothing is said.
    Clause(
      "regime-wrong", ProjectFee.schema, good: fee("market"), bad: fee("market"), with: [contract("preliminary")], withGood: [housing(.none)],
      withBad: [housing(.yes)]),
    Clause("price-not-positive", ProjectFee.schema, good: [(ProjectFee.price, .number(150))], bad: [(ProjectFee.price, .number(0))]),
    Clause(
      "statement-does-not-balance", CommonRevenueStatement.schema,
      good: [
        (CommonRevenueStatement.income, .yuan(50)), (CommonRevenueStatement.cost, .yuan(20)), (CommonRevenueStatement.surplus, .yuan(30)),
      ],
      bad: [
        (CommonRevenueStatement.income, .yuan(50)), (CommonRevenueStatement.cost, .yuan(20)), (CommonRevenueStatement.surplus, .number(2_999)),
      ]),
    Clause(
      "statement-edited", CommonRevenueStatement.schema, good: [(CommonRevenueStatement.income, .yuan(50))],
      bad: [(CommonRevenueStatement.income, .yuan(51))],
      withBad: [row(CommonRevenueStatement.schema, "N-1", [(CommonRevenueStatement.income, .yuan(50))])]),
  ]

  private static func bids(_ firms: String...) -> [CaseRow] {
    firms.enumerated().map { row(Bid.schema, "D-\($0)-\($1)", [(Bid.tender, "N-1"), (Bid.enterprise, .text($1))]) }
  }

  static let tenders: [Clause] = [
    Clause(
      "award-not-admitted", Tender.schema, before: [(Tender.number, "N-1")], good: [(Tender.winner, .text(firm))], bad: [(Tender.winner, .text(firm))],
      withGood: [
        row(
          Bid.schema, "D-1",
          [
            (Bid.tender, "N-1"), (Bid.enterprise, .text(firm)), (Bid.admitted, .yes), (Bid.checkedOn, .on("2026-11-01")), (Bid.wasFiled, .yes),
            (Bid.wasBlack, .no),
          ])
      ]),
    Clause(
      "award-barred", Tender.schema, before: [(Tender.project, "P-1"), (Tender.tendererKind, "public institution")],
      good: [(Tender.winner, .text(firm))], bad: [(Tender.winner, .text(firm))], with: [estate, filing], withGood: [entry("red", decided: "2026-10-01")],
      withBad: [entry("black", decided: "2026-10-01")]),
    // A5: admission and award to the unfiled are refused, on a red list or not.
    Clause(
      "award-barred", Tender.schema, before: [(Tender.project, "P-1"), (Tender.tendererKind, "state-owned enterprise")],
      good: [(Tender.winner, .text(firm))], bad: [(Tender.winner, .text(firm))], with: [estate, entry("red", decided: "2026-10-01")], withGood: [filing]),
    // Owners choose freely among the unfiled and the black, and still not whom a decision keeps from new estates.
    Clause(
      "award-barred", Tender.schema, before: [(Tender.project, "P-1"), (Tender.tendererKind, "owners")], good: [(Tender.winner, .text(firm))],
      bad: [(Tender.winner, .text(firm))], with: [estate, entry("black", decided: "2026-10-01")],
      withBad: [row(Restriction.schema, "X-1", [(Restriction.enterprise, .text(firm)), (Restriction.decidedOn, .on("2026-10-01"))])]),
    Clause(
      "fewer-than-three", Tender.schema, before: [(Tender.number, "N-1"), (Tender.tendererKind, "developer")], good: [(Tender.winner, .text(firm))],
      bad: [(Tender.winner, .text(firm))], with: bids(firm, "91140404YYYY000392", firm), withGood: bids("91140405YYYY00047B")),
    // With the county's approval it is negotiated.
    Clause(
      "fewer-than-three", Tender.schema, before: [(Tender.number, "N-1"), (Tender.tendererKind, "developer")],
      good: [(Tender.winner, .text(firm)), (Tender.negotiationApproval, "潞州住建〔2026〕30号")],
      bad: [(Tender.winner, .text(firm)), (Tender.negotiationApproval, " ")], with: bids(firm)),
    Clause("eligibility-back-dated", Bid.schema, good: [(Bid.checkedOn, .on("2026-11-24"))], bad: [(Bid.checkedOn, .on("2026-11-23"))]),
  ]

  static let lists: [Clause] = [
    Clause(
      "red-and-black", ListEntry.schema, good: listing, bad: listing, withGood: [entry("red", decided: "2026-10-01", removed: "2026-11-24")],
      withBad: [entry("red", decided: "2026-10-01")]),
    Clause("listing-incomplete", ListEntry.schema, good: listing, bad: listing.map { $0.0 == ListEntry.reason ? ($0.0, " ") : $0 }),
    Clause(
      "listing-before-defence", ListEntry.schema, good: listing,
      // Five working days after 17 November end on the 24th.
      bad: listing.map { $0.0 == ListEntry.noticedOn ? ($0.0, .on("2026-11-17")) : $0 }),
    Clause(
      "listing-without-case", ListEntry.schema, good: listing, bad: listing,
      withGood: [
        row(
          Listing.schema, "N-1",
          [(Listing.number, "N-1"), (Listing.enterprise, .text(firm)), (Listing.list, "black"), (Listing.county, "140403")])
      ]),
    Clause(
      "entry-edited", ListEntry.schema, before: listing, good: [(ListEntry.removedOn, .on("2026-11-24"))], bad: [(ListEntry.reason, "别的理由")]),
    Clause(
      "publication-edited", ListPublication.schema, good: [(ListPublication.redEntries, .number(1))], bad: [(ListPublication.redEntries, .number(1))],
      withBad: [row(ListPublication.schema, "N-1", [(ListPublication.redEntries, .number(2))])]),
    Clause(
      "credit-item-computed", CreditRecord.schema, good: [(CreditRecord.item, "D15"), (CreditRecord.variant, "interview")],
      bad: [(CreditRecord.item, "D04")]),
    Clause(
      "commendation-of-nobody", Commendation.schema, good: [(Commendation.recipientKind, "department"), (Commendation.department, "潞州区住建局")],
      bad: [(Commendation.recipientKind, "department"), (Commendation.county, "140403")]),
    Clause(
      "credit-counted-twice", CreditRecord.schema, "XY-2", good: credit + [(CreditRecord.document, "潞市监〔2026〕4号")],
      bad: credit + [(CreditRecord.document, "潞市监〔2026〕3号")],
      with: [
        row(
          CreditRecord.schema, "JW-1/D07",
          credit + [(CreditRecord.number, "JW-1/D07"), (CreditRecord.document, "潞市监〔2026〕3号"), (CreditRecord.origin, "price_violation JW-1")])
      ]),
    Clause(
      "credit-typed-twice", CreditRecord.schema, "XY-2",
      good: credit + [(CreditRecord.decidedOn, .on("2026-11-24")), (CreditRecord.origin, "第二次多收费")],
      bad: credit + [(CreditRecord.decidedOn, .on("2026-11-24")), (CreditRecord.document, "潞市监〔2026〕4号")],
      with: [
        row(
          CreditRecord.schema, "XY-1",
          credit + [(CreditRecord.number, "XY-1"), (CreditRecord.decidedOn, .on("2026-11-24")), (CreditRecord.document, "潞市监〔2026〕3号")])
      ]),
    Clause(
      "credit-origin-missing", CreditRecord.schema, "XY-3",
      good: [(CreditRecord.item, "D05"), (CreditRecord.origin, "六月现场检查")] + credit.filter { $0.0 != CreditRecord.item && $0.0 != CreditRecord.variant },
      bad: [(CreditRecord.item, "D05")] + credit.filter { $0.0 != CreditRecord.item && $0.0 != CreditRecord.variant }),
    Clause(
      "measure-without-advice", SupervisionMeasure.schema, good: [(SupervisionMeasure.kind, "interview"), (SupervisionMeasure.advice, "none")],
      bad: [(SupervisionMeasure.kind, "interview")]),
  ]

  static let exits: [Clause] = [
    Clause(
      "refusal-without-reminder", RectificationOrder.schema, before: order,
      good: [(RectificationOrder.remindedOn, .on("2026-11-12")), (RectificationOrder.refusedOn, .on("2026-11-24"))],
      bad: [(RectificationOrder.refusedOn, .on("2026-11-24"))]),
    Clause(
      "refusal-before-deadline", RectificationOrder.schema, before: order, good: [(RectificationOrder.refusedOn, .on("2026-11-11"))],
      bad: [(RectificationOrder.refusedOn, .on("2026-11-10"))]),
    Clause(
      "refused-and-rectified", RectificationOrder.schema, good: [(RectificationOrder.refusedOn, .on("2026-11-24"))],
      bad: [(RectificationOrder.refusedOn, .on("2026-11-24"))],
      withGood: [row(RectificationOrder.schema, "N-1", order)],
      withBad: [row(RectificationOrder.schema, "N-1", order + [(RectificationOrder.rectifiedOn, .on("2026-11-20"))])]),
    Clause(
      "order-edited", RectificationOrder.schema, before: order, good: [(RectificationOrder.rectifiedOn, .on("2026-11-24"))],
      bad: [(RectificationOrder.deadline, .on("2026-12-10"))]),
    Clause(
      "exit-started-alone", ExitCase.schema, before: [(ExitCase.status, "proposed"), (ExitCase.departmentOn, .on("2026-11-20"))],
      good: [(ExitCase.status, "started"), (ExitCase.streetOn, .on("2026-11-23"))], bad: [(ExitCase.status, "started")]),
    Clause(
      "exit-from-unverified", ExitCase.schema, before: [(ExitCase.ground, "complaints")],
      good: [(ExitCase.startedOn, .on("2026-11-24")), (ExitCase.complainants, .number(21))],
      bad: [(ExitCase.startedOn, .on("2026-11-24")), (ExitCase.complainants, .number(20))]),
    Clause(
      "exited-without-ground", ExitCase.schema, before: [(ExitCase.number, "N-1"), (ExitCase.status, "handing over")],
      good: [(ExitCase.status, "exited")], bad: [(ExitCase.status, "exited")],
      withGood: [row(ExitStep.schema, "N-1/1", [(ExitStep.exitCase, "N-1"), (ExitStep.step, "owners' decision")])],
      withBad: [row(ExitStep.schema, "N-1/1", [(ExitStep.exitCase, "N-1"), (ExitStep.step, "guidance to sue")])]),
    Clause(
      "exited-while-serving", ExitCase.schema,
      before: [(ExitCase.number, "N-1"), (ExitCase.enterprise, .text(firm)), (ExitCase.county, "140403"), (ExitCase.status, "handing over")],
      good: [(ExitCase.status, "exited"), (ExitCase.endedOn, .on("2026-11-24"))],
      bad: [(ExitCase.status, "exited"), (ExitCase.endedOn, .on("2026-11-24"))],
      with: [
        estate,
        row(
          ExitStep.schema, "N-1/1", [(ExitStep.exitCase, "N-1"), (ExitStep.project, "P-1"), (ExitStep.step, "mutual termination")]),
      ], withGood: [contract("C-1", from: "2024-01-01", until: "2026-11-24")], withBad: [contract("C-1", from: "2024-01-01")]),
    Clause(
      "guidance-incomplete", Guidance.schema, good: [(Guidance.refuses, .yes), (Guidance.breach, .yes), (Guidance.strongReaction, .yes)],
      bad: [(Guidance.refuses, .yes), (Guidance.breach, .yes), (Guidance.strongReaction, .no)]),
  ]

  static let attendance: [(Field, CaseValue)] = [
    (MeetingAttendance.community, "140403001001"), (MeetingAttendance.manager, "M-1"), (MeetingAttendance.meetingOn, .on("2026-11-20")),
    (MeetingAttendance.attended, .no),
  ]

  static let votes: [Clause] = [
    // Two thirds took part; more than half of them by area and by head must agree.
    Clause(
      "vote-not-carried", OwnerVote.schema, good: vote(yesArea: 1_000_001, yesOwners: 101), bad: vote(yesArea: 1_000_001, yesOwners: 100),
      with: [estate]),
    Clause(
      "vote-totals", OwnerVote.schema, good: vote(yesArea: 2_000_000, yesOwners: 200), bad: vote(yesArea: 2_000_001, yesOwners: 200), with: [estate]),
    Clause(
      "vote-edited", OwnerVote.schema, good: vote(yesArea: 2_000_000, yesOwners: 200), bad: [(OwnerVote.yesOwners, .number(199))],
      withBad: [row(OwnerVote.schema, "N-1", vote(yesArea: 2_000_000, yesOwners: 200))]),
    Clause(
      "committee-twice", Committee.schema, good: [(Committee.project, "P-1"), (Committee.electedOn, .on("2026-11-01"))],
      bad: [(Committee.project, "P-1"), (Committee.electedOn, .on("2026-11-01"))],
      withGood: [row(Committee.schema, "K-9", [(Committee.project, "P-1"), (Committee.endedOn, .on("2026-10-31"))])],
      withBad: [row(Committee.schema, "K-9", [(Committee.project, "P-1"), (Committee.expiresOn, .on("2026-11-01"))])]),
    Clause(
      "attendance-twice", MeetingAttendance.schema, "Q-2", good: attendance, bad: attendance,
      withGood: [row(MeetingAttendance.schema, "Q-1", attendance.map { $0.0 == MeetingAttendance.meetingOn ? ($0.0, .on("2026-10-20")) : $0 })],
      withBad: [row(MeetingAttendance.schema, "Q-1", attendance)]),
    Clause(
      "mode-without-contract", Project.schema, "P-1", before: [(Project.code, "P-1"), (Project.serviceMode, "none")],
      good: [(Project.serviceMode, "professional")], bad: [(Project.serviceMode, "professional")],
      withGood: [contract("C-1", from: "2026-11-24")], withBad: [contract("C-1", from: "2026-11-25")]),
    Clause(
      "contract-without-mode", Project.schema, "P-1", before: [(Project.code, "P-1"), (Project.serviceMode, "professional")],
      good: [(Project.serviceMode, "none")], bad: [(Project.serviceMode, "none")],
      withGood: [contract("C-1", from: "2024-01-01", until: "2026-11-23")], withBad: [contract("C-1", from: "2024-01-01", until: "2026-11-24")]),
  ]

  static let enforcement: [Clause] = [
    Clause(
      "enforcement-not-joint", JointEnforcement.schema, good: [(JointEnforcement.departments, "住建、城管")],
      bad: [(JointEnforcement.departments, "住建、住建")]),
    Clause(
      "enforcement-in-future", JointEnforcement.schema, good: [(JointEnforcement.enforcedOn, .on("2026-11-24"))],
      bad: [(JointEnforcement.enforcedOn, .on("2026-11-25"))]),
    Clause(
      "referral-without-feedback", Referral.schema, good: [(Referral.feedbackOn, .on("2026-11-24")), (Referral.feedback, "已立案")],
      bad: [(Referral.feedbackOn, .on("2026-11-24"))]),
    Clause(
      "restriction-without-notice", Restriction.schema,
      good: [(Restriction.decidedOn, .on("2026-11-24")), (Restriction.noticedOn, .on("2026-11-09"))], bad: [(Restriction.decidedOn, .on("2026-11-24"))]),
    Clause(
      "restriction-without-document", Restriction.schema, good: [(Restriction.document, "潞〔2026〕1号")], bad: [(Restriction.facts, "擅自经营")]),
    Clause(
      "report-without-dissuasion", FireReport.schema, good: [(FireReport.reportedOn, .on("2026-11-24")), (FireReport.dissuadedOn, .on("2026-11-24"))],
      bad: [(FireReport.reportedOn, .on("2026-11-24"))]),
    Clause(
      "survey-totals", ChargingSurvey.schema, good: [(ChargingSurvey.project, "P-1"), (ChargingSurvey.ebikes, .number(3000))],
      bad: [(ChargingSurvey.project, "P-1"), (ChargingSurvey.ebikes, .number(3001))], with: [estate]),
  ]

  static let counted: [(Field, CaseValue)] = [(Complaint.number, "T-1"), (Complaint.status, "rework"), (Complaint.finding, "substantiated")]

  static let complaints: [Clause] = [
    Clause(
      "counted-complainant-dropped", Complaint.schema, "T-1 desk", before: counted, good: [(Complaint.status, "basically closed")],
      bad: [(Complaint.status, "withdrawn")]),
    Clause(
      "counted-complainant-dropped", Complaint.schema, "T-1 desk", before: counted, good: [(Complaint.finding, "partly")],
      bad: [(Complaint.finding, "unsubstantiated")]),
    Clause(
      "duplicate-finding", Complaint.schema, "T-1 desk", before: [(Complaint.number, "T-1")], good: [(Complaint.finding, "substantiated")],
      bad: [(Complaint.finding, "substantiated")],
      withGood: [
        row(
          Complaint.schema, "T-2 desk",
          [(Complaint.status, "duplicate"), (Complaint.duplicateOf, "T-1 desk"), (Complaint.finding, "substantiated")])
      ], withBad: [row(Complaint.schema, "T-2 desk", [(Complaint.status, "duplicate"), (Complaint.duplicateOf, "T-1 desk")])]),
    Clause(
      "timestamp-edited", Complaint.schema, "T-1 desk", before: complaint, good: [(Complaint.revisitedAt, .at("2026-11-24 09:00"))],
      bad: [(Complaint.basicallyClosedAt, .at("2026-11-20 10:00"))]),
    Clause(
      "closed-without-disposition", Complaint.schema, "T-1 desk", before: [(Complaint.number, "T-1"), (Complaint.status, "open")],
      good: [(Complaint.status, "basically closed")], bad: [(Complaint.status, "basically closed")],
      withGood: [row(Disposition.schema, "T-1 desk/disposition-1", [(Disposition.complaint, "T-1 desk"), (Disposition.result, "已修复")])]),
    Clause(
      "closed-without-revisit", Complaint.schema, "T-1 desk", before: complaint, good: [(Complaint.status, "closed")], bad: [(Complaint.status, "closed")],
      withGood: [revisit(.yes)], withBad: [revisit(.no)]),
    Clause(
      "closed-undated", Complaint.schema, "T-1 desk", before: complaint + [(Complaint.basicallyClosedAt, .at("2026-11-22 09:00"))],
      good: [(Complaint.status, "closed"), (Complaint.closedAt, .at("2026-11-23 09:00"))],
      bad: [(Complaint.status, "closed"), (Complaint.closedAt, .at("2026-11-21 09:00"))]),
    Clause(
      "revisit-by-handler", Revisit.schema, good: [(Revisit.complaint, "T-1 desk"), (Revisit.by, "community")],
      bad: [(Revisit.complaint, "T-1 desk"), (Revisit.by, "street")],
      with: [
        row(
          ComplaintAssignment.schema, "T-1 desk/assign-1", [(ComplaintAssignment.complaint, "T-1 desk"), (ComplaintAssignment.person, "street")])
      ]),
    Clause(
      "revisit-edited", Revisit.schema, "R-1", good: [(Revisit.falseClosure, .no)], bad: [(Revisit.satisfied, .yes)],
      withBad: [row(Revisit.schema, "R-1", [(Revisit.satisfied, .no)])]),
    Clause(
      "rework-count", Complaint.schema, "T-1 desk", before: complaint, good: [(Complaint.status, "rework"), (Complaint.reworks, .number(1))],
      bad: [(Complaint.reworks, .number(1))]),
  ]

  static let funds: [Clause] = [
    Clause("balance-negative", FundAccount.schema, good: [(FundAccount.balance, .number(0))], bad: [(FundAccount.balance, .number(-1))]),
    Clause(
      "allocation-of-approved", FundAllocation.schema, "FT-3",
      good: [(FundAllocation.request, "WX-1"), (FundAllocation.account, "ZH-3"), (FundAllocation.share, .number(4_000_000))],
      bad: [(FundAllocation.request, "WX-1"), (FundAllocation.account, "ZH-3"), (FundAllocation.share, .number(4_000_001))],
      with: [
        row(FundRequest.schema, "WX-1", [(FundRequest.number, "WX-1"), (FundRequest.project, "P-1"), (FundRequest.approved, .number(10_000_000))]),
        row(FundAccount.schema, "ZH-3", [(FundAccount.code, "ZH-3"), (FundAccount.project, "P-1")]),
        row(FundAllocation.schema, "FT-1", [(FundAllocation.number, "FT-1"), (FundAllocation.request, "WX-1"), (FundAllocation.account, "ZH-1"), (FundAllocation.share, .number(2_500_000))]),
        row(FundAllocation.schema, "FT-2", [(FundAllocation.number, "FT-2"), (FundAllocation.request, "WX-1"), (FundAllocation.account, "ZH-2"), (FundAllocation.share, .number(3_500_000))]),
      ]),
    Clause(
      "investigation-edited", FundInvestigation.schema, good: [(FundInvestigation.decidedOn, .on("2026-11-24"))],
      bad: [(FundInvestigation.finding, "unsubstantiated")],
      withBad: [row(FundInvestigation.schema, "N-1", [(FundInvestigation.decidedOn, .on("2026-11-01"))])]),
  ]
}
