import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
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
    func list(_ enterprise: String, _ list: String) throws {
      let file = stage.desk.temporary.folder + "/entry.csv"
      try """
        number,enterprise,county,list,reason,decided_on,document
        L-\(list),\(enterprise),140403,\(list),x,2026-10-01,d

        """.write(toFile: file, atomically: true, encoding: .utf8)
      let summary = try stage.office.register.importTable(
        ListEntry.schema, from: file, by: Attribution(officer: "import", role: "import", moment: ScriptDesk.autumn))
      #expect(summary.stored == 1, "\(summary)")
    }
    try list(red.enterprise, "black")
    _ = try stage.act(red.number, .notice, on: "2026-10-12")
    #expect(try refusal(stage.act(red.number, .accept, on: "2026-10-20")) == "red-while-black")
    try list(black.enterprise, "red")
    _ = try stage.act(black.number, .notice, on: "2026-10-12")
    guard case .done(let event, _) = try stage.act(black.number, .accept, on: "2026-10-20") else { return #expect(Bool(false)) }
    #expect(event.listing?.removes == "L-red")
    let entries = try stage.office.snapshot(.city, asOf: #require(Moment("2026-10-21 00:00"))).table(ListEntry.schema)
    let row = try #require((0..<entries.count).first { try! entries.cell("number", row: $0).plain == "L-red" })
    #expect(try entries.cell("removed_on", row: row) == .day(Day("2026-10-20")!))
  }

  @Test("an accepted proposal opens its case through the city's commands: a measure with its advice, an order, a task") func follows() throws {
    let stage = try Stage()
    let path = "140403-luzhou/measures.lua"
    func propose(_ kind: String, _ call: String) throws -> Int64 {
      try stage.desk.write(
        path,
        """
        job "try-\(kind)" {
          title = "try", basis = { document = "潞州住建〔2026〕50号" }, effective = { from = "2026-07-01" }, every = "month",
          run = function(period)
            for _, e in ipairs(black_candidates(period)) do \(call) return end
          end,
        }
        """)
      let county = try #require(Divisions.changzhi["140403"])
      let run = try stage.office.runJobs(["try-\(kind)"], period: #require(Period("2026-09")), counties: [county])
      _ = try stage.office.record(run, by: Attribution(officer: "140403-02", role: "job", moment: ScriptDesk.autumn))
      return try #require(try stage.office.register.proposalCases().last { $0.kind == kind && $0.job == "try-\(kind)" }).number
    }
    func accepted(_ number: Int64) throws -> String? {
      guard case .done = try stage.act(number, .accept, on: "2026-10-13") else { return "\(try stage.act(number, .accept, on: "2026-10-13"))" }
      let entry = try stage.office.register.ledger(table: "proposals", key: "\(number)").last { $0.kind == "proposal-accepted" }
      return entry?.data
    }
    let desk = CommandDesk(stage.office)
    let interview = try propose("interview", #"propose.interview(e.enterprise) { because = "三件投诉超期未办结" }"#)
    let interviewed = try accepted(interview)
    #expect(interviewed?.contains("interview TQ-\(interview)") ?? false, "\(interviewed ?? "")")
    let measure = CommandDesk.values(of: try desk.show("supervision_measure", "TQ-\(interview)"), chinese: false)
    #expect(measure.rows.contains { $0.last?.plain.contains("lower fee") ?? false || $0.last?.plain.contains("降低收费标准") ?? false }, "\(measure.rows)")
    let order = try propose(
      "rectification", #"propose.rectification(e.enterprise) { because = "消防通道堵塞", due = working_days(5) }"#)
    let ordered = try accepted(order)
    #expect(ordered?.contains("order rectification TQ-\(order)") ?? false, "\(ordered ?? "")")
    let deadline = CommandDesk.values(of: try desk.show("order", "TQ-\(order)"), chinese: false)
    #expect(deadline.rows.contains { $0.last?.plain == "2026-10-20" }, "five working days after 13 October: \(deadline.rows)")
  }

  @Test("every clause has its code and article once") func clauses() {
    let codes = ProposalInvariant.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(ProposalInvariant.all.allSatisfy { !$0.article.isEmpty })
  }
}
