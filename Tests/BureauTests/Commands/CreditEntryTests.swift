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
      try evidence.filter { $0.table == "credit_record" }.flatMap(\.rows).map { try records.cell("origin", row: Int($0)).plain }.sorted()
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
    let told = facts.merging(["noticed_on": "2026-11-17", "defence": "已整改"]) { $1 }
    #expect(try act("issue circular", "TB-1", at: "2026-11-24 10:00", facts, document: "通〔2026〕1号", basis: "《物业管理条例》") == "argument-missing")
    #expect(try act("issue circular", "TB-1", at: "2026-11-24 10:00", told, document: "通〔2026〕1号", basis: "《物业管理条例》") == "circular-without-notice", "the fifth working day")
    #expect(try act("issue circular", "TB-1", at: "2026-11-25 10:00", told, document: "通〔2026〕1号", basis: "《物业管理条例》") == "done")
    #expect(try lines() == ["D15 2 supervision_measure TB-1+supervision_measure YT-1"])
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
    #expect(try lines() == ["G06 1 enterprise \(Self.firm) 2026-11-24"])
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

  /// Rows as another system's file tells them.
  private func bring(_ schema: TableSchema, _ rows: String, at moment: String = "2026-01-05 09:00") throws {
    let file = NSTemporaryDirectory() + "credit-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try rows.write(toFile: file, atomically: true, encoding: .utf8)
    let summary = try city.register.importTable(
      schema, from: file, by: Attribution(officer: "import", role: "import", moment: try #require(Moment(moment))))
    try #require(summary.quarantined == 0, "\(summary.firstFaults)")
  }

  private func determine(_ estate: String, _ duty: String, _ due: String, at: String, document: String, basis: String? = "《物业管理条例》") throws -> String {
    try act("determine duty breach", estate, at: at, ["duty": duty, "due": due], document: document, basis: basis)
  }

  @Test("D03: who did not report in, each duty once, however it is told again; what is not due, done or computed is no breach") func managers() throws {
    let second = "140403001002"
    let contract = ["project": second, "enterprise": Self.firm, "kind": "普通", "starts_on": "2026-09-01"]
    #expect(try act("report contract", "HT-2", by: "140403-01", at: "2026-09-01 09:00", contract) == "done")
    #expect(try determine(second, "街道报到", "2026-09-16", at: "2026-09-16 09:00", document: "认〔2026〕1号") == "duty-runs")
    #expect(try determine(second, "合同备案", "2026-10-01", at: "2026-11-24 09:00", document: "认〔2026〕1号") == "duty-computed")
    #expect(try determine(second, "街道报到", "2026-09-15", at: "2026-11-24 09:00", document: "认〔2026〕1号") == "duty-unknown")
    #expect(try determine(second, "街道报到", "2026-09-16", at: "2026-09-17 09:00", document: "认〔2026〕1号", basis: nil) == "draft-binds-nobody")
    #expect(try lines() == [])
    #expect(try determine(second, "街道报到", "2026-09-16", at: "2026-09-17 09:00", document: "认〔2026〕1号") == "done")
    let street = "duty reporting in to street \(second) 2026-09-16"
    #expect(try lines() == ["D03 1 \(street)"])
    #expect(try determine(second, "街道报到", "2026-09-16", at: "2026-09-18 09:00", document: "认〔2026〕2号") == "already-done")
    #expect(try determine(second, "社区报到", "2026-09-16", at: "2026-09-18 10:00", document: "认〔2026〕1号") == "done", "another duty of one document")
    #expect(try lines() == ["D03 2 duty reporting in to community \(second) 2026-09-16+\(street)"])

    func typed(_ number: String, _ on: String, _ document: String, _ origin: String? = nil) throws -> String {
      var record = ["enterprise": Self.firm, "county": "140403", "project": second, "item": "D03"]
      record["origin"] = origin
      return try act("record credit", number, at: on, record, document: document, basis: "《物业管理条例》")
    }
    #expect(try typed("XY-1", "2026-10-20 09:00", "认〔2026〕9号", street) == "credit-counted-twice")
    #expect(try typed("XY-1", "2026-10-20 09:00", "认〔2026〕1号") == "credit-counted-twice")
    #expect(try typed("XY-1", "2026-10-20 09:00", "认〔2026〕9号", street + " 4") == "credit-counted-twice", "as records once named it")
    #expect(try typed("XY-1", "2026-10-20 09:00", "认〔2026〕9号") == "credit-origin-missing")
    #expect(try typed("XY-1", "2026-09-18 11:00", "认〔2026〕9号", "前任负责人未报到") == "done")
    #expect(try lines()[0].hasPrefix("D03 3 "))

    let manager = ["person_name": "示例", "enterprise": Self.firm]
    #expect(try act("enter manager", "FZ-1", by: "140403-01", at: "2026-09-20 09:00", manager) == "done")
    let filed = ["manager": "FZ-1", "project": second, "starts_on": "2026-09-20"]
    #expect(try act("register manager", "RZ-1", by: "140403-01", at: "2026-09-20 10:00", filed) == "done")
    #expect(try determine(second, "负责人备案", "2026-10-01", at: "2026-11-24 09:00", document: "认〔2026〕3号") == "duty-done")
  }

  @Test("D05: an item that stays missing costs once a month in which it is found missing; on the board it costs nothing more") func board() throws {
    let second = "140403001002"
    let contract = ["project": second, "enterprise": Self.firm, "kind": "普通", "starts_on": "2026-09-01"]
    #expect(try act("report contract", "HT-2", by: "140403-01", at: "2026-09-01 09:00", contract) == "done")
    func phone(_ at: String, _ document: String) throws -> String { try determine(second, "公示投诉电话", "2026-10-01", at: at, document: document) }
    #expect(try phone("2026-10-01 09:00", "查〔2026〕1号") == "duty-runs")
    #expect(try phone("2026-10-02 09:00", "查〔2026〕1号") == "done")
    #expect(try phone("2026-10-30 09:00", "查〔2026〕2号") == "already-done")
    #expect(try phone("2026-11-03 09:00", "查〔2026〕3号") == "done")
    #expect(try determine(second, "公示收费项目和标准", "2026-10-01", at: "2026-11-03 09:30", document: "查〔2026〕3号") == "done")
    let item = "duty complaint phone \(second) 2026-10-01 in "
    #expect(try lines() == ["D05 3 \(item)2026-10+\(item)2026-11+duty fee standard \(second) 2026-10-01 in 2026-11"])
    let shown = ["project": second, "disclosure_kind": "投诉电话", "place": "公示栏"]
    #expect(try act("post item", "GS-1", by: "140403001-01", at: "2026-11-04 09:00", shown) == "done")
    #expect(try phone("2026-12-01 09:00", "查〔2026〕4号") == "duty-done")
  }

  @Test("an origin that names the requirement's place in the city's list is recognised as the duty that was determined") func oldOrigin() throws {
    let record = ["enterprise": Self.firm, "county": "140403", "project": "140403001001", "item": "D06", "origin": "duty common revenue accounts 140403001001 2026-03-31 6"]
    #expect(try act("record credit", "XY-1", at: "2026-04-02 09:00", record, document: "认〔2026〕1号", basis: "《物业管理条例》") == "done")
    #expect(try determine("140403001001", "公共收益公开", "2026-03-31", at: "2026-04-03 09:00", document: "认〔2026〕2号") == "already-done")
  }

  @Test("D05: what was taken down is missing again") func takenDown() throws {
    let second = "140403001002"
    let contract = ["project": second, "enterprise": Self.firm, "kind": "普通", "starts_on": "2026-09-01"]
    #expect(try act("report contract", "HT-2", by: "140403-01", at: "2026-09-01 09:00", contract) == "done")
    let shown = ["project": second, "disclosure_kind": "投诉电话", "place": "公示栏"]
    #expect(try act("post item", "GS-1", by: "140403001-01", at: "2026-09-04 09:00", shown) == "done")
    #expect(try determine(second, "公示投诉电话", "2026-10-01", at: "2026-11-03 09:00", document: "查〔2026〕1号") == "duty-done")
    #expect(try act("take down item", "GS-1", by: "140403001-01", at: "2026-11-04 09:00", [:]) == "done")
    #expect(try determine(second, "公示投诉电话", "2026-10-01", at: "2026-11-05 09:00", document: "查〔2026〕1号") == "done")
  }

  @Test("D06: accounts that were not published by their day, and those that were published late") func accounts() throws {
    #expect(try determine("140403001001", "公共收益公开", "2026-03-31", at: "2026-03-31 09:00", document: "认〔2026〕1号") == "duty-runs")
    #expect(try determine("140403001001", "公共收益公开", "2026-03-31", at: "2026-04-01 09:00", document: "认〔2026〕1号") == "done")
    let origin = "duty common revenue accounts 140403001001 2026-03-31"
    #expect(try lines() == ["D06 1 \(origin)"])
    let late = try CommandCity()
    func act(_ name: String, _ subject: String, _ officer: String, _ at: String, _ arguments: [String: String]) throws -> String {
      try late.act(
        CityCommand(
          name, on: subject, arguments, officer: officer, document: "认〔2026〕1号", basis: "《物业管理条例》", attachments: ["照片"], at: try #require(Moment(at))))
    }
    let statement = [
      "project": "140403001001", "enterprise": Self.firm, "covers_from": "2025-01-01", "covers_until": "2025-12-31", "income": "5", "cost": "2", "surplus": "3",
    ]
    #expect(try act("publish statement", "SY-1", "140403001-01", "2026-04-10 09:00", statement) == "done")
    #expect(try act("determine duty breach", "140403001001", "140403-02", "2026-04-11 09:00", ["duty": "公共收益公开", "due": "2026-03-31"]) == "done")
  }

  @Test("G08: each quarter of a year published by its day, in every estate, once a year") func quarterly() throws {
    func confirm(_ year: String, _ at: String) throws -> String {
      try act("confirm quarterly accounts", Self.firm, at: at, ["county": "140403", "year": year], document: "季〔2026〕\(at)", basis: "《物业管理条例》")
    }
    let head = "number,project,enterprise,covers_from,covers_until,income,cost,surplus,published_on\n"
    func quarter(_ number: Int, _ from: String, _ until: String, _ published: String) -> String {
      "SY-\(number),140403001001,\(Self.firm),\(from),\(until),5,2,3,\(published)\n"
    }
    let first = quarter(1, "2025-01-01", "2025-03-31", "2025-06-30"), second = quarter(2, "2025-04-01", "2025-06-30", "2025-07-20")
    let third = quarter(3, "2025-07-01", "2025-09-30", "2025-12-31"), fourth = quarter(4, "2025-10-01", "2025-12-31", "2026-01-20")
    try bring(CommonRevenueStatement.schema, head + first + second + fourth, at: "2026-01-21 09:00")
    #expect(try confirm("2025", "2026-02-02 09:00") == "quarter-unpublished")
    #expect(try confirm("2022", "2026-02-02 09:00") == "year-not-served")
    #expect(try confirm("25", "2026-02-02 09:00") == "argument-wrong")
    try bring(CommonRevenueStatement.schema, head + third, at: "2026-02-02 10:00")
    #expect(try confirm("2025", "2026-02-03 09:00") == "done")
    #expect(try lines() == ["G08 1 enterprise \(Self.firm) 2025"])
    #expect(try confirm("2025", "2026-02-04 09:00") == "already-done")
    #expect(try confirm("2026", "2026-02-04 09:00") == "year-not-served", "the year has only begun")
  }

  @Test("V2: who refuses to leave after a lawful end, estate by estate") func leaving() throws {
    try bring(
      ExitCase.schema,
      "number,enterprise,county,exit_ground,started_on,department_confirmed_on,street_confirmed_on,status\nTC-1,\(Self.firm),140403,owners' reaction,2026-01-02,2026-01-02,2026-01-02,handing over\n")
    try bring(ExitStep.schema, "number,exit_case,project,exit_step,done_on\nTC-1/1,TC-1,140403001001,owners' decision,2026-01-03\n")
    func refuses(_ estate: String, at moment: String = "2026-01-20 09:00") throws -> String {
      try act("record refusal to leave", "TC-1", at: moment, ["project": estate], document: "认〔2026〕1号")
    }
    #expect(try refuses("140403001002") == "refusal-before-end")
    #expect(try lines() == [])
    #expect(try refuses("140403001001") == "done")
    #expect(try lines() == ["V2 exit_step TC-1/2"])
    #expect(try refuses("140403001001", at: "2026-01-21 09:00") == "already-done")
  }
}
