import CityModel
import Columns
import Foundation
import Register
import Testing

@Suite("What a file may not change") struct RecordGuardTests {
  /// A row, then the same told otherwise.
  static let records: [(TableSchema, String, String, String)] = [
    (
      Conference.schema, "number,county,convened_on,led_by_leader,departments,agenda", "LX-1,140403,2026-03-01,true,住建、城管,飞线",
      "LX-1,140403,2026-03-01,false,住建、城管,飞线和电梯"
    ),
    (
      ListEntry.schema, "number,enterprise,county,list,reason,noticed_on,decided_on,document,removed_on",
      "B-7,91140405YYYY00047B,140405,black,拒不整改,2026-08-01,2026-08-20,黑〔2026〕7号,", "B-7,91140405YYYY00047B,140405,black,拒不整改,2026-08-01,2026-08-20,黑〔2026〕7号,2026-09-01"
    ),
    (
      OwnerVote.schema,
      "number,project,matter,voted_on,total_area,total_owners,voting_area,voting_owners,yes_area,yes_owners,declared_passed",
      "BJ-1,140403001001,dismiss,2026-05-01,38000,420,37000,410,16000,185,false",
      "BJ-1,140403001001,dismiss,2026-05-01,38000,420,37000,410,16000,185,true"
    ),
    (
      Complaint.schema, "number,source,project,category,accepted_at,status", "T-7,desk,140403001001,cleaning,2026-09-01 09:00,open",
      "T-7,desk,140403001001,cleaning,2026-09-01 23:00,open"
    ),
    (
      Complaint.schema, "number,source,project,category,accepted_at,status,finding",
      "T-7,desk,140403001001,cleaning,2026-09-01 09:00,open,substantiated", "T-7,desk,140403001001,cleaning,2026-09-01 09:00,open,unsubstantiated"
    ),
    (
      RectificationOrder.schema, "number,enterprise,county,issued_on,deadline,reminded_on,refused_on",
      "ZG-1,91140405YYYY00047B,140405,2026-05-01,2026-05-20,2026-05-25,", "ZG-1,91140405YYYY00047B,140405,2026-05-01,2026-05-20,2026-05-25,2026-06-01"
    ),
  ]

  @Test("a record told otherwise goes to quarantine, and what was there stays", arguments: records)
  func kept(_ schema: TableSchema, _ header: String, _ first: String, _ second: String) throws {
    let city = try SmallCity()
    #expect(try city.add(schema, header + "\n" + first + "\n").stored == 1)
    let key = String(first.prefix { $0 != "," })
    let before = try #require(try city.register.caseFile(schema, key))
    let summary = try city.add(schema, header + "\n" + second + "\n")
    #expect((summary.known, summary.changed, summary.quarantined) == (0, 0, 1) && summary.faults == ["row-is-decided": 1])
    #expect(try city.register.quarantine(ofImport: summary.number).map(\.raw) == [second])
    let after = try #require(try city.register.caseFile(schema, key))
    #expect(after.row == before.row && after.entries.isEmpty)
    #expect(try city.add(schema, header + "\n" + first + "\n").known == 1, "the same again is known")
  }

  @Test("of several rows of one file the last counts, also where a record is kept afterwards") func oneFile() throws {
    let city = try SmallCity()
    let summary = try city.add(
      Complaint.schema,
      """
      number,source,project,category,accepted_at,status
      T-7,desk,140403001001,cleaning,2026-09-01 09:00,open
      T-7,desk,140403001001,cleaning,2026-09-01 10:00,open

      """)
    #expect((summary.stored, summary.known, summary.changed, summary.quarantined) == (1, 1, 1, 0))
  }

  @Test("a known row that a file would make impossible stays as it was") func impossible() throws {
    let city = try SmallCity()
    let header = "code,name,level,division,county\n"
    #expect(try city.add(Authority.schema, header + "JG-1,东街办事处,street,140403001,140403\n").stored == 1)
    let summary = try city.add(Authority.schema, header + "JG-1,东街办事处,county,140403001,140403\n")
    #expect((summary.known, summary.changed) == (0, 0) && summary.faults == ["division-nesting": 1])
    #expect(try city.register.caseFile(Authority.schema, "JG-1")?.row.text(Authority.level) == "street")
  }

  @Test(
    "once there are officers, who changes a row is one of them and in office",
    arguments: [("nobody-at-all", "unknown-officer"), ("import", "unknown-officer"), ("LZ-09", "officer-not-in-office")])
  func officer(_ officer: String, _ code: String) throws {
    let city = try SmallCity()
    try city.add(OfficerTable.schema, "code,name,level,division,role,from,until\nLZ-09,前任,county,140403,reviewer,2020-01-01,2025-12-31\n")
    let position = try city.register.ledgerPosition()
    let path = try city.folder.write("enterprises.csv", "uscc,name,staff\n91140405YYYY00047B,屯留物业,13\n")
    let who = Attribution(officer: officer, role: "import", moment: SmallCity.clerk.moment)
    do {
      _ = try city.register.importTable(Enterprise.schema, from: path, by: who)
      Issue.record("changed in the name of `\(officer)`")
    } catch {
      #expect(error.code.rawValue == code && error.help?.en.contains("--officer") == true)
    }
    #expect(try city.register.ledgerPosition() == position)
    // Rows that are known as they are need nobody; new ones may come in nobody's name, but in no stranger's.
    let same = try city.folder.write("same.csv", "uscc,name,staff\n91140405YYYY00047B,屯留物业,12\n")
    #expect(try city.register.importTable(Enterprise.schema, from: same, by: who).known == 1)
    let new = try city.folder.write("new.csv", "uscc,name,staff\n91110000802100433B,外来物业,5\n")
    do {
      #expect(try city.register.importTable(Enterprise.schema, from: new, by: who).stored == 1)
      #expect(officer == "import", "new rows in the name of `\(officer)`")
    } catch {
      #expect(officer != "import" && error.code.rawValue == code && error.help?.zh.contains("--officer") == true)
    }
    #expect(try city.add(Enterprise.schema, "uscc,name,staff\n91140405YYYY00047B,屯留物业,13\n").changed == 1, "an officer in office may")
  }

  @Test("a register without officers is the beginning: anybody fills it") func bootstrap() throws {
    let folder = try TemporaryFolder()
    let register = try Register.create(at: folder.file("new.xize"), key: TokenKey(low: 1, high: 2))
    let who = Attribution(officer: "import", role: "import", moment: SmallCity.clerk.moment)
    for staff in [12, 13] {
      let path = try folder.write("enterprises.csv", "uscc,name,staff\n91140405YYYY00047B,屯留物业,\(staff)\n")
      #expect(try register.importTable(Enterprise.schema, from: path, by: who).changed == staff - 12)
    }
  }
}
