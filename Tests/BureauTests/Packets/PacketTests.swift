import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import Register
import Testing

@Suite("evidence packets") struct PacketTests {
  /// Decisions on September's proposals of Luzhou.
  private struct Stage {
    let desk: ScriptDesk
    static let deduction = "140403-luzhou/packets.lua"

    init() throws {
      desk = try ScriptDesk()
      try desk.write(
        Self.deduction,
        """
        job "try-deduction" {
          title = "try", basis = { document = "潞州住建〔2026〕50号", article = "第二条" }, effective = { from = "2026-07-01" }, every = "month",
          run = function(period)
            for e in enterprises:each() do
              local found = complaints:of(e):where{ finding = "substantiated" }:within_year_to(period.last_day)
              if found:count() >= 21 then propose.deduction(e) { because = found:count() .. " substantiated", points = 2, item = "D10", evidence = found } end
            end
          end,
        }
        """)
      let county = try #require(Divisions.changzhi["140403"])
      let run = try desk.office.runJobs(["monthly-lists", "try-deduction"], period: #require(Period("2026-09")), counties: [county])
      _ = try desk.office.record(run, by: Attribution(officer: "140403-02", role: "job", moment: ScriptDesk.autumn))
      try desk.office.adopt(document: "长政发〔2026〕8号", on: #require(Day("2026-09-01")), officer: "1404-01", at: ScriptDesk.autumn)
    }

    /// Decides the first proposal of a kind, after notice and defence.
    func decided(_ kind: String) throws -> Int64 {
      let proposal = try #require(
        try desk.office.register.proposalCases().first { $0.kind == kind && (kind != "black_list" || $0.grounds.contains("black-veto-v4")) }, "\(kind)")
      for (action, day) in [(ProposalAction.notice, "2026-10-12 10:00"), (.accept, "2026-10-20 10:00")] {
        let outcome = try desk.office.decide(
          proposal.number, action, officer: "140403-01", document: "潞州住建〔2026〕15号", at: #require(Moment(day)))
        guard case .done = outcome else { throw TemporaryOffice.Refused(summary: "\(outcome)") }
      }
      return proposal.number
    }

    func packet(_ kind: String) throws -> Packet { try desk.office.packet(try decided(kind)) }
  }

  /// One of each kind, made once.
  private static let packets = Result {
    let stage = try Stage()
    return try Dictionary(uniqueKeysWithValues: ["black_list", "red_list", "deduction"].map { ($0, try stage.packet($0)) })
  }

  private func packet(_ kind: String) throws -> Packet { try #require(try Self.packets.get()[kind]) }

  /// A packet written anew with other contents and a digest that fits them.
  private func resealed(_ packet: Packet, _ change: (inout [String: JSONValue]) throws -> Void) throws -> Packet {
    var members = packet.members
    try change(&members)
    let body = JSONValue.object(members).description
    members["sha256"] = .text(try sha256(body))
    let (read, isIntact) = try Packet.read(Array((JSONValue.object(members).description + "\n").utf8), path: "p.json")
    #expect(isIntact, "the digest fits")
    return read
  }

  private func sha256(_ text: String) throws -> String {
    let file = NSTemporaryDirectory() + "xize-packet-\(UUID().uuidString)"
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

  private func rows(_ members: inout [String: JSONValue], _ table: String, _ change: (inout [JSONValue]) -> Void) {
    guard case .object(var tables)? = members["rows"], case .object(var one)? = tables[table], case .array(var rows)? = one["rows"] else { return }
    change(&rows)
    one["rows"] = .array(rows)
    tables[table] = .object(one)
    members["rows"] = .object(tables)
  }

  private func code(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? OfficeError)?.code ?? "\(error)" }
    return nil
  }

  @Test("each kind of decision is computed again from its packet alone", arguments: ["black_list", "red_list", "deduction"])
  func agrees(kind: String) throws {
    let written = try packet(kind)
    let (packet, isIntact) = try Packet.read(Array(written.text.utf8), path: "p.json")
    #expect(isIntact && packet == written)
    let verdict = try packet.verdict()
    #expect(verdict.agrees, "\(verdict.differences)")
    #expect(packet.members["selection"] == (kind == "red_list" ? "county" : "enterprise"))
    // What a decision has to show.
    #expect(packet.members["notice"]?["served_on"]?.text == "2026-10-12" && packet.members["defence"]?["until"]?.text == "2026-10-19")
    #expect(packet.members["decision"]?["document"]?.text == "潞州住建〔2026〕15号" && packet.members["decision"]?["decided_on"]?.text == "2026-10-20")
    #expect(packet.members["parameters"]?.elements.allSatisfy { $0["from"]?.text?.isEmpty == false && $0["source"]?.text?.isEmpty == false } ?? false)
    #expect(packet.members["parameters"]?.elements.isEmpty == false && packet.members["engine"]?.text == Office.engineVersion)
    #expect(packet.members["run"]?["ledger_position"]?.number ?? 0 > 0)
    if kind == "deduction" {
      let rule = try #require(packet.members["rules"]?.elements.first { $0["name"]?.text == Stage.deduction })
      #expect(rule["text"]?.text?.contains("try-deduction") ?? false)
      #expect(try rule["sha256"]?.text == sha256(rule["text"]?.text ?? ""))
      #expect(packet.members["basis"]?.elements == ["潞州住建〔2026〕50号第二条"])
    }
  }

  @Test("a district's adjustment is a line of the score, computed again with it") func adjustment() throws {
    let other = try Stage()
    // Every substantiated complaint, so that the enterprise of the black list is concerned.
    let path = try other.desk.script("140403-luzhou/lift-entrapment.lua").name
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let wider = text.replacing(#"范围 = { 类别 = "电梯困人", 认定 = "属实", 项目 = { 高层 = 是 } }"#, with: #"范围 = { 认定 = "属实" }"#)
    #expect(wider != text)
    try other.desk.write("140403-luzhou/lift-entrapment.lua", wider)
    let run = try other.desk.office.runJobs(["monthly-lists"], period: #require(Period("2026-08")), counties: [#require(Divisions.changzhi["140403"])])
    _ = try other.desk.office.record(run, by: Attribution(officer: "140403-02", role: "job", moment: ScriptDesk.autumn))
    let august = try #require(try other.desk.office.register.proposalCases().first { $0.period == "2026-08" && $0.kind == "black_list" })
    guard case .done = try other.desk.office.decide(
      august.number, .decline(reason: "已整改"), officer: "140403-01", document: "d", at: #require(Moment("2026-10-12 10:00")))
    else { return #expect(Bool(false)) }
    let packet = try other.desk.office.packet(august.number)
    #expect(try packet.verdict().agrees)
    let lines = packet.members["figure"]?["score"]?["lines"]?.elements.filter { $0["item"] == "district" } ?? []
    #expect(lines.first?["basis"]?.text == "潞州住建〔2026〕12号第四条")
    // Without the rule the score is another.
    let without = try resealed(packet) { members in
      members["rules"] = .array((members["rules"]?.elements ?? []).filter { $0["name"]?.text != "140403-luzhou/lift-entrapment.lua" })
    }
    #expect(try without.verdict().differences.contains { $0.what.en.contains("adjustment") })
  }

  @Test("a byte changed anywhere is found") func bytes() throws {
    let bytes = Array(try packet("black_list").text.utf8)
    var at = 0
    while at < bytes.count {
      for change in [UInt8(1), 0x20] {
        var changed = bytes
        changed[at] ^= change
        // Either it is no packet any more, or it is one that was changed.
        if let read = try? Packet.read(changed, path: "p.json") { #expect(!read.isIntact, "byte \(at)") }
      }
      at += 1777
    }
    #expect(try !Packet.read(bytes + [0x20], path: "p.json").isIntact, "a space behind it")
    #expect(try !Packet.read(Array(bytes.dropLast()), path: "p.json").isIntact, "without its last line end")
  }

  @Test("evidence taken out or altered, digest and all: the figure does not agree") func evidence() throws {
    let packet = try self.packet("black_list")
    let fewer = try resealed(packet) { members in rows(&members, "complaint") { $0.removeFirst() } }
    #expect(try !fewer.verdict().agrees, "twenty are not more than twenty")
    #expect(try fewer.verdict().differences.contains { $0.stated == "black_list" || $0.what.en.contains("reasons") })
    let noOrder = try resealed(packet) { members in rows(&members, "order") { $0.removeAll() } }
    #expect(try !noOrder.verdict().agrees)
    let better = try resealed(packet) { members in
      guard case .object(var figure)? = members["figure"], case .object(var score)? = figure["score"] else { return }
      score["score"] = "66"
      figure["score"] = .object(score)
      members["figure"] = .object(figure)
    }
    #expect(try better.verdict().differences.map(\.stated) == ["66"])
    let deduction = try self.packet("deduction")
    let short = try resealed(deduction) { members in rows(&members, "complaint") { $0.removeLast() } }
    #expect(try !short.verdict().agrees)
  }

  @Test("another parameter, its digest fitted, gives another figure; a text that is not its digest's is unusable") func rulebook() throws {
    let packet = try self.packet("black_list")
    func parameters(_ hash: Bool) throws -> Packet {
      try resealed(packet) { members in
        guard case .object(var book)? = members["rulebook"], let text = book["parameters"]?["text"]?.text else { return }
        let changed = text.replacingOccurrences(of: "exit.minDistinctExclusive:\n  - from: 2026-01-01\n    value: 20", with: "exit.minDistinctExclusive:\n  - from: 2026-01-01\n    value: 30")
        #expect(changed != text)
        book["parameters"] = .object(["text": .text(changed), "sha256": hash ? .text(try sha256(changed)) : book["parameters"]?["sha256"] ?? .null])
        members["rulebook"] = .object(book)
      }
    }
    #expect(try !parameters(true).verdict().agrees)
    #expect(code { _ = try parameters(false).verdict() } == "packet-shape")
  }

  @Test("no person is in it: no name, no number, no token of the register") func persons() throws {
    let packet = try self.packet("red_list")
    for (table, json) in packet.members["rows"]?.members ?? [:] {
      let schema = try #require(CitySchema.table(table))
      let fields = json["fields"]?.elements.compactMap(\.text) ?? []
      for name in fields {
        let field = try #require(schema.field(name))
        #expect(field.personalData == .none || field.type == .token, "\(table).\(name)")
      }
      for (position, name) in fields.enumerated() where schema.field(name)?.type == .token {
        for row in json["rows"]?.elements ?? [] {
          let token = row.elements[position + 1].number ?? 0
          #expect((0..<100_000).contains(token), "a number of this packet alone")
        }
      }
    }
    #expect(packet.text.firstMatch(of: /[^0-9]1[3-9][0-9]{9}[^0-9A-Z]/) == nil, "no mobile telephone")
  }

  @Test("a packet is of a decision") func undecided() throws {
    let stage = try Stage()
    let open = try #require(try stage.desk.office.register.proposalCases().first { $0.state == .waiting })
    #expect(code { _ = try stage.desk.office.packet(open.number) } == "not-decided")
    #expect(code { _ = try stage.desk.office.packet(9999) } == "unknown-proposal")
  }

  @Test(
    "what is no packet is refused with its code",
    arguments: [
      ("", "packet-unreadable"), ("garbage", "packet-unreadable"), ("[]", "packet-unreadable"), ("{}", "packet-unreadable"),
      (#"{"format":"xize-packet"}"#, "packet-version"), (#"{"format":"xize-packet","version":2}"#, "packet-version"),
      (#"{"format":"xize-packet","version":"1"}"#, "packet-version"), (String(repeating: "[", count: 100_000), "packet-unreadable"),
    ]) func unusable(text: String, code: String) {
    #expect(self.code { _ = try Packet.read(Array(text.utf8), path: "p.json") } == code)
  }

  @Test("rows that no table can hold are refused, not computed with") func shapes() throws {
    let packet = try self.packet("black_list")
    let bad: [(String, ([String: JSONValue]) -> [String: JSONValue])] = [
      ("no rows", { var all = $0; all["rows"] = nil; return all }),
      ("an unknown table", { var all = $0; all["rows"] = .object(["person": .object([:])]); return all }),
      ("an unknown field", { var all = $0; all["rows"] = .object(["enterprise": .object(["fields": .array(["phone"]), "rows": .array([])])]); return all }),
      (
        "a day beyond all calendars",
        { var all = $0; all["rows"] = .object(["order": .object(["fields": .array(["deadline"]), "rows": .array([.array([0, .number(.max)])])])]); return all }
      ),
      (
        "a row too short",
        { var all = $0; all["rows"] = .object(["order": .object(["fields": .array(["deadline"]), "rows": .array([.array([0])])])]); return all }
      ),
      ("no run", { var all = $0; all["run"] = .object([:]); return all }), ("no decision", { var all = $0; all["decision"] = nil; return all }),
      ("no figure", { var all = $0; all["figure"] = nil; return all }), ("no rulebook", { var all = $0; all["rulebook"] = nil; return all }),
    ]
    for (name, change) in bad {
      let changed = try resealed(packet) { $0 = change($0) }
      #expect(code { _ = try changed.verdict() } == "packet-shape", "\(name)")
    }
  }
}
