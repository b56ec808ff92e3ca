import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import Register
import Testing

/// A7, 信用修复管理办法: what becomes of a listing after its decision, whoever proposed it and wherever its entry came from.
@Suite("the life of a listing") struct ListingLifeTests {
  /// September's lists of Luzhou, proposed by the run of `140403-02`.
  private struct Stage {
    let desk: ScriptDesk
    var office: Office { desk.office }

    init() throws {
      desk = try ScriptDesk()
      let county = try #require(Divisions.changzhi["140403"])
      let run = try desk.office.runJobs(["monthly-lists"], period: #require(Period("2026-09")), counties: [county])
      _ = try desk.office.record(run, by: Attribution(officer: "140403-02", role: "job", moment: ScriptDesk.autumn))
      try desk.office.adopt(document: "长政发〔2026〕8号", on: #require(Day("2026-09-01")), officer: "1404-01", at: ScriptDesk.autumn)
    }

    /// `done`, or the code of the refusal.
    func act(_ name: String, _ subject: String, _ arguments: [String: String] = [:], by officer: String = "140403-01", on day: String, _ document: String? = nil)
      throws -> String
    {
      let command = CityCommand(
        name, on: subject, arguments, officer: officer, document: document, attachments: ["材料"], at: try #require(Moment("\(day) 10:00")))
      switch try CommandDesk(office).act(command) {
      case .done: return "done"
      case .refused(let refusal): return refusal.code
      }
    }

    func decide(_ number: Int64, _ action: ProposalAction, on day: String) throws -> String {
      let outcome = try office.decide(number, action, officer: "140403-01", document: "潞州住建〔2026〕15号", at: #require(Moment("\(day) 10:00")))
      switch outcome {
      case .done: return "done"
      case .refused(let refusal): return refusal.code
      }
    }

    func black() throws -> ProposalCase {
      try #require(try office.register.proposalCases().first { $0.kind == "black_list" && $0.grounds.contains("black-veto-v4") })
    }

    func row(_ table: TableSchema, _ key: String) throws -> CaseRow { try #require(try office.register.caseFile(table, key)).row }
    func status(_ key: String) throws -> String? { try row(Listing.schema, key).text(Listing.status) }
    func history(_ key: String) throws -> [String] { try office.register.ledger(table: "listings", key: key).map(\.kind) }

    func enter(_ lines: String, _ table: TableSchema) throws {
      let file = desk.temporary.folder + "/rows.csv"
      try (lines + "\n").write(toFile: file, atomically: true, encoding: .utf8)
      let summary = try office.register.importTable(
        table, from: file, by: Attribution(officer: "import", role: "import", moment: ScriptDesk.autumn))
      #expect(summary.quarantined == 0 && summary.stored > 0, "\(summary)")
    }
  }

  @Test("from the job's proposal through notice, defence, decision, publication, objection and repair to the removal") func life() throws {
    let stage = try Stage()
    let proposal = try stage.black(), number = proposal.number, key = proposal.listing
    #expect(try stage.act("give notice", key, on: "2026-10-12", "告〔2026〕1号") == "listing-of-proposal", "it is noticed as a proposal")
    #expect(try stage.act("record defence", key, ["defence": "整改已完成"], on: "2026-10-12") == "listing-of-proposal", "nobody was told yet")
    #expect(try stage.decide(number, .notice, on: "2026-10-12") == "done")
    let opened = try stage.row(Listing.schema, key)
    #expect(opened.text(Listing.status) == "noticed" && opened.day(Listing.defenceUntil) == Day("2026-10-19") && opened.flag(Listing.serious) == true)
    #expect(opened.text(Listing.enterprise) == proposal.enterprise && opened.text(Listing.reason) == proposal.because)
    #expect(try stage.act("record defence", key, ["defence": "整改已完成，电话13800138000"], by: "140403-02", on: "2026-10-15") == "done")
    #expect(try stage.act("decide listing", key, ["listed": "是"], on: "2026-10-20", "决〔2026〕1号") == "listing-of-proposal", "nor decided otherwise")
    #expect(try stage.decide(number, .accept, on: "2026-10-20") == "done")
    #expect(try stage.status(key) == "listed")
    #expect(try stage.row(ListEntry.schema, key).day(ListEntry.minimumUntil) == Day("2027-10-20"), "a veto is serious")

    // What it said stands in the letter and in the packet.
    let letter = try stage.office.letter(LetterRequest(nil, of: key, on: #require(Day("2026-10-20"))))
    #expect(letter.kind == .decision && letter.defence == "整改已完成，电话***" && letter.reasons.count == proposal.grounds.count)
    let packet = try stage.office.packet(key)
    #expect(packet.members["defence"]?["statement"]?.text == "整改已完成，电话***" && packet.members["decision"]?["proposal"]?.number == number)

    // Publication of the month: the decision and its case; September's lists are out already.
    _ = try stage.office.publish(
      #require(Period("2026-09")), division: "140403", document: "公〔2026〕9号", officer: "140403-01", at: #require(Moment("2026-10-22 09:00")))
    #expect(try stage.status(key) == "published" && stage.row(Listing.schema, key).day(Listing.publishedOn) == Day("2026-10-22"))
    #expect(try stage.office.register.caseFile(ListPublication.schema, "GB-140403-2026-09") == nil)

    #expect(try stage.act("object to listing", key, ["because": "投诉已撤回"], by: "140403-02", on: "2026-11-06") == "objection-late")
    #expect(try stage.act("object to listing", key, ["because": "投诉已撤回"], by: "140403-02", on: "2026-11-05") == "done")
    #expect(try stage.act("answer objection", key, ["upheld": "是", "answer": "维持"], on: "2026-11-12", "复〔2026〕1号") == "same-person")
    #expect(try stage.act("answer objection", key, ["upheld": "是", "answer": "维持"], by: "140403-02", on: "2026-11-12", "复〔2026〕1号") == "done")
    #expect(try stage.status(key) == "published")

    let promise = ["promise": "承诺书〔2027〕1号"]
    #expect(try stage.act("apply for repair", key, promise, by: "140403-02", on: "2027-10-20") == "minimum-period")
    #expect(try stage.act("apply for repair", key, promise, by: "140403-02", on: "2027-10-21") == "rectification-open")
    let orders = try stage.office.snapshot(.county("140403"), asOf: #require(Moment("2026-11-12 00:00"))).table(RectificationOrder.schema)
    for row in 0..<orders.count where try orders.cell("rectified_on", row: row) == .empty {
      _ = try stage.act("accept rectification", orders.cell("number", row: row).plain, by: "140403-02", on: "2027-10-21")
    }
    #expect(try stage.act("apply for repair", key, promise, by: "140403-02", on: "2027-10-21") == "done")
    #expect(try stage.act("decide repair", key, ["granted": "是"], on: "2027-10-25", "修〔2027〕1号") == "done")
    #expect(try stage.status(key) == "removed" && stage.row(ListEntry.schema, key).day(ListEntry.removedOn) == Day("2027-10-25"))
    #expect(
      try stage.history(key) == [
        "give notice", "record defence", "decide listing", "publish listing", "object to listing", "answer objection", "apply for repair", "decide repair",
      ])
  }

  @Test("what an enterprise says is heard after the notice and before the decision, of a listing and of any other proposal") func heard() throws {
    let stage = try Stage()
    let firm = try stage.black()
    try stage.desk.write(
      "140403-luzhou/try.lua",
      """
      job "try" {
        title = "try", basis = { document = "潞州住建〔2026〕50号" }, effective = { from = "2026-07-01" }, every = "month",
        run = function(period)
          for _, e in ipairs(black_candidates(period)) do propose.circular(e.enterprise) { because = "三件超期", evidence = e.evidence } return end
        end,
      }
      """)
    let run = try stage.office.runJobs(["try"], period: #require(Period("2026-09")), counties: [#require(Divisions.changzhi["140403"])])
    _ = try stage.office.record(run, by: Attribution(officer: "140403-02", role: "job", moment: ScriptDesk.autumn))
    let circular = try #require(try stage.office.register.proposalCases().first { $0.kind == "circular" })
    func hear(_ number: Int64, _ statement: String, by officer: String = "140403-02", on day: String) throws -> String {
      switch try stage.office.hear(number, statement: statement, officer: officer, at: #require(Moment("\(day) 10:00"))) {
      case .done: return "done"
      case .refused(let refusal): return refusal.code
      }
    }
    for number in [circular.number, firm.number] {
      #expect(try hear(number, "整改已完成", on: "2026-10-12") == "notice-missing")
      #expect(try stage.decide(number, .notice, on: "2026-10-12") == "done")
      #expect(try hear(number, " ", on: "2026-10-13") == "statement-missing")
      #expect(try hear(number, "整改已完成", by: "140404-01", on: "2026-10-13") == "officer-division")
      #expect(try hear(number, "整改已完成，电话13800138000", on: "2026-10-13") == "done")
      #expect(try stage.decide(number, .accept, on: "2026-10-20") == "done")
      #expect(try hear(number, "不服", on: "2026-10-21") == "proposal-decided")
      let letter = try stage.office.letter(LetterRequest(.decision, of: "\(number)", on: #require(Day("2026-10-20"))))
      #expect(letter.defence == "整改已完成，电话***")
      #expect(try stage.office.packet("\(number)").members["defence"]?["statement"]?.text == "整改已完成，电话***")
    }
  }

  @Test("a declined proposal ends its case; what was noticed by a version without cases is decided all the same") func declined() throws {
    let stage = try Stage()
    let proposal = try stage.black()
    #expect(try stage.decide(proposal.number, .notice, on: "2026-10-12") == "done")
    #expect(try stage.decide(proposal.number, .decline(reason: "已整改"), on: "2026-10-13") == "done")
    #expect(try stage.status(proposal.listing) == "rejected")
    #expect(try stage.office.register.caseFile(ListEntry.schema, proposal.listing) == nil)
    #expect(try stage.act("remove listing", proposal.listing, ["because": "x"], on: "2026-10-14", "移〔2026〕1号") == "case-state")
  }

  @Test("an entry that came with a file is objected to and removed; the first published list that held it began the time for objections")
  func imported() throws {
    let stage = try Stage()
    let enterprise = try stage.black().enterprise
    try stage.enter(
      """
      number,enterprise,county,list,reason,decided_on,document
      L-new,\(enterprise),140403,black,拒不整改,2026-11-02,旧〔2026〕2号
      L-old,\(enterprise),140404,black,拒不整改,2026-08-03,旧〔2026〕1号
      """, ListEntry.schema)
    try stage.enter(
      """
      number,county,covers_from,covers_until,published_on,red_entries,black_entries
      GB-X,140404,2026-08-01,2026-08-31,2026-09-01,0,1
      """, ListPublication.schema)
    #expect(try stage.act("object to listing", "L-none", ["because": "x"], on: "2026-11-10") == "case-missing")
    #expect(try stage.act("object to listing", "L-new", ["because": "投诉已撤回"], by: "140404-01", on: "2026-11-10") == "officer-division")
    #expect(try stage.history("L-new") == [], "what is refused opens no case")
    #expect(try stage.act("object to listing", "L-new", ["because": "投诉已撤回"], on: "2026-11-10") == "done")
    #expect(try stage.history("L-new") == ["adopted-listing", "object to listing"])
    let row = try stage.row(Listing.schema, "L-new")
    #expect(row.day(Listing.decidedOn) == Day("2026-11-02") && row.text(Listing.document) == "旧〔2026〕2号")
    #expect(try stage.act("answer objection", "L-new", ["upheld": "否", "answer": "撤销"], by: "140403-02", on: "2026-11-12", "复〔2026〕1号") == "done")
    #expect(try stage.row(ListEntry.schema, "L-new").day(ListEntry.removedOn) == Day("2026-11-12"))

    #expect(try stage.act("object to listing", "L-old", ["because": "x"], by: "140404-01", on: "2026-11-10") == "objection-late")
    #expect(try stage.act("remove listing", "L-old", ["because": "处罚已撤销"], by: "140404-01", on: "2026-11-10", "移〔2026〕1号") == "done")
    #expect(try stage.row(ListEntry.schema, "L-old").day(ListEntry.removedOn) == Day("2026-11-10"))
    #expect(try stage.row(Listing.schema, "L-old").day(Listing.publishedOn) == Day("2026-09-01"))
  }

  @Test("a month's lists keep what they said, line by line with its SHA-256, and publish their cases; the month is published once") func published() throws {
    let stage = try Stage()
    let proposal = try stage.black()
    _ = try stage.decide(proposal.number, .notice, on: "2026-10-12")
    _ = try stage.decide(proposal.number, .accept, on: "2026-10-20")
    let month = ["county": "140403", "covers_from": "2026-10-01", "covers_until": "2026-10-31"]
    #expect(try stage.act("publish lists", "GB-10", month, on: "2026-11-03", "公〔2026〕10号") == "done")
    let row = try stage.row(ListPublication.schema, "GB-10"), text = try #require(row.text(ListPublication.entries))
    let lines = text.split(separator: "\n")
    #expect(lines.contains("black\t\(proposal.enterprise)\t\(proposal.listing)\t潞州住建〔2026〕15号\t2026-10-20"), "\(text)")
    #expect(Int64(lines.count) == (row.number(ListPublication.redEntries) ?? 0) + (row.number(ListPublication.blackEntries) ?? 0))
    #expect(try row.text(ListPublication.fingerprint) == sha256(text))
    #expect(try stage.status(proposal.listing) == "published")
    let entry = try #require(try stage.office.register.ledger(table: "list_publications", key: "GB-10").first)
    #expect(entry.data.contains(proposal.listing), "the ledger holds the entries")
    let october = try #require(Period("2026-10"))
    _ = try stage.office.publish(october, division: "140403", document: "公〔2026〕11号", officer: "140403-01", at: #require(Moment("2026-11-04 09:00")))
    #expect(try stage.office.register.caseFile(ListPublication.schema, "GB-140403-2026-10") == nil, "its lists are out already")
    _ = try stage.office.publish(october, division: "140404", document: "公〔2026〕12号", officer: "140404-01", at: #require(Moment("2026-11-04 09:00")))
    let other = try stage.row(ListPublication.schema, "GB-140404-2026-10")
    #expect(other.day(ListPublication.coversUntil) == Day("2026-10-31") && other.text(ListPublication.fingerprint)?.count == 64)
  }

  @Test("who is on the red list and fails a criterion is proposed for removal, and leaves it with the decision") func redRemoval() throws {
    let stage = try Stage()
    let firm = try stage.black().enterprise
    try stage.enter(
      """
      number,enterprise,county,list,reason,noticed_on,decided_on,document
      L-red,\(firm),140403,red,无投诉,2026-03-02,2026-03-11,红〔2026〕1号
      """, ListEntry.schema)
    let county = try #require(Divisions.changzhi["140403"])
    let run = try stage.office.runJobs(["monthly-lists"], period: #require(Period("2026-10")), counties: [county])
    _ = try stage.office.record(run, by: Attribution(officer: "140403-02", role: "job", moment: #require(Moment("2026-11-02 09:00"))))
    let proposal = try #require(try stage.office.register.proposalCases().first { $0.kind == "red_removal" && $0.enterprise == firm })
    #expect(proposal.grounds.contains("red-clean") && !proposal.needsNotice, "\(proposal.grounds)")
    #expect(try stage.decide(proposal.number, .accept, on: "2026-11-03") == "done")
    #expect(try stage.row(ListEntry.schema, "L-red").day(ListEntry.removedOn) == Day("2026-11-03"))
    #expect(try stage.history("L-red") == ["adopted-listing", "remove listing"])
    let letter = try stage.office.letter(LetterRequest(nil, of: "\(proposal.number)", on: #require(Day("2026-11-03"))))
    #expect(letter.matter == .redRemoval && letter.kind == .decision)
    #expect(try stage.office.packet("\(proposal.number)").verdict().agrees)
  }

  private func sha256(_ text: String) throws -> String {
    let file = NSTemporaryDirectory() + "xize-lists-\(UUID().uuidString)"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let process = Process(), output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum", file]
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return String(said.prefix(64))
  }
}
