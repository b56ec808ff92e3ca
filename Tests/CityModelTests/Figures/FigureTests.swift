import CityModel
import Columns
import Testing

/// A figure's lines as text, and the rows that each rests on.
struct Lines {
  let rows: [[String: String]]
  let evidence: [[Evidence]]
  let readings: [String]

  init(_ name: String, _ town: Town, on day: String = "2026-09-30", scope: Scope = .city) throws {
    let figure = try #require(Figure.named(name))
    let result = try figure.result(try town.snapshot(scope: scope), on: Fixture.day(day))
    let names = result.table.columns.map(\.name)
    rows = result.table.rows.map { row in Dictionary(uniqueKeysWithValues: zip(names, row.map(\.plain))) }
    evidence = result.evidence
    readings = result.readings.map(\.key)
    #expect(evidence.count == rows.count)
    #expect(result.table.rows.allSatisfy { $0.count == names.count })
  }

  func row(_ field: String, _ value: String) -> [String: String]? { rows.first { $0[field] == value } }
  func rows(_ field: String, _ value: String) -> [[String: String]] { rows.filter { $0[field] == value } }
}

private func day(_ text: String) -> TableBuilder.Value { .day(Fixture.day(text)) }

@Suite("Quarterly and annual figures: what authorities do")
struct OfficeFigureTests {
  @Test("every figure has a name, an article and both titles, and runs over an empty town") func all() throws {
    #expect(Set(Figure.all.map(\.name)).count == Figure.all.count)
    for figure in Figure.all {
      #expect(!figure.title.zh.isEmpty && !figure.title.en.isEmpty && figure.article.hasPrefix("A"), "\(figure.name)")
      #expect(Figure.named(figure.title.zh)?.name == figure.name)
      _ = try Lines(figure.name, Town())
    }
  }

  @Test("five full-time at the county, one at the street; who left, works half or twice does not count") func staffing() throws {
    var town = Town()
    let county = town.add(
      Authority.schema,
      [
        "code": "GL-1", "name": "住建局", "level": "county", "division": .row(Town.luzhou), "county": .row(Town.luzhou),
        "dedicated_agency": .flag(true),
      ])
    for (person, full, ended) in [
      ("1", true, nil), ("2", true, nil), ("3", true, nil), ("3", true, nil), ("4", false, nil), ("5", true, "2026-09-29"),
      ("6", true, "2026-09-30"),
    ] as [(String, Bool, String?)] {
      town.add(
        StaffAssignment.schema,
        [
          "authority": .row(county), "person": .text(person), "full_time": .flag(full), "starts_on": day("2026-01-01"),
          "ended_on": ended.map(day) ?? .none,
        ])
    }
    let lines = try Lines("staffing-gaps", town)
    let here = try #require(lines.row("place", "潞州区"))
    #expect(here["actual"] == "4" && here["gap"] == "1" && here["body"] == "是" && here["met"] == "否")
    let street = try #require(lines.row("place", "东街街道"))
    #expect(street["required"] == "1" && street["gap"] == "1" && street["body"] == "否")
    #expect(lines.readings == ["staff.county", "staff.street"])
  }

  @Test("a community without its own committee is a gap; the estate's committee is another body") func communities() throws {
    var town = Town()
    let places = ["和平社区", "新华社区"].map { name in
      town.add(Community.schema, ["code": .text(name), "name": .text(name), "county": .row(Town.luzhou), "street": .row(Town.street)])
    }
    town.add(CommunityCommittee.schema, ["community": .row(places[0]), "established_on": day("2026-09-30")])
    let estate = town.estate("一号院")
    town.add(
      Committee.schema, ["project": .row(estate), "committee_kind": "interim committee", "elected_on": day("2026-01-01")])
    let lines = try Lines("staffing-gaps", town)
    #expect(lines.row("place", "和平社区")?["met"] == "是")
    #expect(lines.row("place", "新华社区")?["met"] == "否")
  }

  @Test("a conference counts in its own quarter only, and only when the leader in charge convened it") func conferences() throws {
    var town = Town()
    for (on, led) in [("2026-01-05", true), ("2026-03-31", true), ("2026-06-30", false)] {
      town.add(
        Conference.schema, ["county": .row(Town.luzhou), "convened_on": day(on), "led_by_leader": .flag(led)])
    }
    let lines = try Lines("conferences", town, on: "2026-08-29").rows("county", "潞州区")
    #expect(lines.map { $0["state"] } == ["达标", "未达标", "预警"])
    #expect(lines[0]["held"] == "2" && lines[1]["not_counted"] == "1")
    // The sixtieth day of the quarter is the first that warns.
    #expect(try Lines("conferences", town, on: "2026-08-28").rows("county", "潞州区")[2]["state"] == "进行中")
  }

  @Test("joint is what two of the five departments did", arguments: [
    ("住建、城管", "达标"), ("住建,公安", "达标"), ("住建", "未达标"), ("住建、住建", "未达标"), ("住建、消防救援", "未达标"),
  ])
  func enforcement(departments: String, state: String) throws {
    var town = Town()
    town.add(
      JointEnforcement.schema,
      ["county": .row(Town.luzhou), "enforced_on": day("2026-02-01"), "departments": .text(departments)])
    #expect(try Lines("joint-enforcement", town).rows("county", "潞州区")[0]["state"] == state)
  }

  @Test("open decisions and tasks, the oldest first") func open() throws {
    var town = Town()
    let meeting = town.add(
      Conference.schema, ["county": .row(Town.luzhou), "convened_on": day("2026-09-01"), "led_by_leader": .flag(true)])
    for (what, due, done) in [("一", "2026-09-20", nil), ("二", "2026-09-20", "2026-09-19"), ("三", nil, nil)] as [(String, String?, String?)] {
      town.add(
        ConferenceDecision.schema,
        ["conference": .row(meeting), "decision": .text(what), "due": due.map(day) ?? .none, "done_on": done.map(day) ?? .none])
    }
    for (title, given) in [("新", "2026-09-10"), ("旧", "2026-01-10")] {
      town.add(WorkTask.schema, ["title": .text(title), "assigned_on": day(given), "due": day("2026-09-29")])
    }
    let decisions = try Lines("open-decisions", town)
    #expect(decisions.rows.map { $0["decision"] } == ["一", "三"])
    #expect(decisions.rows[0]["late_by"] == "10" && decisions.rows[0]["age"] == "29" && decisions.rows[1]["late_by"] == "0")
    let tasks = try Lines("open-tasks", town)
    #expect(tasks.rows.map { $0["title"] } == ["旧", "新"] && tasks.rows.allSatisfy { $0["late_by"] == "1" })
  }

  @Test("referrals without feedback, late after thirty days or after the agreed one") func referrals() throws {
    var town = Town()
    for (on, due, feedback) in [("2026-08-31", nil, nil), ("2026-08-30", nil, nil), ("2026-09-01", "2026-09-10", nil), ("2026-01-01", nil, "2026-03-01")]
      as [(String, String?, String?)]
    {
      town.add(
        Referral.schema,
        [
          "county": .row(Town.luzhou), "referred_by": "housing", "referred_to": "urban management", "referred_on": day(on),
          "due": due.map(day) ?? .none, "feedback_on": feedback.map(day) ?? .none,
        ])
    }
    let lines = try Lines("referral-ageing", town)
    #expect(lines.rows.map { $0["late_by"] } == ["1", "0", "20"])
    #expect(lines.rows[0]["referred_to"] == "城管")
  }

  @Test("a month's lists are due on the fifth of the next") func publications() throws {
    var town = Town()
    for (month, on) in [("2026-07-01", "2026-08-05"), ("2026-06-01", "2026-07-06")] {
      town.add(
        ListPublication.schema,
        ["county": .row(Town.luzhou), "covers_from": day(month), "published_on": day(on), "red_entries": .number(3)])
    }
    let lines = try Lines("list-publications", town).rows("county", "潞州区")
    #expect(lines.count == 8)
    #expect(lines.suffix(3).map { $0["state"] } == ["逾期公布", "按期", "未公布"])
    // On 3 September the lists of August are not due yet.
    #expect(try Lines("list-publications", town, on: "2026-09-03").rows("county", "潞州区").last?["state"] == "未到期")
  }

  @Test("a group headed by another than the leader in charge is none; the city's is the city's to see") func groups() throws {
    var town = Town()
    for (county, led) in [(Town.luzhou, true), (Town.shangdang, false)] {
      town.add(
        LeadingGroup.schema,
        ["level": "county", "county": .row(county), "established_on": day("2026-02-01"), "led_by_deputy": .flag(led)])
    }
    let lines = try Lines("leading-groups", town)
    #expect(lines.rows.map { $0["met"] } == ["否", "是", "否"])
    #expect(try Lines("leading-groups", town, scope: .county("140403")).rows.map { $0["place"] } == ["潞州区"])
  }

  @Test("what a group has given in the year, by kind, and its members; a task of another group or year is not its own") func groupWork() throws {
    var town = Town()
    let group = town.add(
      LeadingGroup.schema, ["level": "county", "county": .row(Town.luzhou), "established_on": day("2026-02-01"), "led_by_deputy": .flag(true)])
    for (matter, on) in [("policy", "2026-03-01"), ("policy", "2026-10-01"), ("great problem", "2026-09-30"), ("activity", "2025-12-31")] {
      town.add(
        WorkTask.schema, ["county": .row(Town.luzhou), "task_matter": .text(matter), "assigned_on": day(on), "leading_group": .row(group)])
    }
    town.add(WorkTask.schema, ["county": .row(Town.luzhou), "task_matter": "policy", "assigned_on": day("2026-03-01")])
    for (name, ended) in [("住建", nil), ("城管", "2026-09-29")] as [(String, String?)] {
      town.add(
        MemberUnit.schema,
        ["county": .row(Town.luzhou), "name": .text(name), "leading_group": .row(group), "starts_on": day("2026-02-01"), "ended_on": ended.map(day) ?? .none])
    }
    let line = try #require(try Lines("leading-groups", town).row("place", "潞州区"))
    #expect([line["members"], line["policies"], line["activities"], line["problems"]] == ["1", "1", "0", "1"])
  }

  @Test("a unit came where the record names it, is expected only while it is a member, and answers for what it was given") func memberUnits() throws {
    var town = Town()
    for (name, joined) in [("城管", "2026-01-01"), ("公安", "2026-06-01"), ("管", "2026-01-01")] {
      town.add(MemberUnit.schema, ["county": .row(Town.luzhou), "name": .text(name), "starts_on": day(joined)])
    }
    let first = town.add(
      Conference.schema,
      ["county": .row(Town.luzhou), "convened_on": day("2026-03-01"), "departments": "住建、城管", "led_by_leader": .flag(true)])
    town.add(
      Conference.schema, ["county": .row(Town.luzhou), "convened_on": day("2026-07-01"), "departments": "住建，公安", "led_by_leader": .flag(true)])
    town.add(
      Conference.schema, ["county": .row(Town.shangdang), "convened_on": day("2026-07-01"), "departments": "住建", "led_by_leader": .flag(true)])
    for (unit, due, done) in [("城管局", "2026-04-01", nil), ("城管局", "2026-04-01", "2026-03-20"), ("公安局", "2026-12-01", nil)] as [(String, String, String?)] {
      town.add(
        ConferenceDecision.schema,
        [
          "conference": .row(first), "decision": "清理通道", "responsible": .text(unit), "due": day(due), "done_on": done.map(day) ?? .none,
        ])
    }
    let lines = try Lines("member-units", town)
    func cells(_ unit: String) -> [String?] { ["conferences", "came", "absent", "given", "open", "late"].map { lines.row("unit", unit)?[$0] } }
    #expect(cells("城管") == ["2", "1", "1", "2", "1", "1"])
    #expect(cells("公安") == ["1", "1", "0", "0", "0", "0"], "the decision was taken before it was a member")
    let strangers = lines.rows.filter { $0["duty"] == "不是成员单位的名称" }
    #expect(strangers.map { $0["unit"] } == ["住建"] && strangers.map { $0["came"] } == ["2"], "told once, with the county's own meetings alone")
    #expect(cells("管") == ["2", "0", "2", "0", "0", "0"], "a part of a name is another name")
  }

  @Test("a unit came by whichever of its names the record has; of two names that fit the longer one is meant") func unitNames() throws {
    var town = Town()
    for (name, others) in [("城管", "综合行政执法局"), ("城管执法队", nil)] as [(String, String?)] {
      town.add(
        MemberUnit.schema,
        ["county": .row(Town.luzhou), "name": .text(name), "other_names": others.map { .text($0) } ?? .none, "starts_on": day("2026-01-01")])
    }
    for (on, departments) in [("2026-03-01", "城管局、住建局"), ("2026-04-01", "综合行政执法局"), ("2026-05-01", "城管执法队")] {
      town.add(
        Conference.schema,
        ["county": .row(Town.luzhou), "convened_on": day(on), "departments": .text(departments), "led_by_leader": .flag(true)])
    }
    let lines = try Lines("member-units", town)
    #expect(lines.rows.map { $0["unit"] } == ["城管", "城管执法队", "住建局"])
    #expect(lines.rows.map { $0["came"] } == ["2", "1", "1"])
  }

  @Test("who serves and was not trained in twelve months stands first; another county's training does not count here") func trainings() throws {
    var town = Town()
    let firms = ["甲物业", "乙物业", "丙物业"].map { town.enterprise($0) }
    for (at, firm) in firms.enumerated() { _ = town.estate("\(at)号院", servedBy: firm) }
    for (firm, county, on) in [
      (firms[0], Town.luzhou, "2025-09-30"), (firms[1], Town.luzhou, "2025-10-01"), (firms[1], Town.luzhou, "2026-10-01"), (firms[2], Town.shangdang, "2026-09-01"),
    ] {
      town.add(
        Training.schema,
        ["enterprise": .row(firm), "county": .row(county), "trained_on": day(on), "subject": "电梯应急", "training_hours": .number(4), "participants": .number(9)])
    }
    let lines = try Lines("trainings", town)
    #expect(lines.rows.map { $0["enterprise"] } == ["丙物业", "甲物业", "乙物业"])
    #expect(lines.rows.map { $0["met"] } == ["否", "否", "是"])
    #expect(lines.row("enterprise", "乙物业")?["hours"] == "4" && lines.row("enterprise", "甲物业")?["last_on"] == "2025-09-30")
    #expect(lines.readings == ["training.months"])
  }

  @Test("a community's year: committee, managers who reported in, urgings that nobody heeded, who came to its meetings") func communityWork() throws {
    var town = Town()
    let community = town.add(
      Community.schema, ["code": "140403001001", "name": "和平社区", "county": .row(Town.luzhou), "street": .row(Town.street)])
    let estate = town.add(
      Project.schema, ["code": "P-1", "name": "一号院", "county": .row(Town.luzhou), "street": .row(Town.street), "community": .row(community)])
    _ = town.estate("二号院")
    town.add(CommunityCommittee.schema, ["community": .row(community), "established_on": day("2026-01-01"), "ended_on": day("2026-09-29")])
    let firm = town.enterprise("甲物业")
    let manager = town.add(Manager.schema, ["code": "M-1", "person_name": "吴己", "enterprise": .row(firm)])
    town.add(
      ManagerAssignment.schema,
      ["manager": .row(manager), "project": .row(estate), "starts_on": day("2026-01-01"), "reported_to_community_on": day("2026-01-05")])
    for (on, deadline, heeded) in [("2026-03-01", "2026-09-29", nil), ("2026-03-01", "2026-09-30", nil), ("2026-03-01", "2026-04-01", "2026-05-01"), ("2025-03-01", "2025-04-01", nil)]
      as [(String, String, String?)]
    {
      town.add(
        Urging.schema,
        [
          "enterprise": .row(firm), "county": .row(Town.luzhou), "community": .row(community), "topic": "filing", "made_on": day(on), "deadline": day(deadline),
          "heeded_on": heeded.map(day) ?? .none,
        ])
    }
    for (on, came) in [("2026-02-01", true), ("2026-05-01", false), ("2025-05-01", false)] {
      town.add(MeetingAttendance.schema, ["community": .row(community), "manager": .row(manager), "meeting_on": day(on), "attended": .flag(came)])
    }
    let line = try #require(try Lines("communities", town).row("community", "和平社区"))
    let cells = ["committee", "estates", "owners_committees", "managers", "reported_in", "urgings", "unheeded", "meetings", "invited", "came"].map { line[$0] }
    #expect(cells == ["否", "1", "0", "1", "1", "3", "1", "2", "2", "1"])
    #expect(try Lines("communities", town, on: "2026-09-29").row("community", "和平社区")?["committee"] == "是")
  }

  @Test("a province's commendation is ground for an award, a city's is not, a department's never") func awards() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    for (kind, level) in [("enterprise", "province"), ("enterprise", "city"), ("department", "national"), ("person", "national")] {
      let row = town.add(
        Commendation.schema,
        [
          "recipient_kind": .text(kind), "enterprise": kind == "enterprise" ? .row(firm) : .none, "county": .row(Town.luzhou),
          "commendation_level": .text(level), "commended_on": day("2026-03-01"),
        ])
      town.add(Award.schema, ["commendation": .row(row), "county": .row(Town.luzhou), "award_amount": .number(1_000_000), "granted_on": day("2026-05-01")])
    }
    let lines = try Lines("award-eligibility", town)
    #expect(lines.rows.map { $0["eligible"] } == ["是", "否", "否", "是"])
    #expect(lines.rows.map { $0["conflict"] } == ["否", "是", "是", "否"])
    #expect(lines.rows[0]["awarded"] == "10000.00")
  }

  @Test("the better county stands first, equals share a place") func ranking() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号院", servedBy: firm)
    _ = town.estate("二号院", county: Town.shangdang, servedBy: firm)
    #expect(try Lines("county-ranking", town).rows.map { $0["place"] } == ["1", "1"])
    town.add(
      Conference.schema, ["county": .row(Town.shangdang), "convened_on": day("2026-02-01"), "led_by_leader": .flag(true)])
    town.add(
      JointEnforcement.schema, ["county": .row(Town.shangdang), "enforced_on": day("2026-02-01"), "departments": "住建、城管"])
    town.complaint(firm, estate, by: 1, ["basically_closed_at": .moment(Fixture.moment("2026-06-09 10:00"))])
    let lines = try Lines("county-ranking", town)
    #expect(lines.rows.map { $0["county"] } == ["上党区", "潞州区"])
    #expect(lines.rows[0]["conferences"] == "33.3%" && lines.rows[1]["close_rate"] == "0.0%" && lines.rows[0]["close_rate"] == "")
  }

  @Test("activities of the year, by county") func publicity() throws {
    var town = Town()
    for on in ["2026-01-01", "2026-09-30", "2025-12-31"] {
      town.add(
        PublicityActivity.schema,
        ["county": .row(Town.luzhou), "activity_on": day(on), "publicity_form": "media", "reached": .number(10)])
    }
    let line = try #require(try Lines("publicity", town).row("county", "潞州区"))
    #expect(line["activities"] == "2" && line["reached"] == "20" && line["forms"] == "1")
  }
}

@Suite("Quarterly and annual figures: what estates and enterprises are like")
struct EstateFigureTests {
  @Test("who serves unfiled, contracts after thirty days, estates without a filed manager") func unfiled() throws {
    var town = Town()
    let filed = town.enterprise("甲物业"), unfiled = town.enterprise("乙物业")
    let managed = town.estate("一号院", servedBy: filed)
    _ = town.estate("二号院", servedBy: unfiled, from: "2026-09-15", filed: false)
    _ = town.estate("三号院", county: Town.shangdang, servedBy: unfiled, from: "2026-08-01", filed: false)
    let manager = town.add(Manager.schema, ["code": "M-1", "person_name": "示例", "enterprise": .row(filed)])
    town.add(
      ManagerAssignment.schema,
      ["manager": .row(manager), "project": .row(managed), "starts_on": day("2026-01-01"), "filed_on": day("2026-01-05")])
    let lines = try Lines("unfiled", town)
    #expect(lines.rows("what", "企业").map { $0["county"] } == ["上党区", "潞州区"])
    #expect(lines.rows("what", "合同").count == 1 && lines.rows("what", "合同")[0]["days"] == "30")
    #expect(lines.rows("what", "项目负责人").map { $0["subject"] } == ["三号院"])
  }

  @Test("a guided fee to the fen: base 1.28 with ten percent allows 1.408", arguments: [(140, false), (141, true)] as [(Int64, Bool)])
  func overPrice(fen: Int64, over: Bool) throws {
    var town = Town()
    let estate = town.estate("一号院")
    town.add(
      GuidedPrice.schema,
      ["service_level": .number(4), "base_price": .number(128), "float_up": .number(1000), "starts_on": day("2026-01-01")])
    town.add(
      ProjectFee.schema,
      [
        "project": .row(estate), "regime": "guided", "service_level": .number(4), "price": .number(fen),
        "starts_on": day("2026-02-01"),
      ])
    let lines = try Lines("over-price", town)
    #expect(lines.rows.isEmpty == !over)
    if over { #expect(lines.rows[0]["ceiling"] == "1.40" && lines.evidence[0].map(\.table) == ["project_fee", "guided_price"]) }
  }

  @Test("the county's own table goes before the city's; without any table the fee is listed as such") func priceTables() throws {
    var town = Town()
    let estate = town.estate("一号院"), other = town.estate("二号院", county: Town.shangdang)
    for (county, base) in [(nil, 100), (Town.shangdang, 150)] as [(Int?, Int64)] {
      town.add(
        GuidedPrice.schema,
        [
          "county": county.map { .row($0) } ?? .none, "service_level": .number(2), "base_price": .number(base), "float_up": .number(0),
          "starts_on": day("2026-01-01"),
        ])
    }
    for (project, level, regime) in [(estate, 2, "guided"), (other, 2, "guided"), (estate, 5, "guided"), (estate, 2, "market")] as [(Int, Int64, String)] {
      town.add(
        ProjectFee.schema,
        [
          "project": .row(project), "regime": .text(regime), "service_level": .number(level), "price": .number(120),
          "starts_on": day("2026-02-01"),
        ])
    }
    #expect(try Lines("over-price", town).rows.map { $0["state"] } == ["超出", "无对应价目"])
  }

  @Test(
    "who may be admitted to whose tender",
    arguments: [
      ("developer", true, nil, nil, "是", ""), ("developer", false, nil, nil, "否", "未在属地备案"),
      ("developer", true, "black", nil, "是", ""), ("public institution", true, nil, "A", "是", ""),
      ("public institution", true, "red", "B", "是", ""), ("public institution", true, nil, "B", "否", "不在红榜且非A级"),
      ("state-owned enterprise", true, "black", "A", "否", "在黑榜"), ("owners", false, "black", "D", "是", ""),
    ] as [(String, Bool, String?, String?, String, String)])
  func tender(kind: String, filed: Bool, list: String?, grade: String?, eligible: String, bars: String) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号院")
    if filed {
      town.add(
        Filing.schema,
        ["enterprise": .row(firm), "county": .row(Town.luzhou), "status": "accepted", "submitted_on": day("2026-01-01"), "accepted_on": day("2026-01-20")])
    }
    if let list {
      town.add(
        ListEntry.schema,
        ["enterprise": .row(firm), "county": .row(Town.shangdang), "list": .text(list), "decided_on": day("2026-03-01")])
    }
    if let grade {
      town.add(
        PublishedGrade.schema,
        ["enterprise": .row(firm), "year": .number(2025), "grade": .text(grade), "published_on": day("2026-03-16")])
    }
    let tender = town.add(
      Tender.schema,
      ["project": .row(estate), "tenderer_kind": .text(kind), "announced_on": day("2026-05-01"), "winner": .row(firm)])
    town.add(
      Bid.schema,
      ["tender": .row(tender), "enterprise": .row(firm), "submitted_on": day("2026-05-20"), "admitted": .flag(true)])
    let line = try #require(try Lines("tender-eligibility", town).rows.first)
    #expect(line["eligible"] == eligible && line["bars"] == bars && line["conflict"] == (eligible == "是" ? "否" : "是"))
    if list == "black", eligible == "是" { #expect(line["warnings"]?.contains("在黑榜") == true) }
  }

  @Test("a restriction bars from every tender, and the day of the check decides") func restricted() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号院", servedBy: firm)
    town.add(
      Restriction.schema,
      ["enterprise": .row(firm), "county": .row(Town.luzhou), "decided_on": day("2026-04-01"), "expires_on": day("2026-06-30")])
    let tender = town.add(
      Tender.schema, ["project": .row(estate), "tenderer_kind": "owners", "announced_on": day("2026-03-01")])
    for on in ["2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01"] {
      town.add(
        Bid.schema,
        ["tender": .row(tender), "enterprise": .row(firm), "submitted_on": day("2026-03-20"), "checked_on": day(on)])
    }
    #expect(try Lines("tender-eligibility", town).rows.map { $0["eligible"] } == ["是", "否", "否", "是"])
  }

  @Test("a board is complete with every kind that is up; accounts are counted by themselves") func disclosure() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let complete = town.estate("一号院", servedBy: firm), lacking = town.estate("二号院", servedBy: firm)
    _ = town.estate("三号院")
    for kind in DisclosureItem.kinds.dictionary where kind != "common revenue" {
      town.add(
        DisclosureItem.schema,
        ["project": .row(complete), "disclosure_kind": .text(kind), "posted_on": day("2026-01-01")])
      town.add(
        DisclosureItem.schema,
        [
          "project": .row(lacking), "disclosure_kind": .text(kind), "posted_on": day("2026-01-01"),
          "ended_on": kind == "fee standard" ? day("2026-09-29") : .none,
        ])
    }
    town.add(
      CommonRevenueStatement.schema,
      ["project": .row(lacking), "covers_from": day("2025-01-01"), "covers_until": day("2025-12-31"), "published_on": day("2026-03-01")])
    let line = try #require(try Lines("disclosure", town).row("county", "潞州区"))
    #expect(line["estates"] == "2" && line["complete"] == "1" && line["missing"] == "1" && line["most_missed"] == "收费项目和标准")
    #expect(line["accounts"] == "1" && line["accounts_share"] == "50.0%")
  }

  @Test("what fell due and is not done, by duty") func overdue() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    _ = town.estate("一号院", servedBy: firm)
    let line = try #require(try Lines("overdue-duties", town).row("duty", "公共收益公开"))
    #expect(line["overdue"] == "1" && line["longest"] == "183" && line["in_time"] == "0")
    #expect(line["item"] == "D06" && line["undetermined"] == "1")
    for (item, origin, decided) in [
      ("D06", "duty common revenue accounts 一号院 2026-03-31", "2026-10-01"), ("D05", "duty common revenue accounts 二号院 2026-03-31", "2026-09-01"),
      ("D06", "duty common revenue accounts 一号院 2026-03-31 6", "2026-09-01"),
    ] {
      #expect(try Lines("overdue-duties", town).row("duty", "公共收益公开")?["undetermined"] == "1")
      town.add(
        CreditRecord.schema,
        ["enterprise": .row(firm), "county": .row(Town.luzhou), "item": .text(item), "decided_on": day(decided), "document": "认1号", "origin": .text(origin)])
    }
    #expect(try Lines("overdue-duties", town).row("duty", "公共收益公开")?["undetermined"] == "0", "the credit file has it")
    #expect(try Lines("overdue-duties", town).row("duty", "合同备案")?["undetermined"] ?? "" == "")
  }

  @Test("a committee whose term has run out covers nobody, an interim one does") func committees() throws {
    var town = Town()
    let estates = (1...4).map { town.estate("\($0)号院") }
    for (estate, kind, until) in [
      (estates[0], "owners committee", "2027-01-01"), (estates[1], "interim committee", "2026-09-30"), (estates[2], "owners committee", "2026-09-29"),
    ] {
      town.add(
        Committee.schema,
        ["project": .row(estate), "committee_kind": .text(kind), "elected_on": day("2022-01-01"), "expires_on": day(until)])
    }
    let line = try #require(try Lines("owners-committees", town).row("street", "东街街道"))
    #expect(line["owners"] == "1" && line["interim"] == "1" && line["lapsed"] == "1" && line["share"] == "50.0%")
  }

  @Test("served by anyone is covered; records that contradict the contracts are counted") func service() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    for (name, mode, served) in [("一", "professional", true), ("二", "community trustee", false), ("三", "none", false), ("四", "professional", false)] {
      let estate = town.estate(name, servedBy: served ? firm : nil)
      town.tables["project"]?.set("service_mode", row: estate, to: .text(mode))
      town.tables["project"]?.set("old_estate", row: estate, to: .flag(name == "三"))
    }
    let line = try #require(try Lines("service-coverage", town).row("county", "潞州区"))
    #expect(line["share"] == "75.0%" && line["professional_share"] == "50.0%" && line["none"] == "1" && line["trustee"] == "1")
    #expect(line["contradictions"] == "1" && line["old_uncovered"] == "1")
  }

  @Test("a mode that is set later changes no earlier day") func serviceAsOf() throws {
    var town = Town()
    let kept = town.estate("一"), first = town.estate("二"), bare = town.estate("三"), ended = town.estate("四")
    for estate in [kept, first, bare, ended] { town.tables["project"]?.set("service_mode", row: estate, to: "community trustee") }
    for (estate, mode, from, until) in [
      (kept, "none", "2020-01-01", "2026-11-19"), (kept, "community trustee", "2026-11-20", nil),
      // Nothing was kept before: served as the first period says.
      (first, "none", "2026-11-19", "2026-11-19"), (first, "community trustee", "2026-11-20", nil),
      (ended, "none", "2019-01-01", "2019-12-31"),
    ] as [(Int, String, String, String?)] {
      town.add(
        ServicePeriod.schema,
        ["project": .row(estate), "service_mode": .text(mode), "starts_on": day(from), "ended_on": until.map { day($0) } ?? TableBuilder.Value.none])
    }
    func line(_ on: String) throws -> [String?] {
      let line = try #require(try Lines("service-coverage", town, on: on).row("county", "潞州区"))
      return [line["none"], line["trustee"]]
    }
    #expect(try line("2026-06-30") == ["2", "2"])
    #expect(try line("2026-11-20") == ["0", "4"])
  }

  @Test("the last survey counts, the largest gap stands first, who was not surveyed last") func charging() throws {
    var town = Town()
    let estates = ["一号院", "二号院", "三号院"].map { town.estate($0) }
    for (estate, on, bikes) in [(estates[0], "2026-01-01", 900), (estates[0], "2026-06-01", 50), (estates[1], "2026-06-01", 80)] as [(Int, String, Int64)] {
      town.add(
        ChargingSurvey.schema,
        ["project": .row(estate), "surveyed_on": day(on), "ebikes": .number(bikes), "sockets": .number(10), "turnover": .number(200)])
    }
    for (works, on) in [("charging facilities", "2026-09-30"), ("charging facilities", "2026-10-01"), ("paving", "2026-05-01")] {
      town.add(
        Improvement.schema, ["project": .row(estates[1]), "works": .text(works), "starts_on": day(on), "public_funding": .number(6_000_000)])
    }
    let lines = try Lines("charging-gaps", town)
    #expect(lines.rows.map { $0["public_funding"] } == ["60000.00", "0.00", "0.00"])
    #expect(lines.rows.map { $0["project"] } == ["二号院", "一号院", "三号院"])
    #expect(lines.rows.map { $0["shortfall"] } == ["60", "30", ""])
  }

  @Test("lifts of high-rises that keep e-bikes out on the day") func lifts() throws {
    var town = Town()
    let estate = town.estate("一号院")
    for (high, blocks, on) in [(true, true, "2026-01-01"), (true, true, "2026-10-01"), (true, false, nil), (false, false, nil)] as [(Bool, Bool, String?)] {
      town.add(
        Lift.schema,
        ["code": "DT", "project": .row(estate), "high_rise": .flag(high), "ebike_blocking": .flag(blocks), "blocking_on": on.map(day) ?? .none])
    }
    let line = try #require(try Lines("lift-blocking", town).row("county", "潞州区"))
    #expect(line["lifts"] == "3" && line["gap"] == "2" && line["share"] == "33.3%" && line["estates"] == "1")
  }

  @Test("requests under way are frozen by either party's listing, and who may apply instead is said") func freeze() throws {
    var town = Town()
    let black = town.enterprise("甲物业"), clean = town.enterprise("乙物业")
    let estate = town.estate("一号院"), bare = town.estate("二号院")
    town.add(
      Committee.schema, ["project": .row(estate), "committee_kind": "owners committee", "elected_on": day("2025-01-01")])
    town.add(
      ListEntry.schema, ["enterprise": .row(black), "county": .row(Town.shangdang), "list": "black", "decided_on": day("2026-09-30")])
    for (project, applicant, user, status, paid) in [
      (estate, black, clean, "submitted", nil), (bare, nil, black, "approved", 100), (estate, clean, clean, "approved", nil),
      (estate, black, black, "refused", nil), (estate, black, black, "paid", 500), (estate, black, black, "paid", 400),
    ] as [(Int, Int?, Int, String, Int64?)] {
      town.add(
        FundRequest.schema,
        [
          "project": .row(project), "applicant": applicant.map { .row($0) } ?? .none, "user": .row(user), "status": .text(status),
          "approved": .number(500), "paid": paid.map { .number($0) } ?? .none, "submitted_on": day("2026-08-01"),
        ])
    }
    let lines = try Lines("fund-freeze", town)
    #expect(lines.rows.map { $0["substitute"] } == ["业主委员会", "社区", "业主委员会"])
    #expect(try Lines("fund-freeze", town, on: "2026-09-29").rows.isEmpty)
  }

  @Test("papers that do not fit together are listed with the reason") func diversion() throws {
    var town = Town()
    let firm = town.enterprise("甲物业"), other = town.enterprise("乙物业")
    let estate = town.estate("一号院")
    func request(_ more: [String: TableBuilder.Value]) -> Int {
      var values: [String: TableBuilder.Value] = [
        "project": .row(estate), "user": .row(firm), "status": "approved", "approved": .number(10_000_000),
        "balance": .number(50_000_000), "vote": "业决1号", "decided_on": day("2026-05-01"), "submitted_on": day("2026-04-01"),
      ]
      values.merge(more) { $1 }
      return town.add(FundRequest.schema, values)
    }
    let paid = request([:])
    town.add(FundPayment.schema, ["fund_request": .row(paid), "payee": .row(other), "paid_amount": .number(10_000_001), "paid_on": day("2026-06-01")])
    _ = request(["settlement": .number(11_000_001)])
    _ = request(["settlement": .number(11_000_000)])
    _ = request(["vote": .none, "procedure": "general"])
    _ = request(["vote": .none, "procedure": "emergency"])
    let lines = try Lines("suspected-diversion", town)
    #expect(lines.rows.map { $0["reason"] } == ["拨付超过批准金额", "收款企业不是使用企业", "决算超支应重新申请", "非应急使用无业主决定"])
    #expect(lines.rows[0]["detail"] == "0.01")
  }

  @Test("a measure without the advice to the owners is incomplete") func advice() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    for advised in [day("2026-05-01"), .none] {
      town.add(
        SupervisionMeasure.schema,
        [
          "enterprise": .row(firm), "county": .row(Town.luzhou), "measure": "interview", "taken_on": day("2026-05-01"), "advice": "lower fee",
          "advised_on": advised,
        ])
    }
    #expect(try Lines("owners-advice", town).rows.map { $0["complete"] } == ["是", "否"])
  }
}
