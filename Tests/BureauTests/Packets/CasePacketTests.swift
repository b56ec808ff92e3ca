import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import Register
import Testing

/// Letters and packets of what officers decided by command (A7, A8, A11).
@Suite("letters and packets of cases") struct CasePacketTests {
  /// An enterprise of Luzhou that meets the exit test, with an order that it refuses.
  private struct Stage {
    let desk: ScriptDesk
    var office: Office { desk.office }
    let firm: String

    init() throws {
      desk = try ScriptDesk()
      try desk.office.adopt(document: "长政发〔2026〕8号", on: #require(Day("2026-09-01")), officer: "1404-01", at: ScriptDesk.autumn)
      let snapshot = try desk.office.snapshot(.county("140403"), asOf: #require(Moment("2026-10-12 00:00")))
      let codes = try snapshot.table(Enterprise.schema).column(Enterprise.uscc)
      let findings = try ExitTest.findings(snapshot, on: #require(Day("2026-10-12")))
      let finding = try #require(findings.first { $0.isTriggered && $0.limb(.refusal)?.verdict == .yes })
      firm = try #require(codes.text(finding.enterprise))
    }

    func act(_ name: String, _ subject: String, _ arguments: [String: String] = [:], by officer: String = "140403-01", on day: String, _ document: String? = nil)
      throws
    {
      let command = CityCommand(
        name, on: subject, arguments, officer: officer, document: document, attachments: ["案卷"], at: try #require(Moment("\(day) 10:00")))
      let outcome = try CommandDesk(office).act(command)
      guard case .done = outcome else { throw TemporaryOffice.Refused(summary: "\(outcome)") }
    }

    func letter(_ kind: LetterFacts.Kind?, _ subject: String) throws -> LetterFacts {
      try office.letter(LetterRequest(kind, of: subject, on: try #require(Day("2026-11-30"))))
    }

    func code(_ body: () throws -> Void) -> String? {
      do { try body() } catch { return (error as? OfficeError)?.code ?? "\(error)" }
      return nil
    }
  }

  private func verified(_ packet: Packet) throws {
    let (read, isIntact) = try Packet.read(Array(packet.text.utf8), path: "p.json")
    #expect(isIntact && read == packet)
    #expect(try read.verdict().agrees)
  }

  @Test("an exit: the letter names the conditions that were met, the packet computes the test of the day again") func exit() throws {
    let stage = try Stage()
    #expect(stage.code { _ = try stage.office.packet("TC-X") } == "unknown-decision")
    try stage.act("propose exit", "TC-X", ["enterprise": stage.firm, "county": "140403", "exit_ground": "投诉触发"], on: "2026-10-12")
    #expect(stage.code { _ = try stage.office.packet("TC-X") } == "not-decided")
    #expect(stage.code { _ = try stage.letter(nil, "TC-X") } == "not-decided")
    try stage.act("confirm exit", "TC-X", by: "140403001-01", on: "2026-10-13")
    try stage.act("start exit", "TC-X", on: "2026-10-14", "潞州住建退〔2026〕1号")
    let letter = try stage.letter(nil, "TC-X")
    #expect(letter.kind == .decision && letter.matter == .exit && letter.document == "潞州住建退〔2026〕1号")
    #expect(letter.reasons.count == 2 && letter.reasons.allSatisfy { $0.basis == "A8" }, "\(letter.reasons)")
    #expect(letter.clauses.first?.words.contains("超过20次") ?? false)
    let packet = try stage.office.packet("TC-X")
    try verified(packet)
    let exit = packet.members["figure"]?["exit"]
    #expect(exit?["triggered"] == .flag(true) && packet.members["decision"]?["counted_complainants"]?.number == exit?["complainants"]?.number)
    #expect(packet.members["entries"]?.elements.compactMap { $0["what"]?.text } == ["propose exit", "confirm exit", "start exit"])
    #expect(packet.members["basis"]?.elements.first?["text"]?.text?.contains("退出机制") ?? false)

    // A complaint less, digest and all.
    var members = packet.members
    guard case .object(var tables)? = members["rows"], case .object(var table)? = tables["complaint"], case .array(let rows)? = table["rows"] else {
      return #expect(Bool(false))
    }
    table["rows"] = .array(Array(rows.dropFirst(rows.count / 2)))
    tables["complaint"] = .object(table)
    members["rows"] = .object(tables)
    let fewer = try #require(try? Packet.read(Array((JSONValue.object(members).description + "\n").utf8), path: "p.json").packet)
    #expect(try !fewer.verdict().agrees)
  }

  @Test("a restriction: notice with its document, defence, decision") func restriction() throws {
    let stage = try Stage()
    let facts = ["enterprise": stage.firm, "county": "140403", "facts": "未按合同履约"]
    try stage.act("give restriction notice", "GZ-X", facts, on: "2026-10-12", "潞州住建限告〔2026〕1号")
    let notice = try stage.letter(nil, "GZ-X")
    #expect(notice.kind == .notice && notice.matter == .restriction && notice.document == "潞州住建限告〔2026〕1号")
    #expect(notice.times.defenceUntil == Day("2026-10-19") && notice.clauses.first?.words.contains("限制其承接") ?? false)
    try stage.act("record restriction defence", "GZ-X", ["defence": "已改正，电话13800138000"], by: "140403-02", on: "2026-10-15")
    try stage.act("restrict", "XZ-X", ["restriction_notice": "GZ-X", "expires_on": "2027-04-20"], by: "140403-02", on: "2026-10-20", "潞州住建限〔2026〕1号")
    let decision = try stage.letter(nil, "XZ-X")
    #expect(decision.kind == .decision && decision.defence == "已改正，电话***" && decision.times.noticeDocument == "潞州住建限告〔2026〕1号")
    #expect(decision.times.maximumUntil == Day("2027-04-20") && decision.day == Day("2026-10-20"))
    #expect(try stage.letter(.notice, "XZ-X").document == "潞州住建限告〔2026〕1号")
    let packet = try stage.office.packet("XZ-X")
    try verified(packet)
    #expect(packet.members["notice"]?["served_on"]?.text == "2026-10-12" && packet.members["defence"]?["statement"]?.text == "已改正，电话***")
  }

  @Test("a listing, a measure and a determined refusal have packets of the score of their day") func others() throws {
    let stage = try Stage()
    let facts = ["enterprise": stage.firm, "county": "140403", "facts": "三件投诉超期", "advice": "lower fee"]
    try stage.act("interview", "YT-X", facts, on: "2026-10-12", "潞州住建约〔2026〕1号")
    try verified(stage.office.packet("YT-X"))
    try stage.act("order rectification", "ZG-X", ["enterprise": stage.firm, "county": "140403", "deadline": "2026-10-16"], on: "2026-10-12", "潞州住建改〔2026〕1号")
    #expect(try stage.office.packet("ZG-X").members["decision"]?["command"]?.text == "order rectification")
    try stage.act("remind", "ZG-X", on: "2026-10-19", "潞州住建催〔2026〕1号")
    try stage.act("determine refusal", "ZG-X", by: "140403-02", on: "2026-10-26", "潞州住建认〔2026〕1号")
    let refusal = try stage.office.packet("ZG-X")
    try verified(refusal)
    #expect(refusal.members["decision"]?["document"]?.text == "潞州住建认〔2026〕1号" && refusal.members["decision"]?["decided_on"]?.text == "2026-10-26")
    try stage.act(
      "propose listing", "LB-X", ["enterprise": stage.firm, "county": "140403", "list": "black", "reason": "拒不整改"], by: "140403-02", on: "2026-10-27")
    try stage.act("give notice", "LB-X", on: "2026-10-28", "潞州住建告〔2026〕1号")
    #expect(stage.code { _ = try stage.office.packet("LB-X") } == "not-decided")
    try stage.act("decide listing", "LB-X", ["listed": "是"], on: "2026-11-05", "潞州住建〔2026〕1号")
    let listing = try stage.office.packet("LB-X")
    try verified(listing)
    #expect(listing.members["notice"]?["document"]?.text == "潞州住建告〔2026〕1号" && listing.members["selection"]?.text != nil)
    #expect(listing.text.firstMatch(of: /[^0-9]1[3-9][0-9]{9}[^0-9A-Z]/) == nil, "no telephone number")
  }

  @Test("of a decision before the city's first parameters the packet holds the case, says that there is no figure, and verifies") func before() throws {
    let stage = try Stage()
    let path = stage.desk.temporary.folder + "/orders.csv"
    try "number,enterprise,county,issued_on,deadline\nZG-OLD,\(stage.firm),140403,2025-10-09,2025-10-16\n".write(toFile: path, atomically: true, encoding: .utf8)
    let summary = try stage.office.register.importTable(
      RectificationOrder.schema, from: path, by: Attribution(officer: "import", role: "import", moment: ScriptDesk.autumn))
    try #require(summary.stored == 1, "\(summary)")
    let packet = try stage.office.packet("ZG-OLD")
    try verified(packet)
    let figure = packet.members["figure"]
    #expect(figure?["score"] == .null && figure?["exit"] == .null && figure?["without"]?["zh"]?.text?.contains("2025-10-09") == true)
    #expect(packet.members["case"]?["deadline"]?.text == "2025-10-16" && packet.members["decision"]?["decided_on"]?.text == "2025-10-09")
    // Of a day that the parameters reach there is a figure, and nothing to excuse.
    try stage.act("order rectification", "ZG-X", ["enterprise": stage.firm, "county": "140403", "deadline": "2026-10-16"], on: "2026-10-12", "潞州住建改〔2026〕1号")
    #expect(try stage.office.packet("ZG-X").members["figure"]?["without"] == .null)
  }
}
