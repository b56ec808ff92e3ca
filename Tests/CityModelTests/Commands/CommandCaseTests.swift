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

  @Test("an agency that a county charges later, and a street's service centre, are recorded with the authority that is there") func agency() throws {
    func authority(_ key: String, _ level: String, _ division: String) -> CaseRow {
      CaseRow(
        Authority.schema, key: key,
        [
          (Authority.code, .text(key)), (Authority.level, .text(level)), (Authority.division, .text(division)), (Authority.county, "140403"),
          (Authority.dedicatedAgency, .flag(false)),
        ])
    }
    rows.rows += [authority("GL-C", "county", "140403"), authority("GL-S", "street", "140403001")]
    let named = ["dedicated_agency": "是"], centre = ["service_centre_on": "2026-11-20"]
    #expect(try act("name agency", "GL-S", by: "clerk", at: "2026-11-24 09:00", named) == "authority-level")
    #expect(try act("name agency", "GL-C", by: "street", at: "2026-11-24 09:00", named) == "officer-level")
    #expect(try act("name agency", "GL-C", by: "clerk", at: "2026-11-24 09:00", named, papers: []) == "evidence-missing")
    #expect(try act("name agency", "GL-C", by: "clerk", at: "2026-11-24 09:00", named) == "done")
    #expect(value(Authority.schema, "GL-C", Authority.dedicatedAgency) == .flag(true))
    #expect(try act("name agency", "GL-C", by: "clerk", at: "2026-11-25 09:00", named) == "already-done")
    #expect(try act("name agency", "GL-C", by: "clerk", at: "2026-11-25 09:00", ["dedicated_agency": "否"]) == "done")
    #expect(try act("set up service centre", "GL-C", by: "clerk", at: "2026-11-26 09:00", centre) == "authority-level")
    #expect(try act("set up service centre", "GL-S", by: "street", at: "2026-11-19 09:00", centre) == "date-in-future")
    #expect(try act("set up service centre", "GL-S", by: "street", at: "2026-11-24 09:00", centre) == "done")
    #expect(value(Authority.schema, "GL-S", Authority.serviceCentreOn) == .on("2026-11-20"))
    #expect(try act("set up service centre", "GL-S", by: "clerk", at: "2026-11-25 09:00", centre) == "already-done")
  }

  @Test("an expert who has left the pool is not drawn, and nobody twice for a tender") func experts() throws {
    rows.rows.append(CaseRow(Tender.schema, key: "ZB-1", [(Tender.number, "ZB-1"), (Tender.project, "P-1"), (Tender.tendererKind, "developer")]))
    for name in ["ZJ-1", "ZJ-2"] { #expect(try act("enter expert", name, by: "city", at: "2026-10-09 09:00", ["specialty": "工程"]) == "done") }
    #expect(try act("end expert", "ZJ-2", by: "clerk", at: "2026-11-02 09:00", ["because": "聘期届满"]) == "officer-level")
    #expect(try act("end expert", "ZJ-2", by: "city", at: "2026-11-02 09:00", ["because": "聘期届满"]) == "done")
    #expect(try act("end expert", "ZJ-2", by: "city", at: "2026-11-03 09:00", ["because": "聘期届满"]) == "already-done")
    func draw(_ number: String, _ expert: String) throws -> String {
      try act("draw expert", number, by: "clerk", at: "2026-11-24 09:00", ["tender": "ZB-1", "expert": expert])
    }
    #expect(try draw("CQ-1", "ZJ-2") == "expert-left")
    #expect(try draw("CQ-1", "ZJ-1") == "done")
    #expect(try draw("CQ-2", "ZJ-1") == "already-done")
  }

  @Test("a board is complete with every kind, the present manager and fee, and the ways to complain at every place") func board() throws {
    func item(_ kind: String, _ place: String, updated: String? = nil) -> CaseRow {
      let key = "GS-\(kind)-\(place)"
      return CaseRow(
        DisclosureItem.schema, key: key,
        [
          (DisclosureItem.number, .text(key)), (DisclosureItem.project, "P-1"), (DisclosureItem.kind, .text(kind)), (DisclosureItem.place, .text(place)),
          (DisclosureItem.postedOn, .on("2026-01-05")),
        ] + (updated.map { [(DisclosureItem.updatedOn, .on($0))] } ?? []))
    }
    func inspect(_ number: String, _ complete: String = "是") throws -> String {
      try act("complete inspection", number, by: "clerk", at: "2026-11-24 09:00", ["project": "P-1", "resolved": complete])
    }
    rows.rows += DisclosureItem.kinds.dictionary.filter { $0 != "fee standard" }.map { item($0, "notice board") }
    #expect(try inspect("HY-1") == "disclosure-incomplete")
    rows.rows.append(item("fee standard", "notice board"))
    #expect(try inspect("HY-1") == "disclosure-place-missing")
    rows.rows.append(item("complaint channels", "unit entrance"))
    #expect(try inspect("HY-1") == "done", "no lift, no notice in a lift")
    rows.rows.append(CaseRow(Lift.schema, key: "DT-1", [(Lift.code, "DT-1"), (Lift.project, "P-1")]))
    #expect(try inspect("HY-2") == "disclosure-place-missing")
    rows.rows.append(item("complaint channels", "lift interior"))
    #expect(try inspect("HY-2") == "done")
    rows.rows.append(
      CaseRow(ManagerAssignment.schema, key: "RZ-1", [(ManagerAssignment.number, "RZ-1"), (ManagerAssignment.project, "P-1"), (ManagerAssignment.startsOn, .on("2026-10-25"))]))
    #expect(try inspect("HY-3") == "done", "thirty days to say so")
    let at = try #require(rows.rows.firstIndex { $0.key == "RZ-1" })
    rows.rows[at].values[ManagerAssignment.startsOn.name] = .on("2026-10-24")
    #expect(try inspect("HY-4") == "disclosure-outdated")
    #expect(try inspect("HY-4", "否") == "done")
    #expect(value(Inspection.schema, "HY-4", Inspection.problems) == .number(1))
    rows.rows.append(item("manager and contact", "online", updated: "2026-11-20"))
    #expect(try inspect("HY-5") == "done")
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
    let leaving = ["project": "P-1"], paper = "认〔2026〕9号"
    #expect(try act("record refusal to leave", "E-1", by: "street", at: "2026-12-01 09:00", leaving, document: paper) == "officer-level")
    #expect(try act("record refusal to leave", "E-1", by: "chief", at: "2026-12-01 09:00", leaving) == "document-missing")
    #expect(try act("record refusal to leave", "E-1", by: "chief", at: "2026-12-01 09:00", leaving, document: paper, papers: []) == "evidence-missing")
    #expect(try act("record refusal to leave", "E-1", by: "chief", at: "2026-12-01 09:00", leaving, document: paper) == "done")
    #expect(value(CreditRecord.schema, "E-1/V2/P-1", CreditRecord.origin) == "exit_step E-1/2")
    #expect(try act("record refusal to leave", "E-1", by: "chief", at: "2026-12-02 09:00", leaving, document: "认〔2026〕10号") == "already-done")
    let court = ["project": "P-1", "exit_step": "判决"]
    #expect(try act("record judgment", "E-1", by: "chief", at: "2026-12-03 09:00", court, document: "（2026）晋0403民初9号") == "case-state")
    #expect(try act("guide to sue", "E-1", by: "street", at: "2026-12-03 09:00", leaving) == "done")
    #expect(try act("record judgment", "E-1", by: "chief", at: "2026-12-20 09:00", court) == "document-missing")
    #expect(try act("record judgment", "E-1", by: "chief", at: "2026-12-20 09:00", ["project": "P-1", "exit_step": "移交"], document: "一号") == "judgment-unclear")
    #expect(try act("record judgment", "E-1", by: "chief", at: "2026-12-20 09:00", court, document: "（2026）晋0403民初9号") == "done")
    #expect(value(ExitCase.schema, "E-1", ExitCase.status) == "handing over")
    #expect(try act("record exited", "E-1", by: "chief", at: "2026-12-30 09:00") == "exited-while-serving")
    #expect(try act("end contract", "C-1", by: "clerk", at: "2026-12-30 10:00", ["ended_on": "2026-12-30"]) == "done")
    #expect(try act("record exited", "E-1", by: "chief", at: "2026-12-30 11:00") == "done")
    #expect(try act("report contract", "C-2", by: "clerk", at: "2026-12-31 09:00", ["project": "P-1", "enterprise": Self.firm, "starts_on": "2026-12-31"]) == "done", "the owners may choose it again")
  }

  @Test("who refuses to leave has been dismissed first; a claim that the court dismissed leaves the case where it started; each estate by itself")
  func leaving() throws {
    func step(_ number: Int, _ project: String?, _ kind: String) -> CaseRow {
      CaseRow(
        ExitStep.schema, key: "E-1/\(number)",
        [(ExitStep.number, .text("E-1/\(number)")), (ExitStep.exitCase, "E-1"), (ExitStep.step, .text(kind)), (ExitStep.doneOn, .on("2026-11-01"))]
          + (project.map { [(ExitStep.project, .text($0))] } ?? []))
    }
    let other = CaseRow(Project.schema, key: "P-2", [(Project.code, "P-2"), (Project.county, "140403"), (Project.street, "140403001")])
    rows.rows += [
      other, step(1, "P-1", "mutual termination"),
      CaseRow(
        ExitCase.schema, key: "E-1",
        [
          (ExitCase.number, "E-1"), (ExitCase.enterprise, .text(Self.firm)), (ExitCase.county, "140403"), (ExitCase.status, "handing over"),
          (ExitCase.departmentOn, .on("2026-10-08")), (ExitCase.streetOn, .on("2026-10-08")),
        ]),
    ]
    func refuses(_ project: String, _ document: String) throws -> String {
      try act("record refusal to leave", "E-1", by: "chief", at: "2026-11-24 09:00", ["project": project], document: document)
    }
    #expect(try refuses("P-2", "认〔2026〕1号") == "refusal-before-end")
    #expect(try act("record contract end", "E-1", by: "clerk", at: "2026-11-24 08:00", ["contract": "C-9"]) == "unknown-contract")
    rows.rows.append(step(2, "P-2", "contract end"))
    #expect(try refuses("P-1", "认〔2026〕1号") == "done")
    #expect(try refuses("P-2", "认〔2026〕1号") == "done", "one document, two estates")
    #expect(rows.rows.filter { $0.table.name == CreditRecord.schema.name }.map(\.key).sorted() == ["E-1/V2/P-1", "E-1/V2/P-2"])
    #expect(try act("guide to sue", "E-1", by: "street", at: "2026-11-24 10:00", ["project": "P-1"]) == "done")
    let dismissed = ["project": "P-2", "exit_step": "驳回诉请"]
    #expect(try act("record judgment", "E-1", by: "clerk", at: "2026-11-25 09:00", dismissed, document: "民初1号") == "judgment-without-claim")
    #expect(try act("record judgment", "E-1", by: "clerk", at: "2026-11-25 09:00", dismissed.merging(["project": "P-1"]) { $1 }, document: "民初1号") == "done")
    #expect(value(ExitCase.schema, "E-1", ExitCase.status) == "started")
  }

  @Test("a filing does not end while the enterprise serves in the county, unless an exit runs") func filingEnds() throws {
    rows.rows += [
      CaseRow(Filing.schema, key: "F-1", InvariantFixtures.filing.values.merging(["number": "F-1", "enterprise": .text(Self.firm)]) { $1 }),
      InvariantFixtures.contract("C-1", from: "2024-01-01"),
    ]
    func end(_ at: String) throws -> String { try act("end filing", "F-1", by: "clerk", at: at, ["because": "撤回"]) }
    #expect(try end("2026-11-24 09:00") == "exited-while-serving")
    let exit = ["enterprise": Self.firm, "county": "140403", "exit_ground": "业主反映强烈"]
    #expect(try act("propose exit", "E-1", by: "clerk", at: "2026-11-24 10:00", exit) == "done")
    #expect(try end("2026-11-24 11:00") == "exited-while-serving", "an exit that is only proposed does not run")
    let at = try #require(rows.rows.firstIndex { $0.key == "E-1" })
    rows.rows[at].values["status"] = "started"
    #expect(try end("2026-11-24 12:00") == "done")
  }

  @Test("the outcome of a licence referral is published after it is recorded, once") func licence() throws {
    let facts = ["enterprise": Self.firm, "county": "140403", "facts": "严重违反法律法规"]
    #expect(try act("refer licence", "Z-1", by: "chief", at: "2026-11-02 09:00", facts, document: "移〔2026〕1号", basis: "《市场主体登记管理条例》") == "done")
    #expect(try act("publish licence outcome", "Z-1", by: "clerk", at: "2026-11-20 09:00") == "outcome-missing")
    let outcome = ["licence_outcome": "已吊销", "decided_on": "2026-11-20"]
    #expect(try act("record licence outcome", "Z-1", by: "chief", at: "2026-11-21 09:00", outcome) == "done")
    #expect(try act("publish licence outcome", "Z-1", by: "street", at: "2026-11-24 09:00") == "officer-level")
    #expect(try act("publish licence outcome", "Z-1", by: "clerk", at: "2026-11-24 09:00") == "done")
    #expect(value(LicenceReferral.schema, "Z-1", LicenceReferral.publishedOn) == .on("2026-11-24"))
    #expect(try act("publish licence outcome", "Z-1", by: "clerk", at: "2026-11-25 09:00") == "already-done")
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

  /// Two communities of the street and one of another county; a manager of the estate, which lies in the first.
  private func settle() {
    for (code, street, county) in [("140403001001", "140403001", "140403"), ("140403001002", "140403001", "140403"), ("140404001001", "140404001", "140404")] {
      rows.rows.append(
        CaseRow(Community.schema, key: code, [(Community.code, .text(code)), (Community.street, .text(street)), (Community.county, .text(county))]))
    }
    rows.rows.append(CaseRow(Manager.schema, key: "M-1", [(Manager.code, "M-1"), (Manager.personName, "吴己")]))
    rows.rows.append(
      CaseRow(
        ManagerAssignment.schema, key: "R-1",
        [
          (ManagerAssignment.number, "R-1"), (ManagerAssignment.manager, "M-1"), (ManagerAssignment.project, "P-1"), (ManagerAssignment.startsOn, .on("2026-06-01")),
          (ManagerAssignment.endedOn, .on("2026-10-31")),
        ]))
    guard let at = rows.rows.firstIndex(where: { $0.key == "P-1" }) else { return }
    rows.rows[at].values[Project.community.name] = "140403001001"
  }

  @Test("a filing without a paper is refused and names it; what was missing is handed in later, certificates never decide") func papers() throws {
    let filing = ["enterprise": Self.firm, "county": "140403"]
    for (papers, missing) in [
      (["照片"], "营业执照、人员结构"), (["营业执照.pdf", "资格证书.pdf"], "人员结构"), (["Staff structure.xlsx"], "营业执照"),
    ] {
      let command = CityCommand("submit filing", on: "F-1", filing, officer: "clerk", attachments: papers, at: Moment("2026-11-24 09:00")!)
      let refusal = #expect(throws: Refusal.self) { _ = try CommandDecision.decide(command, reader: rows, rulebook: rulebook) }
      #expect(refusal?.code == "filing-incomplete" && refusal?.sentence.zh.hasSuffix("缺少：" + missing) == true, "\(String(describing: refusal?.sentence.zh))")
    }
    #expect(try act("submit filing", "F-1", by: "clerk", at: "2026-11-24 09:00", filing, papers: ["licence.pdf", "人员结构表.xlsx"]) == "done")
    #expect(value(Filing.schema, "F-1", Filing.papers) == "营业执照、人员结构")
    // One that a file brought in says nothing of its papers: it goes back for what is missing.
    rows.rows.append(
      CaseRow(
        Filing.schema, key: "F-2",
        [(Filing.number, "F-2"), (Filing.enterprise, "91140404YYYY000392"), (Filing.county, "140403"), (Filing.status, "submitted"), (Filing.papers, "营业执照")]))
    #expect(try act("accept filing", "F-2", by: "clerk", at: "2026-11-24 10:00") == "filing-incomplete")
    #expect(try act("return filing", "F-2", by: "clerk", at: "2026-11-24 10:01", ["because": "缺人员结构"]) == "done")
    #expect(try act("resubmit filing", "F-2", by: "clerk", at: "2026-11-24 10:02", papers: ["资格证书"]) == "filing-incomplete")
    #expect(try act("resubmit filing", "F-2", by: "clerk", at: "2026-11-24 10:03", papers: ["人员结构表"]) == "done")
    #expect(try act("accept filing", "F-2", by: "chief", at: "2026-11-24 10:04") == "done")
  }

  @Test("an officer of a community acts for the estates of that community; of one whose community is not recorded, any of the street does")
  func neighbours() throws {
    let item = ["project": "P-2", "disclosure_kind": "投诉电话", "place": "公示栏"]
    func estate(_ community: CaseValue) -> CaseRow {
      CaseRow(Project.schema, key: "P-2", [(Project.code, "P-2"), (Project.street, "140403001"), (Project.county, "140403"), (Project.community, community)])
    }
    rows.rows.append(estate("140403001001"))
    #expect(try act("post item", "G-1", by: "neighbour", at: "2026-11-24 09:00", item) == "officer-division")
    for (number, officer) in [("G-1", "community"), ("G-2", "street"), ("G-3", "clerk")] {
      #expect(try act("post item", number, by: officer, at: "2026-11-24 09:01", item) == "done", "\(officer)")
    }
    rows.rows.removeAll { $0.key == "P-2" }
    rows.rows.append(estate(.none))
    #expect(try act("post item", "G-4", by: "neighbour", at: "2026-11-24 09:02", item) == "done")

    func look(_ officer: String) throws -> String? {
      let officer = try #require(HandfulOfRows.officers.first { $0.id == officer })
      return VaultClause.refusal(
        VaultAttempt(
          .unmask(purpose: "电话回访投诉人"), officer: officer, street: "140403001", community: "140403001001", status: "open", tasks: [],
          now: Moment("2026-11-24 09:00")!))?.code
    }
    #expect(try look("neighbour") == "officer-division" && look("stray") == "officer-division" && look("community") == "task-missing")
  }

  @Test("a community urges, sets up and ends its committee, and counts who came to its meeting once; another's is not its own") func communities() throws {
    settle()
    let urging = ["enterprise": Self.firm, "topic": "报备", "deadline": "2026-12-04"]
    func urge(_ number: String, _ community: String?) throws -> String {
      try act("urge", number, by: "community", at: "2026-11-24 09:00", community.map { urging.merging(["community": $0]) { $1 } } ?? urging)
    }
    #expect(try urge("D-1", nil) == "argument-missing")
    #expect(try urge("D-1", "140404001001") == "officer-division")
    let own = urging.merging(["community": "140403001001"]) { $1 }
    #expect(try act("urge", "D-1", by: "neighbour", at: "2026-11-24 09:00", own) == "officer-division", "of the same street, and another community")
    #expect(try act("urge", "D-1", by: "stray", at: "2026-11-24 09:00", own) == "officer-community")
    #expect(try urge("D-1", "140403001001") == "done")
    #expect(value(Urging.schema, "D-1", Urging.county) == "140403")

    let committee = ["community": "140403001001", "established_on": "2026-03-01"]
    #expect(try act("set up community committee", "S-1", by: "community", at: "2026-11-24 09:10", committee) == "done")
    #expect(try act("set up community committee", "S-2", by: "community", at: "2026-11-24 09:11", committee) == "already-done")
    #expect(try act("end community committee", "S-1", by: "clerk", at: "2026-11-24 09:12") == "officer-level")
    #expect(try act("end community committee", "S-1", by: "community", at: "2026-11-24 09:12") == "done")
    #expect(value(CommunityCommittee.schema, "S-1", CommunityCommittee.endedOn) == .on("2026-11-24"))
    #expect(try act("end community committee", "S-1", by: "community", at: "2026-11-24 09:13") == "already-done")
    #expect(try act("set up community committee", "S-2", by: "community", at: "2026-11-24 09:14", committee) == "done")

    func attend(_ number: String, _ on: String, _ community: String = "140403001001") throws -> String {
      try act(
        "record attendance", number, by: community == "140403001001" ? "community" : "neighbour", at: "2026-11-24 10:00",
        ["community": community, "manager": "M-1", "meeting_on": on, "attended": "否"])
    }
    #expect(try attend("Q-1", "2026-11-25") == "date-in-future")
    #expect(try attend("Q-1", "2026-11-01") == "manager-elsewhere", "the manager had left")
    #expect(try attend("Q-1", "2026-10-31", "140403001002") == "manager-elsewhere")
    #expect(try attend("Q-1", "2026-10-31") == "done")
    #expect(try attend("Q-2", "2026-10-31") == "attendance-twice")
    #expect(try attend("Q-2", "2026-10-30") == "done")
  }

  @Test("an order follows what an inspection found wrong, there and once, and the inspection says so") func inspections() throws {
    func check(_ number: String, _ lane: String) throws {
      #expect(try act("inspect fire safety", number, by: "street", at: "2026-11-24 09:00", ["project": "P-1", "lane_clear": lane]) == "done")
    }
    try check("X-1", "否")
    try check("X-2", "是")
    func order(_ number: String, _ follows: [String: String], project: String? = "P-1") throws -> String {
      var order = ["enterprise": Self.firm, "county": "140403", "deadline": "2026-12-01"].merging(follows) { $1 }
      order["project"] = project
      return try act("order rectification", number, by: "clerk", at: "2026-11-24 10:00", order, document: "责〔2026〕1号")
    }
    #expect(try order("Z-1", ["fire_inspection": "X-9"]) == "unknown-fire-inspection")
    #expect(try order("Z-1", ["fire_inspection": "X-2"]) == "nothing-wrong")
    #expect(try order("Z-1", ["fire_inspection": "X-1"], project: nil) == "inspection-elsewhere")
    #expect(try order("Z-1", ["fire_inspection": "X-1"]) == "done")
    #expect(value(FireInspection.schema, "X-1", FireInspection.order) == "Z-1")
    #expect(try order("Z-2", ["fire_inspection": "X-1"]) == "already-done")
    let item = ["project": "P-1", "inspection_season": "防汛", "check_item": "挡水板", "met": "否"]
    #expect(try act("check season", "J-1", by: "street", at: "2026-11-24 10:10", item) == "done")
    #expect(try act("check season", "J-2", by: "street", at: "2026-11-24 10:10", item.merging(["met": "是"]) { $1 }) == "done")
    #expect(try act("inspect", "I-1", by: "clerk", at: "2026-11-24 10:20", ["county": "140403", "inspected_on": "2026-11-23", "subject": "防汛", "problems": "2"]) == "done")
    #expect(try order("Z-3", ["inspection_item": "J-1", "inspection": "I-1"]) == "done")
    #expect(value(InspectionItem.schema, "J-1", InspectionItem.order) == "Z-3" && value(Inspection.schema, "I-1", Inspection.order) == "Z-3")
    #expect(try act("fix fire defects", "X-2", by: "street", at: "2026-11-24 10:50") == "nothing-wrong")
    #expect(try act("fix fire defects", "X-1", by: "street", at: "2026-11-24 10:50") == "done")
    #expect(try act("fix season defect", "J-2", by: "community", at: "2026-11-24 11:00") == "nothing-wrong")
    #expect(try act("fix season defect", "J-1", by: "community", at: "2026-11-24 11:00", papers: []) == "evidence-missing")
    #expect(try act("fix season defect", "J-1", by: "community", at: "2026-11-24 11:00") == "done")
  }

  @Test("a fire report is passed on by a referral of its estate; an inspection names its authority")
  func records() throws {
    let report = ["project": "P-1", "enterprise": Self.firm, "report_kind": "消防通道", "dissuaded_on": "2026-11-24", "reported_to": "街道（乡镇）"]
    #expect(try act("report fire", "B-1", by: "street", at: "2026-11-24 09:00", report) == "done")
    func refer(_ number: String, _ project: String) throws -> String {
      try act(
        "refer", number, by: "clerk", at: "2026-11-24 09:10",
        ["county": "140403", "referred_by": "住建", "referred_to": "城管", "facts": "占用消防通道", "due": "2026-12-24", "project": project])
    }
    #expect(try refer("S-1", "P-1") == "done")
    #expect(try act("refer fire report", "B-1", by: "street", at: "2026-11-24 09:20", ["referral": "S-9"]) == "unknown-referral")
    #expect(try act("refer fire report", "B-1", by: "street", at: "2026-11-24 09:20", ["referral": "S-1"]) == "done")
    #expect(value(FireReport.schema, "B-1", FireReport.referral) == "S-1")
    #expect(try act("register authority", "GL-1", by: "clerk", at: "2026-11-24 09:50", ["name": "物业科", "level": "县（区）", "division": "140403", "county": "140403"]) == "done")
    let inspection = ["county": "140403", "authority": "GL-1", "inspected_on": "2026-11-23", "subject": "防汛"]
    #expect(try act("inspect", "I-1", by: "clerk", at: "2026-11-24 10:20", inspection) == "done")
    #expect(value(Inspection.schema, "I-1", Inspection.authority) == "GL-1")
  }

  @Test("a complaint may name its building, which is one of the estate") func building() throws {
    #expect(try act("enter building", "P-1-3", by: "street", at: "2026-11-24 08:00", ["project": "P-1", "name": "3号楼", "households": "60"]) == "done")
    rows.rows.append(CaseRow(Building.schema, key: "P-2-1", [(Building.code, "P-2-1"), (Building.project, "P-2"), (Building.name, "1号楼")]))
    var asked = ["project": "P-1", "category": "供暖", "channel": "来电", "building": "P-2-1"]
    #expect(try act("receive", "T-1", by: "clerk", at: "2026-11-24 09:00", asked) == "building-elsewhere")
    asked["building"] = "3号楼"
    #expect(try act("receive", "T-1", by: "clerk", at: "2026-11-24 09:00", asked) == "done")
    #expect(value(Complaint.schema, "T-1 desk", Complaint.building) == "P-1-3")
    #expect(try act("correct", "T-1", by: "clerk", at: "2026-11-24 09:30", ["because": "录入有误", "building": "P-2-1"]) == "building-elsewhere")
  }

  @Test("member units and leading groups: the city's own is the city's to record; a group that ended gives no task") func units() throws {
    let unit = ["name": "城管", "county": "140403", "starts_on": "2026-01-01"]
    #expect(try act("name member unit", "U-1", by: "clerk", at: "2026-11-24 09:00", unit) == "done")
    #expect(try act("name member unit", "U-2", by: "clerk", at: "2026-11-24 09:01", unit) == "already-done")
    #expect(try act("name member unit", "U-2", by: "clerk", at: "2026-11-24 09:01", ["name": "城管", "starts_on": "2026-01-01"]) == "officer-level")
    #expect(try act("name member unit", "U-2", by: "city", at: "2026-11-24 09:01", ["name": "城管", "starts_on": "2026-01-01"]) == "done")
    #expect(try act("end member unit", "U-2", by: "clerk", at: "2026-11-24 09:02") == "officer-level")
    let group = ["level": "县（区）", "county": "140403", "leader": "分管副区长", "led_by_deputy": "是", "established_on": "2026-11-20"]
    #expect(try act("set up leading group", "G-1", by: "chief", at: "2026-11-24 10:00", group.merging(["level": "市"]) { $1 }, document: "潞〔2026〕1号") == "level-wrong")
    #expect(try act("set up leading group", "G-1", by: "chief", at: "2026-11-24 10:00", group, document: "潞〔2026〕1号") == "done")
    #expect(try act("name member unit", "U-3", by: "chief", at: "2026-11-24 10:01", unit.merging(["leading_group": "G-1"]) { $1 }) == "done", "a member of both")
    var task = ["county": "140403", "title": "以奖代补办法", "responsible": "财政局", "task_matter": "研究制定政策", "leading_group": "G-1"]
    #expect(try act("open task", "W-1", by: "chief", at: "2026-11-24 10:10", task) == "done")
    task["county"] = nil
    #expect(try act("open task", "W-2", by: "city", at: "2026-11-24 10:11", task) == "group-elsewhere")
    task["county"] = "140403"
    #expect(try act("end leading group", "G-1", by: "chief", at: "2026-11-24 10:20") == "done")
    #expect(try act("open task", "W-2", by: "chief", at: "2026-11-24 10:21", task) == "group-ended")
  }

  @Test("who looks after an estate that no enterprise serves is named; an estate is assessed and a fee's collection recorded") func estates() throws {
    settle()
    let trustee = ["service_mode": "社区托管", "because": "暂无企业"]
    #expect(try act("set service mode", "P-1", by: "street", at: "2026-11-24 09:00", trustee) == "operator-missing")
    #expect(try act("set service mode", "P-1", by: "street", at: "2026-11-24 09:00", trustee.merging(["service_operator": "和平社区居委会"]) { $1 }) == "done")
    #expect(value(ServicePeriod.schema, "P-1/1", ServicePeriod.serviceOperator) == "和平社区居委会")
    #expect(
      try act("set service mode", "P-1", by: "street", at: "2026-11-25 09:00", ["service_mode": "无物业", "because": "托管结束", "service_operator": "某"]) == "operator-needless")
    #expect(try act("assess estate", "P-1", by: "street", at: "2026-11-24 10:00", ["fit_for_professional": "是", "because": "户数足"], papers: []) == "evidence-missing")
    #expect(try act("assess estate", "P-1", by: "street", at: "2026-11-24 10:00", ["fit_for_professional": "是", "because": "户数足"]) == "done")
    #expect(value(Project.schema, "P-1", Project.fit) == .yes)
    let estate = ["name": "新苑", "street": "140403001", "county": "140403", "households": "80", "community": "140404001001"]
    rows.rows.append(CaseRow(Division.schema, key: "140403001", [(Division.codeField, "140403001"), (Division.levelField, "street")]))
    #expect(try act("enter estate", "140403001009", by: "street", at: "2026-11-24 11:00", estate) == "estate-elsewhere")
    #expect(try act("enter estate", "140403001009", by: "street", at: "2026-11-24 11:00", estate.merging(["community": "140403001002"]) { $1 }) == "done")
    #expect(value(Project.schema, "140403001009", Project.serviceMode) == "none")
    let fee = ["project": "P-1", "regime": "市场调节", "price": "1.50", "starts_on": "2026-01-01"]
    #expect(try act("record fee", "S-1", by: "street", at: "2026-11-24 12:00", fee) == "done")
    #expect(try act("record collection", "S-1", by: "street", at: "2026-11-24 12:01", ["collection_rate": "100.01"]) == "rate-wrong")
    #expect(try act("record collection", "S-1", by: "street", at: "2026-11-24 12:01", ["collection_rate": "68.5"]) == "done")
  }

  @Test(
    "what enters the credit file: decided items and vetoes with their case; what is computed does not",
    arguments: [
      ("V1", nil, "done"), ("V3", nil, "credit-item-computed"), ("D10", nil, "credit-item-computed"), ("D15", "interview", "done"),
      ("D15", nil, "credit-item-computed"), ("D15", "points", "credit-item-computed"), ("D05", nil, "credit-origin-missing"), ("D16", nil, "done"), ("D05", "interview", "credit-item-computed"),
      ("G01", "national", "done"), ("X9", nil, "credit-item-computed"),
      ("county", "2.125", "done"), ("county", nil, "credit-item-computed"), ("county", "-2", "credit-item-computed"), ("county", "0", "credit-item-computed"),
    ] as [(String, String?, String)])
  func credit(_ item: String, _ variant: String?, _ outcome: String) throws {
    var record = ["enterprise": Self.firm, "county": "140403", "item": item]
    if let variant { record["variant"] = variant }
    #expect(try act("record credit", "J-1", by: "chief", at: "2026-11-24 09:00", record, document: "信〔2026〕1号", basis: "《物业管理条例》") == outcome)
  }
}
