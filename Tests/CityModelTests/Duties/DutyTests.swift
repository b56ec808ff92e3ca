import CityModel
import Columns
import Testing

@Suite("What is due, whether or not anything was filed")
struct DutyTests {
  private func day(_ text: String) -> TableBuilder.Value { .day(Fixture.day(text)) }

  /// 一号院 since 2021, 二号院 since 15 August 2026; one enterprise.
  private func town(_ more: (inout Town, Int, Int) -> Void = { _, _, _ in }) throws -> Snapshot {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let old = town.estate("一号院", servedBy: firm)
    let new = town.estate("二号院", servedBy: firm, from: "2026-08-15", filed: false)
    more(&town, old, new)
    return try town.snapshot()
  }

  private func row(_ snapshot: Snapshot, _ duty: String, _ project: Int, due: String? = nil) throws -> (
    due: String, done: String?, late: Int64, state: String, requirement: String
  )? {
    let table = snapshot.table(Duty.schema)
    let word = try table.column(Duty.duty), at = try table.column(Duty.project), dues = try table.column(Duty.due)
    let done = try table.column(Duty.doneOn), late = try table.column(Duty.lateBy), state = try table.column(Duty.state)
    let requirement = try table.column(Duty.requirement)
    for row in 0..<table.count where word.text(row) == duty && at.reference(row) == project {
      let on = dues.day(row)?.description ?? ""
      if due.map({ $0 == on }) ?? true {
        return (on, done.day(row)?.description, late.integer(row) ?? -1, state.text(row) ?? "", requirement.text(row) ?? "")
      }
    }
    return nil
  }

  @Test("last year's accounts are due on 31 March: published in time, late, or never") func commonRevenue() throws {
    func statement(_ published: String?) throws -> (due: String, done: String?, late: Int64, state: String, requirement: String)? {
      let snapshot = try town { town, old, _ in
        guard let published else { return }
        town.add(
          CommonRevenueStatement.schema,
          [
            "project": .row(old), "covers_from": day("2025-01-01"), "covers_until": day("2025-12-31"),
            "published_on": day(published),
          ])
      }
      return try row(snapshot, "common revenue accounts", 0, due: "2026-03-31")
    }
    let inTime = try #require(try statement("2026-03-31"))
    #expect(inTime.late == 0 && inTime.state == "done in time" && inTime.requirement == "A6")
    let late = try #require(try statement("2026-04-10"))
    #expect(late.late == 10 && late.state == "done late")
    // From 31 March to the last day before the cut of 1 October 00:00.
    let never = try #require(try statement(nil))
    #expect(never.late == 183 && never.state == "overdue" && never.done == nil)
  }

  @Test("half a year does not do for a year, two halves do on the day of the second") func coverage() throws {
    func done(_ parts: [(String, String, String)]) throws -> String? {
      let snapshot = try town { town, old, _ in
        for (from, until, published) in parts {
          town.add(
            CommonRevenueStatement.schema,
            ["project": .row(old), "covers_from": day(from), "covers_until": day(until), "published_on": day(published)])
        }
      }
      return try row(snapshot, "common revenue accounts", 0, due: "2026-03-31")?.done
    }
    let first = ("2025-01-01", "2025-06-30", "2025-07-20"), second = ("2025-07-01", "2025-12-31", "2026-01-20")
    #expect(try done([first]) == nil)
    #expect(try done([second, first]) == "2026-01-20")
    #expect(try done([("2025-01-01", "2025-06-29", "2025-07-20"), second]) == nil)
  }

  @Test("what a requirement asks for is numbered alike wherever the requirement stands in the list") func numbers() throws {
    let town = try town(), city = try DutyRequirement.city(town.rulebook.parameters, on: town.day)
    let numbers = try Duties.rows(town, city).map(\.number)
    #expect(try Set(Duties.rows(town, city.reversed()).map(\.number)) == Set(numbers) && Set(numbers).count == numbers.count)
  }

  @Test(
    "an item is shown while it hangs: taken down before its day it is no longer done, in another's place nothing is missing",
    arguments: [
      ([("2026-09-01", nil)], "2026-09-01"), ([("2026-09-01", "2026-09-10")], nil), ([("2026-09-01", "2026-09-20")], nil),
      ([("2026-09-01", "2026-09-20"), ("2026-09-20", nil)], "2026-09-01"), ([("2026-09-01", "2026-09-10"), ("2026-09-20", nil)], "2026-09-20"),
      ([("2026-09-01", "2026-09-16"), ("2026-09-25", nil)], "2026-09-01"),
    ] as [([(String, String?)], String?)])
  func takenDown(_ items: [(String, String?)], _ done: String?) throws {
    let snapshot = try town { town, _, new in
      for (posted, ended) in items {
        town.add(
          DisclosureItem.schema,
          ["project": .row(new), "disclosure_kind": "fee standard", "posted_on": day(posted), "ended_on": ended.map(day) ?? .none])
      }
    }
    let found = try #require(try row(snapshot, "fee standard", 1))
    #expect(found.due == "2026-09-14" && found.done == done)
  }

  @Test("accounts that were taken down before they were due are not published") func accountsTakenDown() throws {
    for (ended, done) in [("2026-03-30", nil), ("2026-04-01", "2026-02-01")] as [(String, String?)] {
      let snapshot = try town { town, old, _ in
        town.add(
          DisclosureItem.schema,
          [
            "project": .row(old), "disclosure_kind": "common revenue", "posted_on": day("2026-02-01"), "ended_on": day(ended),
            "covers_from": day("2025-01-01"), "covers_until": day("2025-12-31"),
          ])
      }
      #expect(try row(snapshot, "common revenue accounts", 0, due: "2026-03-31")?.done == done)
    }
  }

  @Test("nobody owes the accounts of a time before its estate was served") func newEstate() throws {
    #expect(try row(town(), "common revenue accounts", 1, due: "2026-03-31") == nil)
    let next = try #require(try row(town(), "common revenue accounts", 1, due: "2027-03-31"))
    #expect(next.state == "not yet due" && next.late == 0)
  }

  @Test("a district asks for half-years beside the city's year; the rows tell whose they are") func halfYears() throws {
    let stricter = try #require(
      DutyRequirement(
        "common revenue accounts",
        .each([
          .init(from: MonthDay("01-01")!, until: MonthDay("06-30")!, due: MonthDay("07-31")!),
          .init(from: MonthDay("07-01")!, until: MonthDay("12-31")!, due: MonthDay("01-31")!),
        ]), from: Fixture.day("2026-07-01"), source: "屯住建〔2026〕7号", beside: true))
    let city = try town { town, old, _ in
      town.add(
        CommonRevenueStatement.schema,
        [
          "project": .row(old), "covers_from": day("2026-01-01"), "covers_until": day("2026-06-30"), "published_on": day("2026-08-20"),
        ])
    }
    let district = city.with(requirements: [stricter])
    let half = try #require(try row(district, "common revenue accounts", 0, due: "2026-07-31"))
    #expect(half.late == 20 && half.state == "done late" && half.requirement == "屯住建〔2026〕7号")
    #expect(try row(district, "common revenue accounts", 0, due: "2026-03-31")?.requirement == "A6")
    // The half-year that ended before the requirement was in force fell due before it.
    #expect(try row(district, "common revenue accounts", 0, due: "2026-01-31") == nil)
    #expect(try row(city, "common revenue accounts", 0, due: "2026-07-31") == nil)
    let numbers = try district.table(Duty.schema).column(Duty.number)
    let texts = (0..<numbers.count).compactMap { numbers.text($0) }
    #expect(texts.contains("common revenue accounts 一号院 2026-03-31") && texts.contains("common revenue accounts 一号院 2026-07-31 屯住建〔2026〕7号"))
    #expect(Set(texts).count == numbers.count && texts.count > city.table(Duty.schema).count)
    // What other tables derive is still there, and so is the snapshot that it was made from.
    #expect(try district.table(Project.schema).column(Project.enterprise).reference(0) == 0)
  }

  @Test("filings and reporting in count from the beginning of service") func filings() throws {
    let snapshot = try town { town, _, new in
      let manager = town.add(Manager.schema, ["code": "M-1", "person_name": "示例", "enterprise": .row(0)])
      town.add(
        ManagerAssignment.schema,
        [
          "manager": .row(manager), "project": .row(new), "starts_on": day("2026-08-15"), "filed_on": day("2026-09-14"),
          "reported_to_street_on": day("2026-09-01"),
        ])
    }
    let filed = try #require(try row(snapshot, "manager filing", 1))
    #expect(filed.due == "2026-09-14" && filed.state == "done in time")
    let street = try #require(try row(snapshot, "reporting in to street", 1))
    #expect(street.due == "2026-08-30" && street.late == 2)
    let community = try #require(try row(snapshot, "reporting in to community", 1))
    #expect(community.state == "overdue" && community.late == 31)
    let contract = try #require(try row(snapshot, "contract filing", 1))
    #expect(contract.due == "2026-09-14" && contract.state == "overdue")
    // What fell due before the parameters are in force is nobody's duty.
    #expect(try row(snapshot, "manager filing", 0) == nil)
  }

  @Test("the board shows everything within thirty days of the first") func disclosure() throws {
    let snapshot = try town { town, _, new in
      town.add(
        DisclosureItem.schema, ["project": .row(new), "disclosure_kind": "complaint phone", "posted_on": day("2026-08-20")])
      town.add(
        DisclosureItem.schema,
        [
          "project": .row(new), "disclosure_kind": "fee standard", "posted_on": day("2026-01-20"), "ended_on": day("2026-08-01"),
        ])
    }
    #expect(try row(snapshot, "complaint phone", 1)?.state == "done in time")
    // A predecessor's sheet that was taken down before does not count.
    #expect(try row(snapshot, "fee standard", 1)?.state == "overdue")
  }

  @Test("an enterprise that left before the day owes nothing, one that left after it owes until it left") func ended() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    for (name, last) in [("一号院", "2026-02-20"), ("二号院", "2026-04-30")] {
      let estate = town.estate(name)
      town.add(
        Contract.schema,
        [
          "project": .row(estate), "enterprise": .row(firm), "starts_on": day("2026-02-01"), "signed_on": day("2026-02-01"),
          "ended_on": day(last),
        ])
    }
    let snapshot = try town.snapshot()
    #expect(try row(snapshot, "contract filing", 0) == nil)
    // Due 3 March, left on 30 April.
    #expect(try row(snapshot, "contract filing", 1)?.late == 58)
  }

  @Test("what cannot be asked for is refused", arguments: ["", "rent", "contract filing"])
  func refused(duty: String) {
    let period = DutyRequirement.Period(from: MonthDay("01-01")!, until: MonthDay("12-31")!, due: MonthDay("03-31")!)
    #expect(DutyRequirement(duty, .each([period]), from: Fixture.day("2026-01-01"), source: "x") == nil)
  }

  @Test("before the parameters are in force the table says why it has no rows") func tooEarly() throws {
    var town = Town()
    _ = town.estate("一号院", servedBy: town.enterprise("甲物业"))
    let table = try town.snapshot(cut: "2025-06-01 00:00").table(Duty.schema)
    #expect(table.count == 0)
    #expect(throws: ColumnError.self) { try table.column(Duty.due) }
  }
}
