import CityModel
import Columns
import Testing

/// A table whose snapshot stays: derived columns are computed from the snapshot's other tables.
private struct Kept {
  let snapshot: Snapshot
  let schema: TableSchema

  func column(_ field: Field) throws -> Column {
    try withExtendedLifetime(snapshot) { try snapshot.table(schema).column(field) }
  }
}

private func kept(_ town: Town, _ schema: TableSchema) throws -> Kept { Kept(snapshot: try town.snapshot(), schema: schema) }

@Suite("Fields that are computed from other rows")
struct DerivedFieldTests {
  private func day(_ text: String) -> TableBuilder.Value { .day(Fixture.day(text)) }

  @Test("a manager's estates are those of the cut, a moved one not among them") func managerLoad() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estates = ["一号院", "二号院", "三号院"].map { town.estate($0, servedBy: firm) }
    let manager = town.add(Manager.schema, ["code": "M-1", "person_name": "示例", "enterprise": .row(firm)])
    for (estate, ended) in zip(estates, [nil, "2026-09-30", "2026-06-30"] as [String?]) {
      town.add(
        ManagerAssignment.schema,
        ["manager": .row(manager), "project": .row(estate), "starts_on": day("2026-01-01"), "ended_on": ended.map(day) ?? .none])
    }
    // The cut is 1 October 00:00: 30 September still counts.
    let managers = try kept(town, Manager.schema)
    #expect(try managers.column(Manager.projects).integer(0) == 2)
  }

  @Test("absences of the year to the cut count, attended meetings and older ones do not") func absences() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let manager = town.add(Manager.schema, ["code": "M-1", "person_name": "示例", "enterprise": .row(firm)])
    for (on, came) in [("2026-09-01", false), ("2025-10-01", false), ("2025-09-30", false), ("2026-08-01", true)] {
      town.add(MeetingAttendance.schema, ["manager": .row(manager), "meeting_on": day(on), "attended": .flag(came)])
    }
    #expect(try kept(town, Manager.schema).column(Manager.absences).integer(0) == 2)
  }

  @Test(
    "e-bikes beyond what the sockets charge, rounded up; unmeasured turnover is the parameter's two",
    arguments: [
      (100, 20, 250, 50), (100, 20, nil, 60), (10, 3, 150, 6), (10, 20, 100, -10), (0, 0, 250, 0),
    ] as [(Int64, Int64, Int64?, Int64)])
  func shortfall(ebikes: Int64, sockets: Int64, turnover: Int64?, expected: Int64) throws {
    var town = Town()
    let estate = town.estate("一号院")
    town.add(
      ChargingSurvey.schema,
      [
        "project": .row(estate), "surveyed_on": day("2026-06-01"), "ebikes": .number(ebikes), "sockets": .number(sockets),
        "turnover": turnover.map { .number($0) } ?? .none,
      ])
    let surveys = try kept(town, ChargingSurvey.schema)
    #expect(try surveys.column(ChargingSurvey.shortfall).integer(0) == expected)
  }

  @Test("settlement against approval: 110 % is no more than 10 %, a fen more is", arguments: [
    (11_000_000, 1_000_000, 1000), (11_000_001, 1_000_001, 1001), (9_000_000, -1_000_000, -1000),
  ] as [(Int64, Int64, Int64)])
  func overrun(settlement: Int64, overrun: Int64, ratio: Int64) throws {
    var town = Town()
    let estate = town.estate("一号院")
    town.add(
      FundRequest.schema, ["project": .row(estate), "approved": .number(10_000_000), "settlement": .number(settlement)])
    let requests = try kept(town, FundRequest.schema)
    #expect(try requests.column(FundRequest.overrun).integer(0) == overrun)
    #expect(try requests.column(FundRequest.overrunRatio).integer(0) == ratio)
  }

  @Test("a black list of another county reaches the applicant; one that was removed does not") func listed() throws {
    var town = Town()
    let black = town.enterprise("甲物业"), clean = town.enterprise("乙物业")
    let estate = town.estate("一号院", servedBy: black)
    town.add(
      ListEntry.schema,
      ["enterprise": .row(black), "county": .row(Town.shangdang), "list": "black", "decided_on": day("2026-08-01")])
    town.add(
      ListEntry.schema,
      [
        "enterprise": .row(clean), "county": .row(Town.luzhou), "list": "black", "decided_on": day("2026-01-01"),
        "removed_on": day("2026-07-01"),
      ])
    town.add(FundRequest.schema, ["project": .row(estate), "applicant": .row(black), "user": .row(clean)])
    town.add(FundRequest.schema, ["project": .row(estate), "user": .row(black)])
    let requests = try kept(town, FundRequest.schema)
    let applicant = try requests.column(FundRequest.applicantListed), user = try requests.column(FundRequest.userListed)
    #expect(applicant.flag(0) == true && user.flag(0) == false)
    #expect(applicant.flag(1) == false && user.flag(1) == true)
  }

  @Test("complainants of a year for each thousand households, distinct, substantiated, exact") func perThousand() throws {
    var town = Town()
    let firm = town.enterprise("甲物业"), idle = town.enterprise("乙物业")
    let estate = town.estate("一号院", households: 1500, servedBy: firm)
    for person in [1, 2, 2, 3] as [Int64] { town.complaint(firm, estate, by: person) }
    town.complaint(firm, estate, by: 9, finding: "unsubstantiated")
    town.complaint(firm, estate, by: 8, on: "2025-09-30")
    town.complaint(firm, estate, by: nil)
    let table = try kept(town, Enterprise.schema)
    #expect(try table.column(Enterprise.complainants).integer(firm) == 3)
    #expect(try table.column(Enterprise.households).integer(firm) == 1500)
    #expect(try table.column(Enterprise.complainantsPer1000).integer(firm) == 200)
    #expect(try table.column(Enterprise.complainantsPer1000).integer(idle) == nil)
  }

  @Test("what a red tie is broken by: reworks, and the share closed in three days") func tieBreak() throws {
    var town = Town()
    let firm = town.enterprise("甲物业"), quiet = town.enterprise("乙物业")
    let estate = town.estate("一号院", servedBy: firm)
    town.complaint(firm, estate, by: 1, ["reworks": .number(2)])
    town.complaint(firm, estate, by: 2, ["basically_closed_at": .moment(Fixture.moment("2026-06-05 00:01"))])
    town.complaint(firm, estate, by: 3, ["status": "withdrawn", "basically_closed_at": .none])
    let table = try kept(town, Enterprise.schema)
    #expect(try table.column(Enterprise.reworks).integer(firm) == 2)
    #expect(try table.column(Enterprise.closeRate).integer(firm) == 5000)
    #expect(try table.column(Enterprise.closeRate).integer(quiet) == nil)
  }

  @Test("a contract's days to its end, none once it has ended") func expiry() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号院")
    for (until, ended) in [("2026-12-29", nil), ("2026-09-20", nil), ("2026-12-29", "2026-08-01")] as [(String, String?)] {
      town.add(
        Contract.schema,
        [
          "project": .row(estate), "enterprise": .row(firm), "starts_on": day("2023-01-01"), "expires_on": day(until),
          "ended_on": ended.map(day) ?? .none,
        ])
    }
    let contracts = try kept(town, Contract.schema)
    let left = try contracts.column(Contract.expiresIn)
    #expect(left.integer(0) == 90 && left.integer(1) == -10 && left.integer(2) == nil)
  }

  @Test("an estate is taken over on its first day of professional service, contract or record") func takeover() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let served = town.estate("一号院", servedBy: firm, from: "2026-03-01")
    let recorded = town.estate("二号院", servedBy: firm, from: "2026-03-01")
    let own = town.estate("三号院")
    town.add(
      ServicePeriod.schema,
      ["project": .row(recorded), "service_mode": "professional", "starts_on": day("2025-11-01")])
    town.add(ServicePeriod.schema, ["project": .row(own), "service_mode": "self managed", "starts_on": day("2020-01-01")])
    let projects = try kept(town, Project.schema)
    let on = try projects.column(Project.takeoverOn)
    #expect(on.day(served) == Day("2026-03-01") && on.day(recorded) == Day("2025-11-01") && on.day(own) == nil)
  }

  @Test("a complaint lies in the street and county of its estate") func place() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    town.complaint(firm, town.estate("一号院", county: Town.shangdang), by: 1)
    let complaints = try kept(town, Complaint.schema)
    #expect(try complaints.column(Complaint.street).reference(0) == Town.otherStreet)
    #expect(try complaints.column(Complaint.county).reference(0) == Town.shangdang)
  }

  @Test(
    "the Civil Code's shares of owners, in whole numbers",
    arguments: [
      ("dismiss", 200, 200, 101, 101, true), ("dismiss", 199, 200, 150, 150, false), ("dismiss", 200, 200, 100, 150, false),
      ("fund raising", 200, 200, 150, 150, true), ("fund raising", 200, 200, 149, 150, false),
      ("fund use", 200, 200, 101, 101, true), ("dismiss", 301, 200, 200, 200, false),
    ] as [(String, Int64, Int64, Int64, Int64, Bool)])
  func votes(matter: String, area: Int64, owners: Int64, yesArea: Int64, yes: Int64, carried: Bool) throws {
    var town = Town()
    let estate = town.estate("一号院")
    town.add(
      OwnerVote.schema,
      [
        "project": .row(estate), "matter": .text(matter), "voted_on": day("2026-06-01"), "total_area": .number(300),
        "total_owners": .number(300), "voting_area": .number(area), "voting_owners": .number(owners), "yes_area": .number(yesArea),
        "yes_owners": .number(yes),
      ])
    #expect(try kept(town, OwnerVote.schema).column(OwnerVote.carried).flag(0) == carried)
  }

  @Test("a referral waits to its answer, or to the cut") func waiting() throws {
    var town = Town()
    for answer in ["2026-09-11", nil] as [String?] {
      town.add(
        Referral.schema, ["referred_on": day("2026-09-01"), "feedback_on": answer.map(day) ?? .none])
    }
    let waiting = try kept(town, Referral.schema).column(Referral.waiting)
    #expect(waiting.integer(0) == 10 && waiting.integer(1) == 29)
  }
}

@Suite("One word, one meaning, in the whole schema")
struct SchemaWordTests {
  @Test("a Chinese word of a table or field has one English word, and the other way round") func oneToOne() {
    var english: [String: String] = [:]
    var chinese: [String: String] = [:]
    for table in CitySchema.tables {
      for (zh, en) in [(table.chinese, table.name)] + table.fields.map({ ($0.chinese, $0.name) }) {
        #expect(english.updateValue(en, forKey: zh).map { $0 == en } ?? true, "\(table.name): \(zh)")
        // The table of dispositions and its field of that name are still to be told apart.
        guard en != "disposition" else { continue }
        #expect(chinese.updateValue(zh, forKey: en).map { $0 == zh } ?? true, "\(table.name): \(en)")
      }
    }
  }

  @Test("only the table of duties has no stored rows, and no table's plural is another's name") func derivedTables() {
    #expect(CitySchema.tables.filter(\.isDerived) == [Duty.schema])
    #expect(Set(CitySchema.tables.map(\.plural)).isDisjoint(with: CitySchema.tables.map(\.name)))
    #expect(Set(CitySchema.tables.map(\.plural)).count == CitySchema.tables.count)
  }
}
