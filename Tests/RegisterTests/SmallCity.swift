import CityModel
import Columns
import Foundation
import Register
import Testing

/// A city of two counties, three estates and three enterprises, as CSV files that read like a case.
struct SmallCity {
  static let enterprises = """
    uscc,name,registered_in,serving_since,staff,staff_4050
    91140403YYYY00020N,潞州物业有限公司,140403,2019-05-01,40,3
    91140404YYYY000392,"上党, 和谐物业",140404,2020-01-01,25,
    91140405YYYY00047B,屯留物业,140405,,12,1

    """
  static let projects = """
    code,name,street,county,households,area,high_rise,old_estate,built_year,service_mode
    140403001001,东街一号院,140403001,140403,420,38000.50,true,false,2012,professional
    140403001002,东街二号院,140403001,140403,150,12000,false,true,1994,professional
    140404001001,韩店家园,140404001,140404,800,91000.25,true,false,2018,professional

    """
  static let contracts = """
    number,project,enterprise,kind,signed_on,starts_on,expires_on,ended_on,filed_on
    HT-1,140403001001,91140403YYYY00020N,ordinary,2022-12-01,2023-01-01,2025-12-31,,2023-01-20
    HT-2,140403001002,91140403YYYY00020N,ordinary,2022-12-01,2023-01-01,2026-06-30,2026-06-30,
    HT-3,140403001002,91140404YYYY000392,ordinary,2026-06-15,2026-07-01,2029-06-30,,
    HT-4,140404001001,91140404YYYY000392,preliminary,2018-01-01,2018-02-01,,,

    """
  static let complaints = """
    number,source,project,channel,category,complainant,reported_at,accepted_at,basically_closed_at,status,finding,satisfied
    T-1,12345,140403001001,12345,电梯困人,000000000000004d,,2026-05-03 08:00,2026-05-03 09:30,已办结,属实,是
    T-2,12345,140403001002,phone,cleaning,,2026-06-30 23:00,2026-06-30 23:10,,open,,
    T-3,12345,140403001002,phone,cleaning,000000000000004e,,2026-07-01 07:00,2026-07-02 07:00,basically closed,partly,
    T-4,12345,140404001001,visit,heating,000000000000004f,,2026-09-30 23:59,,open,,
    T-5,12345,140404001001,visit,heating,000000000000004f,,2026-10-01 00:00,,open,,

    """
  static let listEntries = """
    number,enterprise,county,list,reason,noticed_on,decided_on,document,minimum_until,maximum_until,removed_on
    B-1,91140404YYYY000392,140404,black,拒不整改,2026-08-01,2026-08-20,上党住建〔2026〕9号,2026-11-20,2027-08-20,2026-12-01

    """
  static let officers = """
    code,name,level,division,role,from,until
    LZ-01,王敏,county,140403,reviewer,2025-01-01,
    CZ-01,李强,city,1404,chief,2025-01-01,

    """

  static let clerk = Attribution(officer: "CZ-01", role: "clerk", moment: Moment("2026-10-02 09:00")!)

  let folder: TemporaryFolder
  let register: Register

  init(complaints: String? = SmallCity.complaints) throws {
    folder = try TemporaryFolder()
    register = try Register.create(at: folder.file("city.xize"), key: TokenKey(low: 1, high: 2))
    var files = [
      (Enterprise.schema, SmallCity.enterprises), (Project.schema, SmallCity.projects), (Contract.schema, SmallCity.contracts),
      (ListEntry.schema, SmallCity.listEntries), (OfficerTable.schema, SmallCity.officers),
    ]
    if let complaints { files.append((Complaint.schema, complaints)) }
    for (schema, text) in files {
      let summary = try add(schema, text)
      #expect(summary.quarantined == 0, "\(schema.plural): \(summary.firstFaults)")
    }
  }

  @discardableResult
  func add(_ schema: TableSchema, _ text: String, encoding: FileEncoding = .utf8) throws -> ImportSummary {
    try add(schema, bytes: Array(text.utf8), encoding: encoding)
  }

  @discardableResult
  func add(_ schema: TableSchema, bytes: [UInt8], encoding: FileEncoding = .utf8) throws -> ImportSummary {
    let path = try folder.write("\(schema.plural).csv", bytes)
    return try register.importTable(schema, from: path, encoding: encoding, by: SmallCity.clerk)
  }

  func snapshot(_ scope: Scope = .city, asOf: String = "2026-10-01 00:00") throws -> Snapshot {
    try register.snapshot(scope: scope, asOf: Moment(asOf)!, rulebook: .empty)
  }
}

extension Rulebook {
  /// No test of the register depends on a parameter's value.
  static let empty: Rulebook = try! .standard()
}

extension Register {
  func snapshotCount(of register: Register) throws -> Int {
    try register.snapshot(scope: .city, asOf: Moment("2026-10-01 00:00")!, rulebook: .empty).table(Complaint.schema).count
  }
}
