import CityModel
import Columns
import Testing

private func day(_ text: String) -> TableBuilder.Value { .day(Fixture.day(text)) }

@Suite("Figures of supervision: response rates, the lists of a month, inspections, fire checks, boards out of date")
struct SupervisionFigureTests {
  @Test("the three clocks by county, street and enterprise, and how often it had to be done again") func rates() throws {
    var town = Town()
    let firm = town.enterprise("甲物业"), other = town.enterprise("乙物业")
    let here = town.estate("一号院", servedBy: firm), there = town.estate("二号院", county: Town.shangdang, servedBy: other)
    let redone = town.complaint(firm, here, by: 1, ["reworks": .number(1)])
    let late = town.complaint(firm, here, by: 2, ["basically_closed_at": .moment(Fixture.moment("2026-06-05 00:01")), "preliminary_at": .moment(Fixture.moment("2026-06-01 13:00"))])
    town.complaint(firm, here, by: 3, ["assigned_at": .moment(Fixture.moment("2026-06-01 10:31"))])
    town.complaint(other, there, by: 4)
    town.complaint(firm, here, by: 5, on: "2025-12-31")
    let lines = try Lines("response-rates", town)
    #expect(lines.rows.map { "\($0["unit"] ?? "") \($0["name"] ?? "") \($0["complaints"] ?? "")" }
      == ["县（区） 潞州区 3", "县（区） 上党区 1", "街道（乡镇） 东街街道 3", "街道（乡镇） 韩店街道 1", "企业 甲物业 3", "企业 乙物业 1"])
    for name in ["潞州区", "东街街道", "甲物业"] {
      let line = try #require(lines.row("name", name))
      #expect(line["assign_rate"] == "66.7%" && line["preliminary_rate"] == "100.0%" && line["close_rate"] == "66.7%")
      #expect(line["redone"] == "1" && line["redone_rate"] == "33.3%")
    }
    #expect(lines.row("name", "韩店街道")?["close_rate"] == "100.0%")
    #expect(lines.evidence[0] == [Evidence("complaint", rows: [redone, late].map { UInt32($0) })])
  }

  @Test("who stood on a list in the month: new, standing, removed, run out; who left before is gone", arguments: [
    ("2026-09-10", nil, nil, "新列入"), ("2026-08-31", nil, nil, "在榜"), ("2026-03-01", "2026-09-01", nil, "移出"), ("2026-09-02", "2026-09-20", nil, "移出"),
    ("2025-09-01", nil, "2026-09-29", "期满移出"), ("2025-08-31", nil, "2026-08-31", "期满移出"), ("2025-08-31", nil, "2026-08-30", nil),
    ("2026-03-01", "2026-08-31", nil, nil), ("2026-10-01", nil, nil, nil), ("2026-08-01", "2026-10-01", "2026-09-30", "在榜"),
  ] as [(String, String?, String?, String?)])
  func lists(decided: String, removed: String?, until: String?, change: String?) throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    town.add(
      ListEntry.schema,
      [
        "enterprise": .row(firm), "county": .row(Town.luzhou), "list": "black", "reason": "两次拒不整改", "document": "潞〔2026〕1号",
        "decided_on": day(decided), "removed_on": removed.map(day) ?? .none, "maximum_until": until.map(day) ?? .none,
      ])
    let lines = try Lines("red-black-lists", town)
    #expect(lines.rows.map { $0["change"] } == (change.map { [$0] } ?? []))
    guard change != nil else { return }
    #expect(lines.rows[0]["county"] == "潞州区" && lines.rows[0]["list"] == "黑榜" && lines.rows[0]["reason"] == "两次拒不整改")
    #expect(try Lines("red-black-lists", town, scope: .county("140404")).rows.isEmpty, "another county does not publish it")
  }

  @Test("inspections that found something wait until they are followed up, and are open until it is mended, of earlier years too") func inspections() throws {
    var town = Town()
    for (on, problems, followed, resolved) in [
      ("2026-02-01", 3, "2026-03-01", true), ("2026-05-01", 2, "2026-06-01", false), ("2026-06-01", 1, nil, nil), ("2025-11-01", 4, nil, nil),
      ("2026-07-01", 0, nil, nil), ("2026-07-02", 1, "2026-10-01", true), ("2026-10-01", 9, nil, nil),
    ] as [(String, Int64, String?, Bool?)] {
      town.add(
        Inspection.schema,
        [
          "county": .row(Town.luzhou), "inspected_on": day(on), "subject": "公示", "problems": .number(problems), "followed_up_on": followed.map(day) ?? .none,
          "resolved": resolved.map { .flag($0) } ?? .none,
        ])
    }
    let lines = try Lines("inspections", town)
    let line = try #require(lines.row("county", "潞州区"))
    #expect(line["inspections"] == "5" && line["with_problems"] == "4" && line["problems"] == "7")
    #expect(line["resolved"] == "1" && line["unmended"] == "1" && line["waiting"] == "3" && line["oldest"] == "2025-11-01")
    #expect(lines.evidence[0] == [Evidence("inspection", rows: [1, 2, 3, 5])])
    #expect(lines.row("county", "上党区")?["inspections"] == "0")
  }

  @Test("a danger of fire is open until it is gone; a report waits until enforcement takes it up") func fire() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号院", servedBy: firm)
    for (on, lane, exits, fixed) in [
      ("2026-02-01", false, true, "2026-03-01"), ("2025-12-01", false, false, nil), ("2026-06-01", true, false, "2026-10-01"), ("2026-07-01", true, true, nil),
    ] as [(String, Bool, Bool, String?)] {
      town.add(
        FireInspection.schema,
        [
          "project": .row(estate), "inspected_on": day(on), "lane_clear": .flag(lane), "exits_clear": .flag(exits), "facilities_work": .flag(true),
          "fixed_on": fixed.map(day) ?? .none,
        ])
    }
    for (on, taken) in [("2026-03-01", "2026-03-02"), ("2026-04-01", nil), ("2025-04-01", nil)] as [(String, String?)] {
      town.add(
        FireReport.schema,
        [
          "project": .row(estate), "enterprise": .row(firm), "report_kind": "fire lane", "reported_on": day(on), "reported_to": "street",
          "enforcement_accepted_on": taken.map(day) ?? .none,
        ])
    }
    let lines = try Lines("fire-safety", town)
    let line = try #require(lines.row("county", "潞州区"))
    #expect(line["checks"] == "3" && line["estates"] == "1" && line["defects"] == "2" && line["open"] == "2")
    #expect(line["lanes"] == "1" && line["exits"] == "2" && line["facilities"] == "0" && line["oldest"] == "2025-12-01")
    #expect(line["reports"] == "2" && line["untaken"] == "2")
    #expect(lines.evidence[0] == [Evidence("fire_inspection", rows: [1, 2]), Evidence("fire_report", rows: [1, 2])])
  }

  @Test("a board is out of date from the thirty-first day after another manager or fee that it does not tell of", arguments: [
    ("2026-01-01", nil, "2026-08-30", 1), ("2026-01-01", nil, "2026-08-31", 0), ("2026-01-01", "2026-08-30", "2026-08-30", 0), ("2026-01-01", "2026-08-29", "2026-08-30", 1),
    ("2026-09-01", nil, "2026-08-30", 0), ("2026-01-01", "2026-10-05", "2026-08-30", 1),
  ] as [(String, String?, String, Int)])
  func outdated(posted: String, updated: String?, changed: String, faults: Int) throws {
    for (kind, table) in [("manager and contact", ManagerAssignment.schema), ("fee standard", ProjectFee.schema)] {
      var town = Town()
      let firm = town.enterprise("甲物业")
      let estate = town.estate("一号院", servedBy: firm)
      for each in DisclosureItem.kinds.dictionary where each != "common revenue" {
        town.add(
          DisclosureItem.schema,
          [
            "project": .row(estate), "disclosure_kind": .text(each), "posted_on": day(each == kind ? posted : "2020-01-01"),
            "updated_on": each == kind ? updated.map(day) ?? .none : .none,
          ])
      }
      town.add(table, ["project": .row(estate), "starts_on": day(changed)])
      let line = try #require(try Lines("disclosure", town).row("county", "潞州区"))
      #expect(line["outdated"] == "\(faults)" && line["complete"] == "\(1 - faults)" && line["missing"] == "0", "\(kind)")
    }
  }
}
