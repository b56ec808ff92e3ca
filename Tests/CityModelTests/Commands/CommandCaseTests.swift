import CityModel
import Columns
import Testing

/// Cases that read from top to bottom: who did what, and what came of it.
@Suite("Commands of the second flow, case by case") struct CommandCaseTests {
  static let firm = "91140403YYYY00020N"
  let rulebook: Rulebook
  let rows: HandfulOfRows

  init() throws {
    rulebook = try Fixture.rulebook()
    let firm = CaseRow(Enterprise.schema, key: Self.firm, [(Enterprise.uscc, .text(Self.firm)), (Enterprise.name, "潞州物业")])
    let division = CaseRow(Division.schema, key: "140403", [(Division.codeField, "140403"), (Division.levelField, "county")])
    rows = HandfulOfRows([InvariantFixtures.estate, firm, division])
  }

  /// `done`, or the code of the refusal.
  private func act(
    _ name: String, _ subject: String, by officer: String, at moment: String, _ arguments: [String: String] = [:], document: String? = nil,
    basis: String? = nil, papers: [String] = ["照片"], position: Int? = nil
  ) throws -> String {
    let command = CityCommand(
      name, on: subject, arguments, officer: officer, expectedPosition: position, document: document, basis: basis, attachments: papers,
      at: Moment(moment)!)
    do {
      rows.keep(try CommandDecision.decide(command, reader: rows, rulebook: rulebook))
      return "done"
    } catch let refusal as Refusal {
      #expect(!refusal.sentence.zh.isEmpty && !refusal.sentence.en.isEmpty)
      return refusal.code
    }
  }

  private func value(_ table: TableSchema, _ key: String, _ field: Field) -> CaseValue? {
    rows.rows.first { $0.table.name == table.name && $0.key == key }?[field]
  }

  @Test("who may act: level, place, time in office, known officer, expected position") func officers() throws {
    let asked = ["project": "P-1", "category": "供暖", "channel": "来电"]
    #expect(try act("receive", "T-1", by: "nobody", at: "2026-11-24 09:00", asked) == "officer-unknown")
    #expect(try act("receive", "T-1", by: "gone", at: "2026-11-24 09:00", asked) == "officer-not-in-office")
    #expect(try act("receive", "T-1", by: "community", at: "2026-11-24 09:00", asked) == "officer-level")
    #expect(try act("receive", "T-1", by: "elsewhere", at: "2026-11-24 09:00", asked) == "officer-division")
    #expect(try act("receive", "T-1", by: "clerk", at: "2026-11-24 09:00", ["project": "P-1"]) == "argument-missing")
    #expect(try act("receive", "T-1", by: "clerk", at: "2026-11-24 09:00", ["project": "P-7", "category": "供暖"]) == "unknown-project")
    #expect(try act("receive", "T-1", by: "clerk", at: "2026-11-24 09:00", ["project": "P-1", "category": "冷"]) == "argument-wrong")
    #expect(try act("receive", "T-1", by: "clerk", at: "2026-11-24 09:00", asked) == "done")
    #expect(try act("receive", "T-1", by: "clerk", at: "2026-11-24 09:00", asked) == "case-exists")
    #expect(try act("assign", "T-1", by: "clerk", at: "2026-11-24 08:59", ["person": "street"]) == "time-runs-backwards")
    #expect(try act("assign", "T-1", by: "clerk", at: "2026-11-24 09:10", ["person": "street"], position: 0) == "case-position-stale")
    #expect(try act("assign", "T-1", by: "clerk", at: "2026-11-24 09:10", ["person": "street", "colour": "red"]) == "argument-unknown")
    #expect(try act("assign", "T-1", by: "clerk", at: "2026-11-24 09:10", ["person": "street"], position: 1) == "done")
    #expect(try act("assign", "T-1", by: "clerk", at: "2026-11-24 09:11", ["person": "李丁"]) == "responsible-not-in-office", "a name is no number")
    #expect(try act("assign", "T-1", by: "clerk", at: "2026-11-24 09:11", ["person": "gone"]) == "responsible-not-in-office")
    #expect(try act("assign", "T-1", by: "clerk", at: "2026-11-24 09:11", ["person": "community"]) == "done")
    #expect(try act("juggle", "T-1", by: "clerk", at: "2026-11-24 09:10") == "command-unknown")
  }

  @Test("a complaint that is dealt with twice keeps the clocks of the first time") func rework() throws {
    #expect(try act("受理投诉", "T-1", by: "clerk", at: "2026-11-24 09:00", ["项目": "P-1", "类别": "供暖", "渠道": "来电"]) == "done")
    #expect(try act("责任到人", "T-1", by: "clerk", at: "2026-11-24 09:10", ["人员编号": "street"]) == "done")
    let closing = ["disposition": "已解决", "result": "已修复", "informed_at": "2026-11-24 11:00", "finding": "属实"]
    #expect(try act("basically close", "T-1", by: "street", at: "2026-11-24 10:59", closing) == "date-in-future")
    #expect(try act("basically close", "T-1", by: "street", at: "2026-11-24 11:05", closing, papers: []) == "evidence-missing")
    #expect(try act("basically close", "T-1", by: "street", at: "2026-11-24 11:05", closing) == "done")
    #expect(try act("rework", "T-1", by: "clerk", at: "2026-11-24 12:00") == "rework-without-ground")
    #expect(try act("revisit", "T-1", by: "street", at: "2026-11-25 09:00", ["satisfied": "是"]) == "same-person")
    #expect(try act("revisit", "T-1", by: "city", at: "2026-11-25 09:00", ["satisfied": "否", "false_closure": "是"]) == "done")
    #expect(try act("close", "T-1", by: "clerk", at: "2026-11-25 10:00") == "closed-without-revisit")
    #expect(try act("rework", "T-1", by: "clerk", at: "2026-11-25 10:00") == "done")
    #expect(try act("basically close", "T-1", by: "clerk", at: "2026-11-26 10:00", closing) == "done")
    #expect(try act("close", "T-1", by: "clerk", at: "2026-11-26 11:00") == "closed-without-revisit", "the revisit was before the rework")
    #expect(try act("revisit", "T-1", by: "community", at: "2026-11-26 12:00", ["satisfied": "是"]) == "done")
    #expect(try act("close", "T-1", by: "clerk", at: "2026-11-26 13:00") == "done")
    #expect(value(Complaint.schema, "T-1 desk", Complaint.basicallyClosedAt) == .at("2026-11-24 11:05"))
    #expect(value(Rework.schema, "T-1 desk/rework-1", Rework.basicallyClosedAt) == .at("2026-11-26 10:00"))
    #expect(value(Complaint.schema, "T-1 desk", Complaint.reworks) == .number(1))
  }

  @Test("a plan closes basically only with a day to come") func plan() throws {
    #expect(try act("receive", "T-1", by: "clerk", at: "2026-11-24 09:00", ["project": "P-1", "category": "供暖", "channel": "来电"]) == "done")
    #expect(try act("assign", "T-1", by: "clerk", at: "2026-11-24 09:10", ["person": "street"]) == "done")
    var closing = ["disposition": "限期解决", "result": "更换管道", "informed_at": "2026-11-24 11:00", "finding": "属实"]
    #expect(try act("basically close", "T-1", by: "street", at: "2026-11-24 11:05", closing) == "plan-undated")
    closing["planned_until"] = "2026-11-24"
    #expect(try act("basically close", "T-1", by: "street", at: "2026-11-24 11:05", closing) == "plan-undated")
    closing["planned_until"] = "2026-12-10"
    let done = ["result": "已更换", "informed_at": "2026-12-09 10:00"]
    #expect(try act("carry out plan", "T-1", by: "street", at: "2026-11-24 11:04", done) == "case-state")
    #expect(try act("basically close", "T-1", by: "street", at: "2026-11-24 11:05", closing) == "done")
    #expect(try act("carry out plan", "T-1", by: "street", at: "2026-12-08 10:00", done) == "date-in-future")
    #expect(try act("carry out plan", "T-1", by: "street", at: "2026-12-09 10:05", done, papers: []) == "evidence-missing")
    #expect(try act("carry out plan", "T-1", by: "clerk", at: "2026-12-09 10:05", done) == "done")
    #expect(value(Disposition.schema, "T-1 desk/disposition-2", Disposition.kind) == "fixed")
    #expect(value(Complaint.schema, "T-1 desk", Complaint.basicallyClosedAt) == .at("2026-11-24 11:05"), "the first clock stays")
    #expect(try act("carry out plan", "T-1", by: "street", at: "2026-12-10 10:00", done) == "no-plan")
    #expect(try act("revisit", "T-1", by: "clerk", at: "2026-12-11 09:00", ["satisfied": "是"]) == "same-person", "who carried it out does not revisit")
  }

  @Test("a black listing from the proposal to the repair, and what a draft cannot carry") func listing() throws {
    let proposal = ["enterprise": Self.firm, "county": "140403", "list": "黑榜", "reason": "两次拒不整改"]
    #expect(try act("propose listing", "L-1", by: "clerk", at: "2026-03-02 09:00", proposal, papers: []) == "evidence-missing")
    #expect(try act("propose listing", "L-1", by: "clerk", at: "2026-03-02 09:00", proposal) == "done")
    #expect(try act("decide listing", "L-1", by: "chief", at: "2026-03-03 09:00", ["listed": "是"], document: "〔1〕") == "case-state")
    #expect(try act("give notice", "L-1", by: "clerk", at: "2026-03-03 09:00", document: "告〔2026〕1号") == "done")
    let basis = "潞州住建〔2026〕12号"
    let listed = ["listed": "是"]
    #expect(try act("decide listing", "L-1", by: "chief", at: "2026-03-10 23:00", listed, document: "潞〔2026〕1号", basis: basis) == "listing-before-defence")
    #expect(try act("decide listing", "L-1", by: "clerk", at: "2026-03-11 09:00", listed, document: "潞〔2026〕1号", basis: basis) == "same-person")
    #expect(try act("decide listing", "L-1", by: "chief", at: "2026-03-11 09:00", listed, basis: basis) == "document-missing")
    #expect(try act("decide listing", "L-1", by: "chief", at: "2026-03-11 09:00", listed, document: "潞〔2026〕1号") == "draft-binds-nobody")
    #expect(try act("decide listing", "L-1", by: "chief", at: "2026-03-11 09:00", listed, document: "潞〔2026〕1号", basis: "领导意见") == "basis-unclear")
    #expect(
      try act("decide listing", "L-1", by: "chief", at: "2026-03-11 09:00", listed, document: "潞〔2026〕1号", basis: "《实施意见（征求意见稿）》") == "draft-binds-nobody")
    #expect(try act("decide listing", "L-1", by: "chief", at: "2026-03-11 09:00", listed, document: "潞〔2026〕1号", basis: basis) == "done")
    #expect(value(ListEntry.schema, "L-1", ListEntry.minimumUntil) == .on("2026-06-11"))
    #expect(try act("publish listing", "L-1", by: "clerk", at: "2026-03-12 09:00") == "done")
    #expect(try act("object to listing", "L-1", by: "clerk", at: "2026-03-27 09:00", ["because": "已整改"]) == "objection-late")
    #expect(try act("apply for repair", "L-1", by: "clerk", at: "2026-06-11 09:00", ["promise": "承诺"]) == "minimum-period")
    #expect(try act("apply for repair", "L-1", by: "clerk", at: "2026-06-12 09:00", ["promise": "承诺"]) == "done")
    #expect(try act("decide repair", "L-1", by: "chief", at: "2026-06-15 09:00", ["granted": "是"], document: "修〔2026〕1号") == "done")
    #expect(value(ListEntry.schema, "L-1", ListEntry.removedOn) == .on("2026-06-15"), "removed on the same day")
    #expect(value(Listing.schema, "L-1", Listing.status) == "removed")
  }

  @Test("once the city has recorded the adoption, decisions rest on it, from its day and not before") func adoption() throws {
    let proposal = ["enterprise": Self.firm, "county": "140403", "list": "黑榜", "reason": "两次拒不整改"]
    let adoption = ["title": "实施意见", "adopted_on": "2026-03-20"]
    #expect(try act("propose listing", "L-1", by: "clerk", at: "2026-03-02 09:00", proposal) == "done")
    #expect(try act("give notice", "L-1", by: "clerk", at: "2026-03-03 09:00", document: "告〔2026〕1号") == "done")
    #expect(try act("adopt policy", "意见", by: "chief", at: "2026-03-20 08:00", adoption, document: "长政发〔2026〕8号") == "officer-level")
    #expect(try act("adopt policy", "意见", by: "city", at: "2026-03-20 08:00", adoption) == "document-missing")
    #expect(try act("adopt policy", "意见", by: "city", at: "2026-03-19 08:00", adoption, document: "长政发〔2026〕8号") == "date-in-future")
    #expect(try act("adopt policy", "意见", by: "city", at: "2026-03-20 08:00", adoption, document: "长政发〔2026〕8号") == "done")
    #expect(try act("decide listing", "L-1", by: "chief", at: "2026-03-19 09:00", ["listed": "是"], document: "潞〔2026〕1号") == "draft-binds-nobody")
    #expect(try act("decide listing", "L-1", by: "chief", at: "2026-03-20 09:00", ["listed": "是"], document: "潞〔2026〕1号") == "done")
  }

  @Test("an exit: 20 complainants are not enough, 21 with a refusal are; street and county start it together; owners decide") func exit() throws {
    func complaint(_ number: Int) -> CaseRow {
      CaseRow(
        Complaint.schema, key: "K-\(number) 12345",
        [
          (Complaint.number, .text("K-\(number)")), (Complaint.source, "12345"), (Complaint.project, "P-1"), (Complaint.enterprise, .text(Self.firm)),
          (Complaint.complainant, .number(Int64(1000 + number))), (Complaint.acceptedAt, .at("2026-05-04 09:00")), (Complaint.status, "closed"),
          (Complaint.finding, "substantiated"), (Complaint.category, "heating"),
        ])
    }
    rows.rows += (1...20).map(complaint)
    let basis = "潞州住建〔2026〕12号"
    let order = ["enterprise": Self.firm, "county": "140403", "deadline": "2026-10-20"]
    #expect(try act("order rectification", "Z-1", by: "clerk", at: "2026-10-09 09:00", order, document: "责〔2026〕1号") == "done")
    #expect(try act("remind", "Z-1", by: "clerk", at: "2026-10-20 09:00", document: "催〔2026〕1号") == "deadline-runs")
    #expect(try act("determine refusal", "Z-1", by: "chief", at: "2026-10-21 09:00", document: "认〔2026〕1号", basis: basis) == "refusal-without-reminder")
    #expect(try act("remind", "Z-1", by: "clerk", at: "2026-10-21 09:00", document: "催〔2026〕1号") == "done")
    #expect(try act("determine refusal", "Z-1", by: "clerk", at: "2026-10-26 09:00", document: "认〔2026〕1号", basis: basis) == "same-person")
    #expect(try act("determine refusal", "Z-1", by: "chief", at: "2026-10-26 09:00", document: "认〔2026〕1号", basis: basis) == "done")

    let exit = ["enterprise": Self.firm, "county": "140403", "exit_ground": "投诉触发"]
    #expect(try act("propose exit", "E-1", by: "clerk", at: "2026-11-02 09:00", exit) == "done")
    #expect(try act("start exit", "E-1", by: "chief", at: "2026-11-03 09:00", document: "启〔2026〕1号", basis: basis) == "exit-not-triggered")
    rows.rows.append(complaint(21))
    #expect(try act("start exit", "E-1", by: "chief", at: "2026-11-03 09:00", document: "启〔2026〕1号", basis: basis) == "exit-started-alone")
    #expect(try act("confirm exit", "E-1", by: "clerk", at: "2026-11-03 10:00") == "same-person")
    #expect(try act("confirm exit", "E-1", by: "chief", at: "2026-11-03 10:00") == "already-done", "the county has confirmed; the street has not")
    #expect(try act("confirm exit", "E-1", by: "street", at: "2026-11-03 10:00") == "done")
    #expect(try act("start exit", "E-1", by: "chief", at: "2026-11-03 11:00", document: "启〔2026〕1号", basis: basis) == "done")
    #expect(value(ExitCase.schema, "E-1", ExitCase.complainants) == .number(21))
    #expect(try act("record exited", "E-1", by: "chief", at: "2026-11-04 09:00") == "exited-without-ground")
    rows.rows.append(InvariantFixtures.contract("C-1", from: "2024-01-01"))
    rows.rows.append(CaseRow(OwnerVote.schema, key: "V-1", [(OwnerVote.number, "V-1")] + InvariantFixtures.vote(yesArea: 1_000_001, yesOwners: 100)))
    rows.rows.append(CaseRow(OwnerVote.schema, key: "V-2", [(OwnerVote.number, "V-2")] + InvariantFixtures.vote(yesArea: 1_000_001, yesOwners: 101)))
    #expect(try act("record owners decision", "E-1", by: "street", at: "2026-11-10 09:00", ["owner_vote": "V-1"]) == "vote-not-carried")
    #expect(try act("record owners decision", "E-1", by: "street", at: "2026-11-10 09:00", ["owner_vote": "V-2"]) == "done")
    #expect(try act("record exited", "E-1", by: "chief", at: "2026-12-30 09:00") == "done")
  }

  @Test("a restricted enterprise finds no place in a tender, and its new contract is not filed") func restriction() throws {
    rows.rows += [InvariantFixtures.filing, InvariantFixtures.contract("C-1", from: "2026-11-20")]
    let basis = "《行政处罚法》"
    #expect(try act("restrict", "X-1", by: "chief", at: "2026-11-02 09:00", [:], document: "限〔2026〕1号", basis: basis) == "argument-missing")
    #expect(
      try act("restrict", "X-1", by: "chief", at: "2026-11-02 09:00", ["restriction_notice": "G-1"], document: "限〔2026〕1号", basis: basis)
        == "unknown-restriction-notice")
    let facts = ["enterprise": Self.firm, "county": "140403", "facts": "擅自经营"]
    #expect(try act("give restriction notice", "G-1", by: "clerk", at: "2026-11-02 09:00", facts) == "document-missing")
    #expect(try act("give restriction notice", "G-1", by: "clerk", at: "2026-11-02 09:00", facts, document: "限告〔2026〕1号") == "done")
    #expect(value(RestrictionNotice.schema, "G-1", RestrictionNotice.defenceUntil) == .on("2026-11-09"))
    #expect(try act("record restriction defence", "G-1", by: "clerk", at: "2026-11-05 09:00", ["defence": "已改正"]) == "done")
    let noticed = ["restriction_notice": "G-1"]
    #expect(try act("restrict", "X-1", by: "chief", at: "2026-11-09 09:00", noticed, document: "限〔2026〕1号", basis: basis) == "restriction-without-notice")
    #expect(try act("restrict", "X-1", by: "chief", at: "2026-11-10 09:00", noticed, document: "限〔2026〕1号", basis: basis) == "done")
    #expect(value(Restriction.schema, "X-1", Restriction.facts) == "擅自经营", "as the notice said")
    #expect(try act("restrict", "X-2", by: "chief", at: "2026-11-10 10:00", noticed, document: "限〔2026〕2号", basis: basis) == "already-done")
    #expect(try act("file contract", "C-1", by: "clerk", at: "2026-11-24 09:00") == "contract-restricted")
    #expect(try act("open tender", "B-1", by: "clerk", at: "2026-11-24 09:00", ["project": "P-1", "tenderer_kind": "建设单位"]) == "done")
    #expect(try act("admit bidder", "D-1", by: "clerk", at: "2026-11-24 10:00", ["tender": "B-1", "enterprise": Self.firm]) == "bidder-not-eligible")
    #expect(try act("lift restriction", "X-1", by: "chief", at: "2026-11-24 11:00", document: "解〔2026〕1号") == "done")
    #expect(try act("admit bidder", "D-1", by: "clerk", at: "2026-11-24 12:00", ["tender": "B-1", "enterprise": Self.firm]) == "done")
    #expect(value(Bid.schema, "D-1", Bid.wasFiled) == .yes)
    #expect(try act("evaluate bids", "B-1", by: "clerk", at: "2026-11-25 08:00") == "bids-not-opened")
    #expect(try act("open bids", "B-1", by: "clerk", at: "2026-11-25 08:00") == "done")
    #expect(try act("evaluate bids", "B-1", by: "clerk", at: "2026-11-25 08:30") == "done")
    var award = ["winner": Self.firm]
    #expect(try act("award", "B-1", by: "clerk", at: "2026-11-25 09:00", award, document: "中〔2026〕1号") == "fewer-than-three", "of one bidder")
    award["negotiation_approval"] = "潞州住建〔2026〕30号"
    #expect(try act("award", "B-1", by: "clerk", at: "2026-11-25 09:00", award, document: "中〔2026〕1号") == "done")
    #expect(try act("sign tender contract", "B-1", by: "clerk", at: "2026-11-26 09:00", ["contract": "C-1"]) == "done")
    #expect(value(Tender.schema, "B-1", Tender.contract) == "C-1" && value(Tender.schema, "B-1", Tender.evaluatedOn) == .on("2026-11-25"))
  }

  @Test("who awards hears of few bidders and of experts that nobody drew; a contract of another enterprise is not the award's") func awards() throws {
    rows.rows += [
      InvariantFixtures.filing, CaseRow(ListEntry.schema, key: "E-1", [(ListEntry.enterprise, .text(Self.firm)), (ListEntry.list, "red"), (ListEntry.decidedOn, .on("2026-10-01"))]),
      CaseRow(Contract.schema, key: "C-9", [(Contract.number, "C-9"), (Contract.project, "P-1"), (Contract.enterprise, "91140404YYYY000392")]),
    ]
    func warnings(_ tender: String, drawn: CaseValue?) throws -> [String] {
      #expect(try act("open tender", tender, by: "clerk", at: "2026-11-24 09:00", ["project": "P-1", "tenderer_kind": "国有企业", "declared_on": "2026-11-20"]) == "done")
      #expect(try act("admit bidder", "D-\(tender)", by: "clerk", at: "2026-11-24 10:00", ["tender": tender, "enterprise": Self.firm]) == "done")
      if let drawn { rows.rows.append(CaseRow(ExpertDrawing.schema, key: "Q-\(tender)", [(ExpertDrawing.tender, .text(tender)), (ExpertDrawing.recused, drawn)])) }
      let command = CityCommand("award", on: tender, ["winner": Self.firm], officer: "clerk", document: "中〔2026〕1号", at: Moment("2026-11-25 09:00")!)
      let result = try CommandDecision.decide(command, reader: rows, rulebook: rulebook)
      rows.keep(result)
      return result.warnings.map(\.zh)
    }
    let few = "只有 1 个投标人，宜重新招标", none = "没有抽取评标专家的记录"
    #expect(try warnings("B-1", drawn: nil) == [few, none])
    #expect(try warnings("B-2", drawn: .yes) == [few, none], "who stands aside judges nothing")
    #expect(try warnings("B-3", drawn: .no) == [few])
    #expect(try act("sign tender contract", "B-1", by: "clerk", at: "2026-11-26 09:00", ["contract": "C-9"]) == "contract-not-of-award")
    #expect(try act("open tender", "B-4", by: "clerk", at: "2026-11-24 09:00", ["project": "P-1", "tenderer_kind": "业主", "declared_on": "2026-11-25"]) == "date-in-future")
  }

  @Test(
    "what enters the credit file: decided items and vetoes with their case; what is computed does not",
    arguments: [
      ("V1", nil, "done"), ("V3", nil, "credit-item-computed"), ("D10", nil, "credit-item-computed"), ("D15", "interview", "done"),
      ("D15", nil, "credit-item-computed"), ("D15", "points", "credit-item-computed"), ("D05", nil, "done"), ("D05", "interview", "credit-item-computed"),
      ("G01", "national", "done"), ("X9", nil, "credit-item-computed"),
      ("county", "2.125", "done"), ("county", nil, "credit-item-computed"), ("county", "-2", "credit-item-computed"), ("county", "0", "credit-item-computed"),
    ] as [(String, String?, String)])
  func credit(_ item: String, _ variant: String?, _ outcome: String) throws {
    var record = ["enterprise": Self.firm, "county": "140403", "item": item]
    if let variant { record["variant"] = variant }
    #expect(try act("record credit", "J-1", by: "chief", at: "2026-11-24 09:00", record, document: "信〔2026〕1号", basis: "《物业管理条例》") == outcome)
  }
}
