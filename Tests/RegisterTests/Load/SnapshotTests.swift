import CityModel
import Columns
import Foundation
@testable import Register
import Synchronization
import Testing

@Suite("Snapshots: a scope, as of a moment, at one ledger position")
struct SnapshotTests {
  @Test func theCityHoldsEveryRowThatHadBegun() throws {
    let snapshot = try SmallCity().snapshot()
    let counts = Dictionary(uniqueKeysWithValues: CitySchema.tables.map { ($0.plural, snapshot.table($0).count) })
    #expect(counts["divisions"] == Divisions.changzhi.all.count)
    #expect(counts["enterprises"] == 3)
    #expect(counts["projects"] == 3)
    #expect(counts["contracts"] == 4)
    // T-5 was accepted at the cut itself, which is no longer September.
    #expect(counts["complaints"] == 4)
    #expect(counts["list_entries"] == 1)
    #expect(snapshot.ledgerPosition == 6)
  }

  @Test func aDistrictHoldsNoRowOfAnother() throws {
    let city = try SmallCity()
    try city.add(
      Filing.schema,
      """
      number,enterprise,county,status,submitted_on,accepted_on,ended_on
      F-1,91140403YYYY00020N,140403,accepted,2023-01-02,2023-01-20,
      F-2,91140404YYYY000392,140404,accepted,2023-01-02,2023-01-20,
      """)
    let snapshot = try city.snapshot(.county("140403"))
    let projects = snapshot.table(Project.schema)
    #expect(try texts(projects, Project.code) == ["140403001001", "140403001002"])
    let complaints = snapshot.table(Complaint.schema)
    #expect(try texts(complaints, Complaint.number) == ["T-1", "T-2", "T-3"])
    #expect(try texts(snapshot.table(Filing.schema), Filing.number) == ["F-1"])
    #expect(try texts(snapshot.table(Contract.schema), Contract.number) == ["HT-1", "HT-2", "HT-3"])
    // The enterprise from the other county serves here since July; the one that neither serves nor is filed here is absent.
    #expect(try texts(snapshot.table(Enterprise.schema), Enterprise.uscc) == ["91140403YYYY00020N", "91140404YYYY000392"])
    // Published by the other county, and so known here.
    #expect(try texts(snapshot.table(ListEntry.schema), ListEntry.number) == ["B-1"])
    // Every reference leads to a row that is there.
    for schema in CitySchema.tables {
      let table = snapshot.table(schema)
      for (position, field) in schema.fields.enumerated() where field.isRequired {
        guard case .reference = field.type else { continue }
        let column = try table.column(position)
        #expect((0..<table.count).allSatisfy { column.reference($0) != nil }, "\(schema.plural).\(field.name)")
      }
    }
  }

  @Test func aCountyThatIsNoneIsAnError() throws {
    let city = try SmallCity()
    for wrong in ["140499", "1404", "140403001", "潞州区"] {
      #expect(code { try city.snapshot(.county(wrong)) } == .unknownDivision)
    }
  }

  @Test func onlyTheColumnsAskedForAreRead() throws {
    let city = try SmallCity()
    let log = Mutex<[String]>([])
    let snapshot = try city.register.snapshot(
      scope: .county("140403"), asOf: Moment("2026-10-01 00:00")!, rulebook: .empty,
      preload: [Complaint.schema: [Complaint.project, Complaint.category]], trace: { sql in log.withLock { $0.append(sql) } })
    func readings() -> [String] { log.withLock { $0.filter { $0.contains("FROM \"complaints\" WHERE (project") } } }
    #expect(readings().map { $0.components(separatedBy: " FROM ")[0] } == ["SELECT \"project\", \"category\""])
    let complaints = snapshot.table(Complaint.schema)
    _ = try complaints.column(Complaint.category)
    #expect(readings().count == 1)
    _ = try complaints.column(Complaint.channel)
    _ = try complaints.column(Complaint.channel)
    #expect(readings().map { $0.components(separatedBy: " FROM ")[0] }.dropFirst() == ["SELECT \"channel\""])
    // A column tells how many rows there are.
    #expect(complaints.count == 3)
    // Tables that nobody touched were neither read nor counted.
    #expect(!log.withLock { $0.contains { $0.contains("SELECT \"uscc\"") || $0.contains("count(*)") } })
  }

  @Test func aCitySnapshotReadsNoRowBeforeSomebodyAsks() throws {
    let city = try SmallCity()
    let log = Mutex<[String]>([])
    let snapshot = try city.register.snapshot(
      scope: .city, asOf: Moment("2026-10-01 00:00")!, rulebook: .empty, preload: [:], trace: { sql in log.withLock { $0.append(sql) } })
    // (The ledger is asked, by its index, what was recorded since.)
    func readings() -> [String] { log.withLock { $0.filter { $0.hasPrefix("SELECT") && !$0.contains("INDEXED BY ledger_moment") } } }
    #expect(readings() == ["SELECT coalesce(max(position), 0) FROM main.ledger"])
    // Under another rulebook the rows are the same: they are counted once.
    for one in [snapshot, snapshot, snapshot.with(rulebook: .empty)] { #expect(one.table(Complaint.schema).count == 4) }
    #expect(readings().dropFirst().map { $0.components(separatedBy: " WHERE ")[0] } == ["SELECT count(*) FROM \"complaints\""])
  }

  @Test func aColumnTouchedLateIsOfTheSamePosition() throws {
    let city = try SmallCity()
    let snapshot = try city.snapshot()
    let complaints = snapshot.table(Complaint.schema)
    #expect(complaints.count == 4)
    try city.add(Complaint.schema, SmallCity.complaints.replacingOccurrences(of: "T-", with: "N-"))
    try city.add(
      Complaint.schema, "number,source,project,category,accepted_at,status\nT-2,12345,140403001002,noise,2026-06-30 23:10,open\n")
    #expect(try texts(complaints, Complaint.number) == ["T-1", "T-2", "T-3", "T-4"])
    #expect(try texts(complaints, Complaint.category)[1] == "cleaning")
    #expect(try city.snapshot().table(Complaint.schema).count == 8)
  }

  @Test func whatHappenedAfterTheCutIsNotKnown() throws {
    let city = try SmallCity()
    let snapshot = try city.snapshot(asOf: "2026-07-02 00:00")
    let complaints = snapshot.table(Complaint.schema)
    #expect(try texts(complaints, Complaint.number) == ["T-1", "T-2", "T-3"])
    #expect(try complaints.column(Complaint.basicallyClosedAt).moment(2) == nil)
    #expect(try texts(complaints, Complaint.status) == ["closed", "open", "open"])
    #expect(snapshot.table(ListEntry.schema).count == 0)
    // A removal in December is not known in October; the maximum period is a plan and is.
    let lists = try city.snapshot().table(ListEntry.schema)
    #expect(try lists.column(ListEntry.removedOn).day(0) == nil)
    #expect(try lists.column(ListEntry.maximumUntil).day(0) == Day("2027-08-20"))
  }

  @Test("what a spreadsheet brought without a ledger is told by the dates beside it") func datesTell() throws {
    let city = try SmallCity()
    try city.add(
      Filing.schema,
      """
      number,enterprise,county,status,submitted_on,accepted_on,ended_on
      F-1,91140403YYYY00020N,140403,cancelled,2026-06-01,2026-07-01,2026-08-01
      F-2,91140403YYYY00020N,140403,withdrawn,2026-06-01,,2026-08-01
      F-3,91140403YYYY00020N,140403,returned,2026-06-01,,

      """)
    try city.add(
      ExitCase.schema,
      """
      number,enterprise,county,exit_ground,started_on,department_confirmed_on,street_confirmed_on,counted_complainants,status,document,ended_on
      E-1,91140403YYYY00020N,140403,complaints,2026-07-10,2026-07-01,2026-07-05,21,exited,潞州〔2026〕1号,2026-08-10

      """)
    for (asOf, filings, exits) in [
      ("2026-06-15 00:00", ["submitted", "submitted", "returned"], []),
      ("2026-07-05 00:00", ["accepted", "submitted", "returned"], ["proposed"]),
      ("2026-07-15 00:00", ["accepted", "submitted", "returned"], ["started"]),
      ("2026-09-01 00:00", ["cancelled", "withdrawn", "returned"], ["exited"]),
    ] {
      let snapshot = try city.snapshot(asOf: asOf)
      #expect(try texts(snapshot.table(Filing.schema), Filing.status) == filings, "as of \(asOf)")
      #expect(try texts(snapshot.table(ExitCase.schema), ExitCase.status) == exits, "as of \(asOf)")
      let counted = try snapshot.table(ExitCase.schema).column(ExitCase.complainants)
      #expect((0..<counted.count).map { counted.integer($0) } == exits.map { $0 == "proposed" ? nil : 21 })
    }
  }

  @Test func everyKindOfColumnIsReadAsItWasWritten() throws {
    let snapshot = try SmallCity().snapshot()
    let projects = snapshot.table(Project.schema)
    #expect(try projects.column(Project.area).integer(0) == 3_800_050)
    #expect(try projects.column(Project.highRise).flag(1) == false)
    #expect(try projects.column(Project.street).reference(0) == Divisions.changzhi.row(of: "140403001"))
    #expect(try projects.column(Project.enterprise).reference(1) == 1)
    let complaints = snapshot.table(Complaint.schema)
    #expect(try complaints.column(Complaint.category).text(0) == "lift entrapment")
    #expect(try complaints.column(Complaint.complainant).integer(1) == nil)
    #expect(try complaints.column(Complaint.complainant).integer(2) == 78)
    #expect(try complaints.column(Complaint.satisfied).flag(0) == true)
    #expect(try complaints.column(Complaint.satisfied).flag(1) == nil)
    #expect(try complaints.column(Complaint.acceptedAt).moment(0) == Moment("2026-05-03 08:00"))
    let enterprises = snapshot.table(Enterprise.schema)
    #expect(try enterprises.column(Enterprise.name).text(1) == "上党, 和谐物业")
    #expect(try enterprises.column(Enterprise.staff4050).integer(1) == nil)
  }

  private func texts(_ table: Columns.Table, _ field: Field) throws -> [String] {
    let column = try table.column(field)
    return (0..<table.count).map { column.text($0) ?? "–" }
  }

  @Test("what a file says was found of a complaint is not known before its basic closure") func finding() throws {
    let city = try SmallCity()
    func found(_ moment: String) throws -> [String?] {
      let table = try city.snapshot(asOf: moment).table(Complaint.schema)
      let finding = try table.column(Complaint.finding)
      return (0..<table.count).map { finding.text($0) }
    }
    #expect(try found("2026-05-03 09:00") == [nil])
    #expect(try found("2026-05-03 09:31") == ["substantiated"])
    #expect(try found("2026-07-02 06:59") == ["substantiated", nil, nil] && found("2026-07-02 07:01") == ["substantiated", nil, "partly"])
  }
}
