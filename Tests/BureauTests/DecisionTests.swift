import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import GRDB
import Register
import Testing

@Suite("proposals are decided by officers") struct DecisionTests {
  /// September's lists of Luzhou, proposed by the run of `140403-02`.
  private struct Stage {
    let desk: ScriptDesk
    var office: Office { desk.office }

    init(adopted: Bool = true) throws {
      desk = try ScriptDesk()
      let period = try #require(Period("2026-09")), county = try #require(Divisions.changzhi["140403"])
      let run = try desk.office.runJobs(["monthly-lists"], period: period, counties: [county])
      _ = try desk.office.record(run, by: Attribution(officer: "140403-02", role: "job", moment: ScriptDesk.autumn))
      if adopted {
        try desk.office.adopt(document: "长政发〔2026〕8号", on: #require(Day("2026-09-01")), officer: "1404-01", at: ScriptDesk.autumn)
      }
    }

    func act(_ number: Int64, _ action: ProposalAction, by officer: String = "140403-01", on day: String, document: String? = "潞州住建〔2026〕15号") throws -> ProposalOutcome {
      try office.decide(number, action, officer: officer, document: document, at: #require(Moment("\(day) 10:00")))
    }

    func proposal(_ kind: String) throws -> Int64 {
      try #require(try office.register.proposalCases().first { $0.kind == kind }).number
    }
  }

  private func refusal(_ outcome: ProposalOutcome) -> String? { if case .refused(let refusal) = outcome { refusal.code } else { nil } }

  @Test("notice, five working days, decision, entry: the black list takes the enterprise, and what follows is refused") func blackList() throws {
    let stage = try Stage()
    let number = try stage.proposal("black_list")
    #expect(try refusal(stage.act(number, .accept, on: "2026-10-12")) == "notice-missing")
    guard case .done(let noticed, _) = try stage.act(number, .notice, on: "2026-10-12") else { return #expect(Bool(false)) }
    #expect(noticed.defenceUntil == Day("2026-10-19"), "a Monday and five working days")
    #expect(try refusal(stage.act(number, .notice, on: "2026-10-13")) == "notice-served")
    #expect(try refusal(stage.act(number, .accept, on: "2026-10-19")) == "defence-running")
    #expect(try refusal(stage.act(number, .accept, by: "140403-02", on: "2026-10-20")) == "proposer-decides")
    #expect(try refusal(stage.act(number, .accept, by: "140429-01", on: "2026-10-20")) == "officer-division")
    #expect(try refusal(stage.act(number, .accept, by: "1404-01", on: "2026-10-20")) == "officer-level")
    #expect(try refusal(stage.act(number, .accept, on: "2026-10-20", document: nil)) == "document-missing")
    guard case .done(let event, let decided) = try stage.act(number, .accept, on: "2026-10-20") else { return #expect(Bool(false)) }
    #expect(decided.state == .accepted && decided.decidedBy == "140403-01")
    #expect(event.listing?.isBlack == true)
    #expect(try refusal(stage.act(number, .accept, on: "2026-10-21")) == "proposal-decided")
    // The entry is in the register: the enterprise is on the list from that day, city-wide.
    let snapshot = try stage.office.snapshot(.city, asOf: #require(Moment("2026-10-21 00:00")))
    let entries = snapshot.table(ListEntry.schema)
    let row = try #require((0..<entries.count).first { try! entries.cell("number", row: $0).plain == "TQ-\(number)" })
    #expect(try entries.cell("document", row: row).plain == "潞州住建〔2026〕15号")
    #expect(try entries.cell("noticed_on", row: row) == .day(Day("2026-10-12")!))
    #expect(try entries.cell("minimum_until", row: row) == .day(Day("2027-10-20")!), "a veto: twelve months at least")
    let ledger = try stage.office.register.ledger(table: "proposals", key: "\(number)")
    #expect(ledger.map(\.kind) == ["proposal-noticed", "proposal-accepted"])
    #expect(ledger.allSatisfy { $0.run == 1 }, "the entry names the run that proposed it")
    // The black-list gate of A14 reads the entry at once.
    let (decisions, until) = try stage.office.publish(
      #require(Period("2026-09")), division: "140403", document: "公〔2026〕9号", officer: "140403-01", at: #require(Moment("2026-10-22 09:00")))
    #expect(decisions == 1)
    #expect(until == Day("2026-11-05"), "ten working days for objections")
    #expect(try stage.office.register.proposalCase(number)?.objectionUntil == until)
  }

  @Test("nothing is decided on a draft; a proposal can still be noticed and declined") func draft() throws {
    let stage = try Stage(adopted: false)
    let number = try stage.proposal("red_list")
    guard case .done = try stage.act(number, .notice, on: "2026-10-12") else { return #expect(Bool(false)) }
    #expect(try refusal(stage.act(number, .accept, on: "2026-10-20")) == "policy-draft")
    #expect(try refusal(stage.act(number, .decline(reason: ""), on: "2026-10-20")) == "reason-missing")
    guard case .done(_, let declined) = try stage.act(number, .decline(reason: "已整改"), on: "2026-10-20") else { return #expect(Bool(false)) }
    #expect(declined.state == .declined && declined.reason == "已整改")
    #expect(try stage.office.register.ledger(table: "proposals", key: "\(number)").last?.kind == "proposal-declined")
  }

  @Test("an enterprise on the black list is not put on the red one; one on the red list leaves it when it is black-listed") func bothLists() throws {
    let stage = try Stage()
    let cases = try stage.office.register.proposalCases()
    let red = try #require(cases.first { $0.kind == "red_list" }), black = try #require(cases.first { $0.kind == "black_list" })
    try list(stage, red.enterprise, "black")
    _ = try stage.act(red.number, .notice, on: "2026-10-12")
    #expect(try refusal(stage.act(red.number, .accept, on: "2026-10-20")) == "red-while-black")
    try list(stage, black.enterprise, "red")
    _ = try stage.act(black.number, .notice, on: "2026-10-12")
    guard case .done(let event, _) = try stage.act(black.number, .accept, on: "2026-10-20") else { return #expect(Bool(false)) }
    #expect(event.listing?.removes == "L-red")
    let entries = try stage.office.snapshot(.city, asOf: #require(Moment("2026-10-21 00:00"))).table(ListEntry.schema)
    let row = try #require((0..<entries.count).first { try! entries.cell("number", row: $0).plain == "L-red" })
    #expect(try entries.cell("removed_on", row: row) == .day(Day("2026-10-20")!))
  }

  /// Takes in an entry of a list, `L-red`, that has no case.
  private func list(_ stage: Stage, _ enterprise: String, _ list: String) throws {
    let file = stage.desk.temporary.folder + "/entry.csv"
    try """
      number,enterprise,county,list,reason,decided_on,document
      L-\(list),\(enterprise),140403,\(list),x,2026-10-01,d

      """.write(toFile: file, atomically: true, encoding: .utf8)
    let summary = try stage.office.register.importTable(
      ListEntry.schema, from: file, by: Attribution(officer: "import", role: "import", moment: ScriptDesk.autumn))
    #expect(summary.stored == 1, "\(summary)")
  }

  /// The proposal that a job makes of the first candidate for the black list, `e`.
  private func propose(_ stage: Stage, _ kind: String, _ call: String, name: String? = nil) throws -> ProposalCase {
    let (job, run) = try run(stage, kind, call, candidates: kind == "red_list" ? "red_candidates" : "black_candidates", name: name)
    _ = try stage.office.record(run, by: Attribution(officer: "140403-02", role: "job", moment: ScriptDesk.autumn))
    return try #require(try stage.office.register.proposalCases().last { $0.kind == kind && $0.job == job }, "\(run.districts.flatMap(\.results).map(\.failures))")
  }

  /// The run of a job that proposes something of the first candidate, `e`; nothing is recorded.
  private func run(_ stage: Stage, _ kind: String, _ call: String, candidates: String, name: String? = nil) throws -> (job: String, run: PeriodRun) {
    let job = "try-\(name ?? kind)"
    try stage.desk.write(
      "140403-luzhou/measures.lua",
      """
      job "\(job)" {
        title = "try", basis = { document = "潞州住建〔2026〕50号" }, effective = { from = "2026-07-01" }, every = "month",
        run = function(period)
          for _, e in ipairs(\(candidates)(period)) do propose.\(kind)(e.enterprise) \(call) return end
        end,
      }
      """)
    let county = try #require(Divisions.changzhi["140403"])
    return (job, try stage.office.runJobs([job], period: #require(Period("2026-09")), counties: [county]))
  }

  /// Accepts it, after notice and defence where they are due.
  ///
  /// - Returns: what the ledger says of the decision, or the refusal's code.
  private func accept(_ stage: Stage, _ proposal: ProposalCase, document: String) throws -> String {
    if proposal.needsNotice { _ = try stage.act(proposal.number, .notice, on: "2026-10-12") }
    let outcome = try stage.act(proposal.number, .accept, on: "2026-10-20", document: document)
    guard case .done = outcome else { return refusal(outcome) ?? "" }
    return try stage.office.register.ledger(table: "proposals", key: "\(proposal.number)").last { $0.kind == "proposal-accepted" }?.data ?? ""
  }

  struct Consequence: CustomTestStringConvertible, Sendable {
    var kind: String, call: String
    /// The command or row that the ledger names; the table of the case, and values that it shows.
    var follows: String, table: String, subject: String? = nil, shown: [String]
    /// Records of the credit file that come with it.
    var credit: [String] = []
    var testDescription: String { "\(kind) \(call)" }
  }

  static let consequences = [
    Consequence(
      kind: "red_list", call: #"{ because = e.because, grounds = e.grounds, evidence = e.evidence }"#, follows: #""list_entry":"TQ-"#, table: "list_entry", shown: ["red", "2026-10-20"]),
    Consequence(
      kind: "black_list", call: #"{ because = e.because, grounds = e.grounds, evidence = e.evidence }"#, follows: #""list_entry":"TQ-"#, table: "list_entry",
      shown: ["black", "2026-10-20"]),
    Consequence(
      kind: "red_removal", call: #"{ because = "未完成整改1件", evidence = e.evidence }"#, follows: "remove listing L-red", table: "list_entry", subject: "L-red",
      shown: ["red", "2026-10-20"]),
    Consequence(
      kind: "interview", call: #"{ because = "三件投诉超期未办结", evidence = e.evidence }"#, follows: "interview TQ-", table: "supervision_measure",
      shown: ["interview", "none", "三件投诉超期未办结"], credit: ["D15 interview"]),
    Consequence(
      kind: "circular", call: #"{ because = "三件投诉超期未办结", evidence = e.evidence }"#, follows: "issue circular TQ-", table: "supervision_measure", shown: ["circular", "none"],
      credit: ["D15 circular"]),
    Consequence(
      kind: "rectification", call: #"{ because = "消防通道堵塞", evidence = e.evidence, due = working_days(5) }"#, follows: "order rectification TQ-", table: "order",
      shown: ["2026-10-27"]),
    Consequence(
      kind: "deduction", call: #"{ because = "三次虚报", points = 2.125, item = "D10", evidence = e.evidence }"#, follows: "record credit TQ-", table: "credit_record",
      shown: ["county", "2.125"], credit: ["county 2.125"]),
    Consequence(
      kind: "advice_to_owners", call: #"{ because = "服务质量连续下降", advice = "降低收费标准" }"#, follows: "advise owners TQ-", table: "supervision_measure",
      shown: ["advice to owners", "lower fee", "2026-10-20"]),
    Consequence(
      kind: "advice_to_owners", call: #"{ because = "拒不整改", advice = "dismiss" }"#, follows: "advise owners TQ-", table: "supervision_measure",
      shown: ["advice to owners", "dismiss", "2026-10-20"]),
    Consequence(
      kind: "interview", call: #"{ because = "拒不整改", evidence = e.evidence, advice = "解聘" }"#, follows: "interview TQ-", table: "supervision_measure",
      shown: ["interview", "dismiss"], credit: ["D15 interview"]),
    Consequence(
      kind: "circular", call: #"{ because = "虚报数据", evidence = e.evidence, advice = "none" }"#, follows: "issue circular TQ-", table: "supervision_measure",
      shown: ["circular", "none"], credit: ["D15 circular"]),
    Consequence(
      kind: "referral", call: #"{ because = "超标准收费", evidence = e.evidence, to = "市场监管", due = working_days(5) }"#, follows: "refer TQ-", table: "referral",
      shown: ["housing", "market regulation", "超标准收费", "2026-10-27"]),
    Consequence(
      kind: "task", call: #"{ because = "核查停车收费", evidence = e.evidence, to = "street", due = calendar_days(3) }"#, follows: "open task TQ-", table: "work_task",
      shown: ["核查停车收费", "2026-10-23"]),
  ]

  @Test("an accepted proposal has its consequence, in the same transaction, once", arguments: consequences) func follows(_ expected: Consequence) throws {
    let stage = try Stage()
    let proposal = try propose(stage, expected.kind, expected.call)
    if expected.kind == "red_removal" { try list(stage, proposal.enterprise, "red") }
    let document = "潞州住建〔2026〕88号"
    let entry = try accept(stage, proposal, document: document)
    #expect(entry.contains(expected.follows), "\(entry)")
    let shown = CommandDesk.values(of: try CommandDesk(stage.office).show(expected.table, expected.subject ?? proposal.listing), chinese: false)
    let values = shown.rows.compactMap { $0.last?.plain }
    for value in expected.shown { #expect(values.contains(value), "\(values)") }
    let records = try stage.office.snapshot(.city, asOf: #require(Moment("2026-10-21 00:00"))).table(CreditRecord.schema)
    let mine = try (0..<records.count).filter { try records.cell("document", row: $0).plain == document }
    #expect(try mine.map { "\(try records.cell("item", row: $0).plain) \(try records.cell("variant", row: $0).plain)" } == expected.credit)
    #expect(try stage.act(proposal.number, .accept, on: "2026-10-21").isRefused)
  }

  @Test("every kind of proposal has a case above") func everyKind() {
    #expect(Set(Self.consequences.map(\.kind)) == Set(Proposal.Kind.allCases.map(\.rawValue)))
  }

  @Test("a deduction counts in the county's own column, within its bound, is explained by its document, and goes after twelve months")
  func deduction() throws {
    let stage = try Stage()
    let first = try propose(stage, "deduction", #"{ because = "三次虚报", points = 2.125, evidence = e.evidence }"#)
    func answer(_ day: String) throws -> ScoreAnswer {
      try stage.office.why(first.enterprise, scope: .county("140403"), asOf: #require(Moment("\(day) 00:00")))
    }
    func own(_ answer: ScoreAnswer) -> [[String]] {
      answer.lines.rows.filter { $0[0].plain == "district" && $0[1].plain.hasPrefix("县（区）决定扣分") }.map { [$0[5].plain, $0[6].plain] }
    }
    func city(_ answer: ScoreAnswer) -> [[Cell]] { answer.lines.rows.filter { $0[0].plain != "district" } }
    let before = try answer("2026-10-31")
    #expect(own(before).isEmpty)
    _ = try accept(stage, first, document: "决〔2026〕1号")
    let after = try answer("2026-10-31")
    #expect(own(after) == [["-2.125", "决〔2026〕1号"]])
    #expect(before.score - after.score == Points("2.125"))
    #expect(city(after) == city(before), "no line of the city is touched")
    #expect(own(try answer("2026-10-20")).isEmpty, "not before the decision")
    let explained = try stage.office.explain("提请\(first.number)", scope: .city, asOf: #require(Moment("2026-10-31 00:00")))
    func section(_ code: String) -> [[String]] { explained[code]?.rows.map { $0.map(\.plain) } ?? [] }
    #expect(section("terms") == [["2.125"]], "the officer sees how much is asked for")
    #expect(section("decision").last?.last == "record credit TQ-\(first.number)")
    let second = try propose(stage, "deduction", #"{ because = "又三次虚报", points = 9, evidence = e.evidence }"#, name: "second")
    _ = try accept(stage, second, document: "决〔2026〕2号")
    let both = try answer("2026-10-31")
    #expect(own(both) == [["-2.125", "决〔2026〕1号"], ["-9.000", "决〔2026〕2号"]])
    #expect(before.score - both.score == Points("10"), "a district's column takes ten points at most")
    let expired = try stage.office.why(first.enterprise, scope: .county("140403"), asOf: #require(Moment("2027-10-22 00:00")))
    #expect(own(expired).isEmpty)
    #expect(own(try stage.office.why(first.enterprise, scope: .city, asOf: #require(Moment("2026-10-31 00:00")))).isEmpty)
  }

  @Test(
    "what rests on no row is not proposed, with the clause; advice to the owners asks nothing of anybody",
    arguments: [
      ("deduction", ", points = 2", false), ("circular", "", false), ("rectification", "", false), ("interview", "", false), ("task", #", to = "street""#, false),
      ("red_list", "", false), ("advice_to_owners", "", true),
    ])
  func noEvidence(_ kind: String, _ more: String, _ isMade: Bool) throws {
    let stage = try Stage()
    let (job, run) = try run(stage, kind, #"{ because = "三次虚报"\#(more) }"#, candidates: kind == "red_list" ? "red_candidates" : "black_candidates")
    let result = try #require(run.districts[0].results.first)
    #expect(result.proposals.count == (isMade ? 1 : 0))
    #expect(result.failures.map(\.code) == (isMade ? [] : ["evidence-missing"]))
    #expect(result.failures.allSatisfy { $0.enterprise != nil && $0.message.zh.contains("A7") }, "the enterprise and the clause are named")
    let before = try stage.office.register.proposalCases().count
    _ = try stage.office.record(run, by: Attribution(officer: "140403-02", role: "job", moment: ScriptDesk.autumn))
    #expect(try stage.office.register.proposalCases().count == before + (isMade ? 1 : 0))
    #expect(try stage.office.register.run(of: job, district: "140403", period: "2026-09")?.outcome == (isMade ? "done" : "partly"))
  }

  @Test("who does not meet the criteria is not proposed for the red list, whatever the script says") func unworthy() throws {
    let stage = try Stage()
    let result = try #require(
      try run(stage, "red_list", #"{ because = "好", evidence = e.evidence }"#, candidates: "black_candidates").run.districts[0].results.first)
    #expect(result.proposals.isEmpty && result.failures.map(\.code) == ["red-criterion-unmet"])
    let enterprise = try #require(result.failures.first?.enterprise)
    let why = try stage.office.explain(enterprise, figure: "red_list", scope: .county("140403"), asOf: #require(Moment("2026-10-01 00:00")))
    let unmet = (why["criteria"]?.rows ?? []).filter { $0[1].plain != "符合" }.map { $0[2].plain }
    #expect(!unmet.isEmpty && unmet.allSatisfy { result.failures[0].message.zh.contains($0) }, "\(unmet) \(result.failures)")
  }

  @Test("the criteria are looked at again at the decision: what came between is seen") func unworthyLater() throws {
    let stage = try Stage()
    let red = try #require(try stage.office.register.proposalCases().first { $0.kind == "red_list" })
    _ = try stage.act(red.number, .notice, on: "2026-10-12")
    let file = stage.desk.temporary.folder + "/order.csv"
    try """
      number,enterprise,county,issued_on,deadline
      ZG-9,\(red.enterprise),140403,2026-10-13,2026-11-13

      """.write(toFile: file, atomically: true, encoding: .utf8)
    let summary = try stage.office.register.importTable(
      RectificationOrder.schema, from: file, by: Attribution(officer: "import", role: "import", moment: ScriptDesk.autumn))
    #expect(summary.stored == 1, "\(summary)")
    guard case .refused(let refusal) = try stage.act(red.number, .accept, on: "2026-10-20") else { return #expect(Bool(false)) }
    #expect(refusal.code == "red-criterion-unmet" && refusal.sentence.zh.contains("未完成整改1件"), "\(refusal.sentence.zh)")
  }

  @Test("a deduction follows a notice") func deductionWithoutNotice() throws {
    let stage = try Stage()
    let proposal = try propose(stage, "deduction", #"{ because = "三次虚报", points = 2, evidence = e.evidence }"#)
    #expect(try refusal(stage.act(proposal.number, .accept, on: "2026-10-20")) == "notice-missing")
  }

  @Test("a referral names the department that receives it", arguments: [("", "missing-key"), (#", to = "居委会""#, "unknown-value")])
  func department(_ to: String, _ code: String) throws {
    let stage = try Stage()
    try stage.desk.write(
      "140403-luzhou/measures.lua",
      """
      job "try" {
        title = "try", basis = { document = "潞州住建〔2026〕50号" }, effective = { from = "2026-07-01" }, every = "month",
        run = function(period)
          for _, e in ipairs(black_candidates(period)) do propose.referral(e.enterprise) { because = "超标准收费"\(to) } return end
        end,
      }
      """)
    let run = try stage.office.runJobs(["try"], period: #require(Period("2026-09")), counties: [#require(Divisions.changzhi["140403"])])
    let codes = run.districts.flatMap(\.results).flatMap(\.failures).map(\.code)
    #expect(Set(codes) == [code])
  }

  @Test("advice without its kind is refused when it is decided, with the clause, and nothing is written") func adviceMissing() throws {
    let stage = try Stage()
    let proposal = try propose(stage, "advice_to_owners", #"{ because = "服务质量连续下降" }"#)
    let before = try stage.office.register.ledgerPosition()
    guard case .refused(let refusal) = try stage.act(proposal.number, .accept, on: "2026-10-20", document: "决〔2026〕1号") else {
      Issue.record("accepted")
      return
    }
    #expect(refusal.code == "advice-missing" && refusal.article == "A7")
    #expect(try stage.office.register.ledgerPosition() == before)
    #expect(try stage.office.register.proposalCase(proposal.number)?.state == .waiting)
  }

  /// What a register may hold that no script of today could have proposed.
  @Test("a kind of advice that article 7 does not know is refused, with the clause") func adviceUnknown() throws {
    let stage = try Stage()
    let proposal = try propose(stage, "advice_to_owners", #"{ because = "服务质量连续下降", advice = "dismiss" }"#)
    try DatabaseQueue(path: stage.desk.temporary.folder + "/xize.db").write { database in
      try database.execute(
        sql: "UPDATE proposals SET reasons = replace(reasons, '\"dismiss\"', '\"exchange\"') WHERE id = ?", arguments: [proposal.number])
    }
    guard case .refused(let refusal) = try stage.act(proposal.number, .accept, on: "2026-10-20", document: "决〔2026〕1号") else {
      Issue.record("accepted")
      return
    }
    #expect(refusal.code == "advice-unknown" && refusal.article == "A7" && refusal.sentence.en.contains("`exchange`"))
  }

  @Test("a script names an advice of article 7 or none", arguments: [("advice_to_owners", "exchange"), ("advice_to_owners", "none"), ("interview", "exchange")])
  func adviceInScripts(_ kind: String, _ advice: String) throws {
    let stage = try Stage()
    try stage.desk.write(
      "140403-luzhou/measures.lua",
      """
      job "try" {
        title = "try", basis = { document = "潞州住建〔2026〕50号" }, effective = { from = "2026-07-01" }, every = "month",
        run = function(period)
          for _, e in ipairs(black_candidates(period)) do propose.\(kind)(e.enterprise) { because = "x", advice = "\(advice)" } return end
        end,
      }
      """)
    let run = try stage.office.runJobs(["try"], period: #require(Period("2026-09")), counties: [#require(Divisions.changzhi["140403"])])
    #expect(Set(run.districts.flatMap(\.results).flatMap(\.failures).map(\.code)) == ["unknown-value"])
  }

  @Test("every clause has its code and article once") func clauses() {
    let codes = ProposalInvariant.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(ProposalInvariant.all.allSatisfy { !$0.article.isEmpty })
  }
}

extension ProposalOutcome {
  fileprivate var isRefused: Bool { if case .refused = self { true } else { false } }
}
