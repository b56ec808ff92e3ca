import CityModel
import Columns
import Foundation
import Register
import Testing

/// What an officer decides reaches the score: the command enters the fact into the credit file, once, with the row it comes from.
@Suite("a decided fact reaches the score by its command") struct CreditEntryTests {
  private static let firm = "91140403YYYY00020N"
  private let city: CommandCity

  init() throws { city = try CommandCity() }

  private func act(
    _ name: String, _ subject: String, by officer: String = "140403-02", at moment: String, _ arguments: [String: String] = [:], document: String? = nil,
    basis: String? = nil
  ) throws -> String {
    try city.act(
      CityCommand(name, on: subject, arguments, officer: officer, document: document, basis: basis, attachments: ["照片"], at: try #require(Moment(moment))))
  }

  /// `D07 1 price_violation JW-1`: the enterprise's lines and vetoes of recorded items on the last day of the year, each with its
  /// count and the origin of its evidence.
  private func lines(_ day: String = "2026-12-31") throws -> [String] {
    let day = try #require(Day(day))
    let snapshot = try city.register.snapshot(scope: .city, asOf: day.end, rulebook: city.rulebook)
    let enterprises = snapshot.table(Enterprise.schema), records = snapshot.table(CreditRecord.schema)
    let row = try #require(try (0..<enterprises.count).first { try enterprises.cell("uscc", row: $0).plain == Self.firm })
    let score = try #require(try ScoreBoard.compute(snapshot, on: day)[enterprise: row])
    func origins(_ evidence: [Evidence]) throws -> String {
      try evidence.filter { $0.table == "credit_record" }.flatMap(\.rows).map { try records.cell("origin", row: Int($0)).plain }
        .joined(separator: "+")
    }
    return try score.lines.filter(\.item.isRecorded).map { "\($0.item.code) \($0.count) \(try origins($0.evidence))" }
      + score.vetoes.map { "\($0.code) \(try origins($0.evidence))" }
  }

  @Test("D07: price fraud that the market regulator decided; the same decision by hand is refused, a second one counts") func price() throws {
    let facts = ["enterprise": Self.firm, "county": "140403", "violation": "价格欺诈", "decided_on": "2026-11-20"]
    #expect(try act("record violation", "JW-1", at: "2026-11-24 09:00", facts, document: "潞市监〔2026〕3号") == "done")
    #expect(try lines() == ["D07 1 price_violation JW-1"])
    let record = ["enterprise": Self.firm, "county": "140403", "item": "D07"]
    #expect(
      try act("record credit", "XY-1", at: "2026-11-24 10:00", record, document: "潞市监〔2026〕3号", basis: "《价格法》") == "credit-counted-twice")
    #expect(try act("record violation", "JW-2", at: "2026-11-24 11:00", facts, document: "潞市监〔2026〕3号") == "done", "another fault of one decision")
    #expect(try lines() == ["D07 1 price_violation JW-1"])
    #expect(try act("record violation", "JW-3", at: "2026-11-24 12:00", facts, document: "潞市监〔2026〕4号") == "done")
    #expect(try lines() == ["D07 2 price_violation JW-1+price_violation JW-3"])
  }

  @Test("D15: an interview by command is a decision with a document, and costs its points") func interview() throws {
    let facts = ["enterprise": Self.firm, "county": "140403", "facts": "三件投诉超期", "advice": "降低收费标准"]
    #expect(try act("interview", "YT-1", at: "2026-11-24 09:00", facts, basis: "《物业管理条例》") == "document-missing")
    #expect(try act("interview", "YT-1", at: "2026-11-24 09:00", facts, document: "约〔2026〕1号") == "draft-binds-nobody")
    #expect(try act("interview", "YT-1", at: "2026-11-24 09:00", facts, document: "约〔2026〕1号", basis: "《物业管理条例》") == "done")
    #expect(try lines() == ["D15 1 supervision_measure YT-1"])
    #expect(try act("issue circular", "TB-1", at: "2026-11-24 10:00", facts, document: "通〔2026〕1号", basis: "《物业管理条例》") == "done")
    #expect(try lines() == ["D15 2 supervision_measure YT-1+supervision_measure TB-1"] || lines() == ["D15 2 supervision_measure TB-1+supervision_measure YT-1"])
  }

  @Test("D15: the interview that an accepted proposal asked for is the same fact, and the next one is not") func proposedInterview() throws {
    let file = NSTemporaryDirectory() + "credit-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: file) }
    // As an accepted proposal leaves it.
    try "number,enterprise,county,item,variant,decided_on,document\nTQ-7,\(Self.firm),140403,D15,interview,2026-11-20,约〔2026〕7号\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    let who = Attribution(officer: "import", role: "import", moment: try #require(Moment("2026-11-20 09:00")))
    _ = try city.register.importTable(CreditRecord.schema, from: file, by: who)
    #expect(try lines() == ["D15 1 "])
    let facts = ["enterprise": Self.firm, "county": "140403", "facts": "三件投诉超期", "advice": "不作建议"]
    #expect(try act("interview", "YT-1", at: "2026-11-24 09:00", facts, document: "约谈记录〔2026〕1号", basis: "《物业管理条例》") == "done")
    #expect(try lines() == ["D15 1 supervision_measure YT-1"])
    #expect(try act("interview", "YT-2", at: "2026-12-04 09:00", facts, document: "约谈记录〔2026〕2号", basis: "《物业管理条例》") == "done")
    #expect(try lines()[0].hasPrefix("D15 2 "))
  }

  @Test("V1: an investigation that found diversion is a veto; one that found none is nothing", arguments: [("属实", ["V1 fund_investigation ZJ-1"]), ("不属实", [])])
  func investigation(_ finding: String, _ expected: [String]) throws {
    let facts = ["enterprise": Self.firm, "project": "140403001001", "county": "140403", "suspicion": "挪用"]
    #expect(try act("open investigation", "ZJ-1", by: "140403-01", at: "2026-11-24 09:00", facts) == "done")
    #expect(try lines() == [])
    #expect(try act("decide investigation", "ZJ-1", at: "2026-11-25 09:00", ["finding": finding], document: "查〔2026〕1号") == "done")
    #expect(try lines() == expected)
  }

  @Test("D16: blocked lanes that the enterprise neither dissuaded nor reported; what it reported is no breach") func fire() throws {
    let seen = ["project": "140403001001", "lane_clear": "否", "exits_clear": "是", "facilities_work": "是"]
    #expect(try act("inspect fire safety", "XF-1", by: "140403001-01", at: "2026-11-20 09:00", seen) == "done")
    #expect(try act("determine fire breach", "XF-1", at: "2026-11-21 09:00", document: "消〔2026〕1号") == "done")
    #expect(try lines() == ["D16 1 fire_inspection XF-1"])
    #expect(try act("determine fire breach", "XF-1", at: "2026-11-22 09:00", document: "消〔2026〕2号") == "already-done")
    let report = ["project": "140403001001", "enterprise": Self.firm, "report_kind": "消防通道", "dissuaded_on": "2026-11-23", "reported_to": "街道（乡镇）"]
    #expect(try act("report fire", "BG-1", by: "140403001-01", at: "2026-11-23 10:00", report) == "done")
    #expect(try act("inspect fire safety", "XF-2", by: "140403001-01", at: "2026-11-24 09:00", seen) == "done")
    #expect(try act("determine fire breach", "XF-2", at: "2026-11-24 10:00", document: "消〔2026〕3号") == "breach-reported")
    let clear = seen.merging(["lane_clear": "是"]) { $1 }
    #expect(try act("inspect fire safety", "XF-3", by: "140403001-01", at: "2026-11-25 09:00", clear) == "done")
    #expect(try act("determine fire breach", "XF-3", at: "2026-11-25 10:00", document: "消〔2026〕4号") == "nothing-blocked")
    #expect(try lines() == ["D16 1 fire_inspection XF-1"])
  }

  @Test("G01: a commendation of an enterprise; of two in one document the higher counts") func commendation() throws {
    var facts = ["recipient_kind": "企业", "enterprise": Self.firm, "county": "140403", "commendation_level": "市级", "commended_on": "2026-11-20"]
    #expect(try act("record commendation", "BZ-1", by: "1404-01", at: "2026-11-24 09:00", facts, document: "长政表〔2026〕2号") == "done")
    #expect(try lines() == ["G01 1 commendation BZ-1"])
    facts["commendation_level"] = "省级"
    #expect(try act("record commendation", "BZ-2", by: "1404-01", at: "2026-11-24 10:00", facts, document: "长政表〔2026〕2号") == "done")
    #expect(try lines() == ["G01 1 commendation BZ-2"])
  }

  @Test("G05: the counts of 4050 staff are the enterprise's head-count: the last of each county") func reemployed() throws {
    func bonus() throws -> Bool {
      let day = try #require(Day("2026-12-31"))
      let snapshot = try city.register.snapshot(scope: .city, asOf: day.end, rulebook: city.rulebook)
      return try ScoreBoard.compute(snapshot, on: day).scores[0].lines.contains { $0.item.code == "G05" }
    }
    #expect(try bonus(), "three of forty")
    func count(_ number: String, _ on: String, _ persons: Int, at moment: String) throws -> String {
      try act("count reemployed", number, by: "140403-01", at: moment, ["enterprise": Self.firm, "county": "140403", "counted_on": on, "persons": "\(persons)"])
    }
    #expect(try count("RS-1", "2026-11-20", 1, at: "2026-11-24 09:00") == "done")
    #expect(try bonus() == false, "one of forty")
    #expect(try count("RS-2", "2026-11-10", 9, at: "2026-11-24 10:00") == "done")
    #expect(try bonus() == false, "an older count changes nothing")
    #expect(try count("RS-3", "2026-11-24", 2, at: "2026-11-24 11:00") == "done")
    #expect(try bonus(), "two of forty: five in a hundred")
    #expect(try count("RS-4", "2026-11-24", -1, at: "2026-11-24 12:00") == "count-wrong")
  }

  @Test("G06: charging and lift blocking complete in every estate it serves, once while the record is valid") func coverage() throws {
    func confirm(_ at: String) throws -> String {
      try act("confirm coverage", Self.firm, at: at, ["county": "140403"], document: "覆〔2026〕\(at)", basis: "《物业管理条例》")
    }
    #expect(try act("enter lift", "DT-1", by: "140403-01", at: "2026-11-20 09:00", ["project": "140403001001", "high_rise": "是", "ebike_blocking": "否"]) == "done")
    #expect(try confirm("2026-11-21 09:00") == "lift-unblocked")
    #expect(try act("fit blocking", "DT-1", by: "140403-01", at: "2026-11-22 09:00") == "done")
    #expect(try confirm("2026-11-22 10:00") == "estate-unsurveyed")
    let survey = ["project": "140403001001", "surveyed_on": "2026-11-22", "ebikes": "21", "sockets": "10", "turnover": "2"]
    #expect(try act("survey charging", "CD-1", by: "140403-01", at: "2026-11-22 11:00", survey) == "done")
    #expect(try confirm("2026-11-22 12:00") == "charging-gap")
    #expect(try act("survey charging", "CD-2", by: "140403-01", at: "2026-11-23 11:00", survey.merging(["surveyed_on": "2026-11-23", "ebikes": "20"]) { $1 }) == "done")
    #expect(try confirm("2026-11-24 09:00") == "done")
    #expect(try lines() == ["G06 1 enterprise \(Self.firm)"])
    #expect(try confirm("2026-11-25 09:00") == "already-done")
  }

  @Test("G04: an estate without service taken over, and old estates that share a service: once a cluster") func takeover() throws {
    #expect(try act("share service", "GX-1", by: "140403-01", at: "2026-11-24 09:00", ["cluster": "东街片区", "project": "140403001001", "enterprise": Self.firm, "starts_on": "2026-11-24"]) == "done")
    #expect(try lines() == [], "one estate shares with nobody")
    #expect(try act("share service", "GX-2", by: "140403-01", at: "2026-11-24 10:00", ["cluster": "东街片区", "project": "140403001002", "enterprise": Self.firm, "starts_on": "2026-11-24"]) == "done")
    #expect(try lines() == ["G04 1 shared_service GX-2"])
    let contract = ["project": "140403001002", "enterprise": Self.firm, "kind": "普通", "starts_on": "2026-11-01"]
    #expect(try act("report contract", "HT-2", by: "140403-01", at: "2026-11-24 11:00", contract) == "done")
    let mode = ["service_mode": "专业服务", "because": "引入专业企业"]
    #expect(try act("set service mode", "140403001002", by: "140403-01", at: "2026-11-24 12:00", mode) == "done")
    #expect(try Set(lines()[0].dropFirst("G04 2 ".count).split(separator: "+")) == ["shared_service GX-2", "project 140403001002"])
  }
}
