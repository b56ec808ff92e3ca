import CityModel
import Columns
import Testing

private func day(_ text: String) -> TableBuilder.Value { .day(Fixture.day(text)) }

@Suite("Figures that watch enterprises: exit, registers, tenders, supervision")
struct WatchFigureTests {
  @Test("the exit watch begins at fifteen distinct complainants, and counts one who complains twice once") func watch() throws {
    var town = Town()
    for (name, persons) in [("十四物业", 14), ("十五物业", 15), ("十八物业", 18), ("二十物业", 20), ("二十一物业", 21)] {
      let firm = town.enterprise(name)
      let estate = town.estate(name + "小区", servedBy: firm)
      for person in 0..<persons { town.complaint(firm, estate, by: Int64(person)) }
      town.complaint(firm, estate, by: 0)
    }
    let lines = try Lines("exit-watch", town)
    #expect(lines.rows.map { $0["enterprise"] } == ["二十一物业", "二十物业", "十八物业", "十五物业"])
    #expect(lines.rows.map { $0["watch"] } == ["临界", "临界", "接近", "关注"])
    #expect(lines.rows[0]["complainants"] == "21" && lines.rows[0]["triggered"] == "否", "twenty-one, and nothing was refused")
    #expect(lines.evidence[0].contains { $0.table == "complaint" })
    #expect(lines.readings.starts(with: ["exit.watchFirst", "exit.watchSecond", "exit.watchLast"]) && lines.readings.contains("exit.window"))
  }

  @Test("the exit watch shows where complainants come from: the city's number and the worst estate's, which trigger nothing") func reach() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let first = town.estate("一号院", servedBy: firm), second = town.estate("二号院", servedBy: firm)
    let elsewhere = town.estate("三号院", county: Town.shangdang, servedBy: firm)
    // Eight and nine people, of whom two complain about both; fourteen in another county, of whom nine are new.
    for person in 0..<8 { town.complaint(firm, first, by: Int64(person)) }
    for person in 6..<15 { town.complaint(firm, second, by: Int64(person)) }
    for person in 10..<24 { town.complaint(firm, elsewhere, by: Int64(person)) }
    town.complaint(firm, second, by: nil)
    let line = try #require(try Lines("exit-watch", town).row("enterprise", "甲物业"))
    #expect(line["county"] == "潞州区" && line["complainants"] == "15" && line["citywide"] == "24" && line["triggered"] == "否")
    #expect(line["estate"] == "二号院" && line["estate_complainants"] == "9")
  }

  @Test("an exit case with its last step; one that ended in an earlier year is gone, one whose confirmation is to come is not there") func cases() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    func add(_ number: String, _ department: String, _ started: String?, ended: String? = nil) -> Int {
      town.add(
        ExitCase.schema,
        [
          "number": .text(number), "enterprise": .row(firm), "county": .row(Town.luzhou), "exit_ground": "complaints", "status": "handing over",
          "department_confirmed_on": day(department), "started_on": started.map(day) ?? .none, "ended_on": ended.map(day) ?? .none,
        ])
    }
    let open = add("TC-1", "2026-06-01", "2026-06-11")
    _ = add("TC-2", "2025-01-01", "2025-01-02", ended: "2025-12-31")
    _ = add("TC-3", "2026-10-01", nil)
    _ = add("TC-4", "2026-09-01", nil)
    for (step, on) in [("owners' decision", "2026-07-01"), ("handover", "2026-08-01"), ("judgment", "2026-10-01")] {
      town.add(ExitStep.schema, ["exit_case": .row(open), "exit_step": .text(step), "done_on": day(on)])
    }
    let lines = try Lines("exit-cases", town)
    #expect(lines.rows.map { $0["number"] } == ["TC-1", "TC-4"])
    #expect(lines.rows[0]["last_step"] == "移交" && lines.rows[0]["last_on"] == "2026-08-01" && lines.rows[0]["days"] == "121")
    #expect(lines.rows[1]["started_on"] == "")
  }

  @Test("a cancelled licence that serves is a difference, one that was registered again or serves nowhere is none") func registers() throws {
    var town = Town()
    func firm(_ name: String, serves: Bool = true, _ events: [(String, String)]) {
      let firm = town.enterprise(name)
      if serves { _ = town.estate(name + "小区", servedBy: firm) }
      for (kind, on) in events {
        town.add(RegistryEvent.schema, ["enterprise": .row(firm), "registry_event": .text(kind), "told_by": "approval", "happened_on": day(on)])
      }
    }
    firm("已注销", [("registered", "2020-01-01"), ("tax registered", "2020-02-01"), ("licence cancelled", "2026-05-01")])
    firm("又登记", [("licence cancelled", "2026-05-01"), ("registered", "2026-06-01"), ("tax registered", "2026-06-02")])
    firm("不在管", serves: false, [("licence cancelled", "2026-05-01")])
    firm("无纳税", [("tax registered", "2020-02-01"), ("no tax record", "2026-07-01")])
    firm("没消息", [("registered", "2020-01-01")])
    firm("无人提起", [])
    firm("明日注销", [("registered", "2020-01-01"), ("tax registered", "2020-02-01"), ("licence cancelled", "2026-10-01")])
    let lines = try Lines("registry-differences", town)
    #expect(lines.rows.map { "\($0["enterprise"] ?? "") \($0["difference"] ?? "")" } == ["已注销 执照已注销仍在服务", "无纳税 无纳税记录", "没消息 未收到税务信息"])
    #expect(lines.rows[0]["counties"] == "潞州区" && lines.rows[0]["since"] == "2026-05-01")
  }

  @Test("the directory lists who is filed in the county; red or A opens public tenders, D closes them") func directory() throws {
    var town = Town()
    for (name, grade) in [("优秀", "A"), ("普通", "B"), ("最差", "D")] {
      let firm = town.enterprise(name)
      _ = town.estate(name + "小区", servedBy: firm)
      town.add(
        PublishedGrade.schema,
        ["enterprise": .row(firm), "year": .number(2025), "grade": .text(grade), "score": .number(80_000), "published_on": day("2026-03-01")])
    }
    _ = town.estate("未备案小区", servedBy: town.enterprise("未备案"), filed: false)
    let lines = try Lines("tender-directory", town)
    #expect(lines.rows.map { "\($0["enterprise"] ?? "") \($0["developers"] ?? "") \($0["public"] ?? "")" } == ["优秀 是 是", "普通 是 否", "最差 是 否"])
    #expect(lines.row("enterprise", "优秀")?["preferred"] == "是")
    #expect(lines.row("enterprise", "最差")?["bars"] == "不在红榜且非A级；信用D级")
  }

  @Test("a grade says how often an enterprise is inspected; without a grade it is supervised as B") func supervision() throws {
    var town = Town()
    for (name, grade, inspected) in [("甲", "D", ["2026-01-10", "2026-02-10", "2025-12-31", "2026-10-01"]), ("乙", "A", ["2026-01-10"]), ("丙", nil, [])]
      as [(String, String?, [String])]
    {
      let firm = town.enterprise(name)
      let estate = town.estate(name + "小区", servedBy: firm)
      if let grade {
        town.add(
          PublishedGrade.schema,
          ["enterprise": .row(firm), "year": .number(2025), "grade": .text(grade), "score": .number(80_000), "published_on": day("2026-03-01")])
      }
      for (at, on) in inspected.enumerated() {
        // Of the enterprise, or of the estate that it serves.
        town.add(
          Inspection.schema,
          ["county": .row(Town.luzhou), "inspected_on": day(on), "subject": "巡查", at == 0 ? "project" : "enterprise": .row(at == 0 ? estate : firm)])
      }
    }
    let lines = try Lines("supervision-classes", town)
    #expect(lines.rows.map { "\($0["enterprise"] ?? "") \($0["class"] ?? "") \($0["required"] ?? "") \($0["inspected"] ?? "") \($0["short"] ?? "")" }
      == ["甲 从严 12 2 10", "丙 常规 2 0 2", "乙 激励 1 1 0"])
  }

  @Test("an objection and a repair are due some working days after they came in; what was answered is gone") func deadlines() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    func add(_ number: String, _ values: [String: TableBuilder.Value]) {
      town.add(
        Listing.schema,
        ["number": .text(number), "enterprise": .row(firm), "county": .row(Town.luzhou), "list": "black", "status": "published"].merging(values) { $1 })
    }
    add("L-1", ["repair_applied_on": day("2026-09-15")])
    add("L-2", ["repair_applied_on": day("2026-09-14")])
    add("L-3", ["repair_applied_on": day("2026-09-01"), "repair_decided_on": day("2026-09-02")])
    let lines = try Lines("list-deadlines", town, on: "2026-09-28")
    // 20 September is a working Sunday, 25 to 27 are holidays.
    #expect(lines.rows.map { "\($0["number"] ?? "") \($0["due"] ?? "") \($0["overdue"] ?? "")" } == ["L-2 2026-09-28 否", "L-1 2026-09-29 否"])
    #expect(try Lines("list-deadlines", town, on: "2026-09-29").row("number", "L-2")?["overdue"] == "是")
    #expect(lines.readings.contains("list.repairWorkdays"))
  }

  private static func none(_ fields: String...) -> [String: TableBuilder.Value] { Dictionary(uniqueKeysWithValues: fields.map { ($0, .none) }) }

  @Test("overdue at the end of the day, by county and enterprise: unassigned, unanswered, not closed; what lapsed owes nothing") func overdue() throws {
    var town = Town()
    let firm = town.enterprise("甲物业"), other = town.enterprise("乙物业")
    let estate = town.estate("甲小区", servedBy: firm), second = town.estate("乙小区", servedBy: other)
    let open = Self.none("assigned_at", "preliminary_at", "basically_closed_at")
    func status(_ word: String, _ more: [String: TableBuilder.Value]) -> [String: TableBuilder.Value] { more.merging(["status": .text(word)]) { $1 } }
    let today = town.complaint(firm, estate, by: 1, on: "2026-09-30", status("received", open))
    // Due at the end of the 29th; a preliminary result tells that somebody was responsible.
    let late = town.complaint(firm, estate, by: 2, on: "2026-09-26", status("open", Self.none("assigned_at", "basically_closed_at")))
    town.complaint(firm, estate, by: 3, on: "2026-09-27", status("open", Self.none("basically_closed_at")))
    town.complaint(firm, estate, by: 4, on: "2026-09-01", status("withdrawn", open))
    town.complaint(firm, estate, by: 5, on: "2026-09-01")
    let again = town.complaint(other, second, by: 6, on: "2026-09-01", status("rework", [:]))
    let lines = try Lines("overdue-complaints", town)
    func said(_ row: [String: String]) -> String {
      ["county", "enterprise", "complaints", "unassigned", "unanswered", "unclosed", "longest", "again"].map { row[$0] ?? "" }.joined(separator: " ")
    }
    #expect(lines.rows.map(said) == ["潞州区 合计 3 1 1 1 1 1", "潞州区 甲物业 2 1 1 1 1 0", "潞州区 乙物业 1 0 0 0 0 1", "上党区 合计 0 0 0 0 0 0"])
    #expect(lines.evidence[0] == [Evidence("complaint", rows: [today, late, again].map { UInt32($0) })])
    #expect(lines.readings == ["sla.assign", "sla.preliminary", "sla.closeDays", "sla.closeBasis", "sla.rollHoliday"])
    #expect(try said(Lines("overdue-complaints", town, on: "2026-09-29").rows[0]) == "潞州区 合计 1 0 0 0 0 1", "nothing was late at the end of the day before")
  }

  @Test("a rework has the same term from its reopening; the first clock of the complaint stays") func reworks() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("甲小区", servedBy: firm)
    func reopened(_ at: String, closed: String? = nil) {
      let complaint = town.complaint(firm, estate, by: 7, on: "2026-09-01", ["status": .text(closed == nil ? "rework" : "closed")])
      town.add(
        Rework.schema,
        [
          "complaint": .row(complaint), "rework_cause": "dissatisfied", "reopened_at": .moment(Moment(at)!),
          "basically_closed_at": closed.map { .moment(Moment($0)!) } ?? .none,
        ])
    }
    reopened("2026-09-26 10:00")
    reopened("2026-09-27 10:00")
    reopened("2026-09-20 10:00", closed: "2026-09-30 11:00")
    func late(_ on: String) throws -> [String?] {
      try ["again", "again_late", "unclosed"].map { try Lines("overdue-complaints", town, on: on).row("enterprise", "甲物业")?[$0] }
    }
    #expect(try late("2026-09-30") == ["2", "1", "0"])
    #expect(try late("2026-09-29") == ["2", "1", "0"], "the third was open on that day")
  }

  @Test("a plan is overdue from the day after its day, until something is done or the complainant is satisfied on that day or later") func plans() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("甲小区", servedBy: firm)
    func plan(_ until: String, _ more: [String: TableBuilder.Value] = [:], then: String? = nil) {
      let complaint = town.complaint(firm, estate, by: nil, on: "2026-08-01", more)
      for (kind, at, day) in [("planned", "2026-08-01 12:00", until), ("fixed", then, nil)] as [(String, String?, String?)] {
        guard let at else { continue }
        town.add(
          Disposition.schema,
          [
            "complaint": .row(complaint), "disposition": .text(kind), "planned_until": day.map { .day(Fixture.day($0)) } ?? .none,
            "recorded_at": .moment(Fixture.moment(at)),
          ])
      }
    }
    plan("2026-09-20")
    plan("2026-09-29", ["revisited_at": .moment(Fixture.moment("2026-09-28 09:00")), "satisfied": .flag(true)])
    plan("2026-09-30")
    plan("2026-09-10", then: "2026-09-25 10:00")
    plan("2026-09-10", ["revisited_at": .moment(Fixture.moment("2026-09-10 09:00")), "satisfied": .flag(true)])
    plan("2026-09-10", ["status": "rework"])
    let lines = try Lines("overdue-plans", town)
    let here = try #require(lines.row("enterprise", "甲物业"))
    #expect(here["plans"] == "2" && here["oldest"] == "2026-09-20" && here["longest"] == "10")
    #expect(lines.rows.map { "\($0["county"] ?? "") \($0["enterprise"] ?? "") \($0["plans"] ?? "")" } == ["潞州区 合计 2", "潞州区 甲物业 2", "上党区 合计 0"])
    #expect(lines.evidence[1].map(\.table) == ["disposition", "complaint"] && lines.evidence[1].map(\.count) == [2, 2])
    // Before it was carried out the fourth plan was overdue as well.
    #expect(try Lines("overdue-plans", town, on: "2026-09-24").row("enterprise", "甲物业")?["plans"] == "2")
  }
}
