import CityModel
import Columns
import Foundation
import Register
import Testing

/// Two counties, and in each table one row of either: made from the schemas, so that a new table is tested by being there.
struct TwinCity {
  static let counties = ["140403", "140404"]
  private static let enterprises = ["91140403YYYY00020N", "91140404YYYY000392"]
  /// Natural keys by table: the row of the first county, the row of the second.
  private(set) var keys: [String: [String]] = ["division": counties, "enterprise": enterprises]
  let folder: TemporaryFolder
  let register: Register

  init() throws {
    folder = try TemporaryFolder()
    register = try Register.create(at: folder.file("city.xize"), key: TokenKey(low: 1, high: 2))
    for schema in CitySchema.storedTables where schema.name != "division" {
      let summary = try add(schema, try file(schema))
      #expect(summary.stored == 2 && summary.quarantined == 0, "\(schema.plural): \(summary.firstFaults)")
    }
  }

  mutating func file(_ schema: TableSchema) throws -> String {
    let fields = schema.storedFields.filter { $0.isRequired || $0.name == "county" || schema == Enterprise.schema }
    var lines = [fields.map(\.name).joined(separator: ",")]
    for side in 0...1 { lines.append(fields.map { cell($0, of: schema, side) }.joined(separator: ",")) }
    if keys[schema.name] == nil {
      keys[schema.name] = (0...1).map { cell(schema.field(schema.key) ?? schema.fields[0], of: schema, $0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cell(_ field: Field, of schema: TableSchema, _ side: Int) -> String {
    // A row of each table that no clause of entry refuses.
    switch (schema.name, field.name) {
    case (CommonRevenueStatement.schema.name, CommonRevenueStatement.surplus.name): return "0"
    case (Authority.schema.name, Authority.level.name): return "county"
    case (Commendation.schema.name, Commendation.recipientKind.name): return "county"
    default: break
    }
    return switch field.type {
    case .text where field.name == Enterprise.uscc.name: TwinCity.enterprises[side]
    case .text: "\(schema.name)-\(field.name)-\(side)"
    case .integer: field.name == "year" ? "2025" : "\(side + 3)"
    case .flag: "true"
    case .moment: "2026-06-01 10:00"
    case .day: "2026-06-01"
    case .elapsed: "60"
    case .token: "000000000000004d"
    case .quantity: "\(side + 1)"
    case .enumeration(let words): words.values[side].chinese
    case .reference("division") where field.name == Project.street.name: TwinCity.counties[side] + "001"
    case .reference(let name): keys[name]?[side] ?? ""
    }
  }

  func add(_ schema: TableSchema, _ text: String) throws -> ImportSummary {
    try register.importTable(schema, from: try folder.write("\(schema.plural).csv", Array(text.utf8)), by: SmallCity.clerk)
  }

  func snapshot(_ scope: Scope) throws -> Snapshot {
    try register.snapshot(scope: scope, asOf: Moment("2026-10-01 00:00")!, rulebook: .empty)
  }
}

@Suite("Every entity of the eighteen articles")
struct EntityTests {
  @Test func importsFromCSVAndComesBackInASnapshot() throws {
    let city = try TwinCity()
    let snapshot = try city.snapshot(.city)
    for schema in CitySchema.storedTables where schema.name != "division" {
      let table = snapshot.table(schema)
      #expect(table.count == 2, "\(schema.plural)")
      for field in schema.storedFields where field.isRequired {
        let column = try table.column(field)
        #expect((0..<table.count).allSatisfy { !column.isMissing($0) }, "\(schema.plural).\(field.name)")
      }
    }
  }

  /// What the whole city may see: standards, the pool of experts, the city's text.
  private static let common: Set = ["service_standard", "expert", "policy_version"]

  @Test(arguments: [0, 1])
  func aCountySeesItsOwnRowOnly(side: Int) throws {
    let city = try TwinCity()
    let snapshot = try city.snapshot(.county(TwinCity.counties[side]))
    for schema in CitySchema.storedTables where schema.name != "division" {
      let table = snapshot.table(schema)
      guard !EntityTests.common.contains(schema.name) else {
        #expect(table.count == 2, "\(schema.plural)")
        continue
      }
      #expect(table.count == 1, "\(schema.plural)")
      let key = try table.column(schema.key)
      if schema.field(schema.key)?.type == .text { #expect(key.text(0) == city.keys[schema.name]?[side], "\(schema.plural)") }
    }
  }

  @Test func exportGivesBackWhatWasImported() throws {
    let city = try TwinCity()
    for schema in CitySchema.storedTables where schema.name != "division" {
      var text = ""
      try city.register.export(schema, asOf: Moment("2026-10-01 00:00")!, rulebook: .empty) { text += $0 }
      let summary = try city.add(schema, text)
      #expect(summary.read == 2 && summary.known == 2 && summary.changed == 0, "\(schema.plural): \(summary.firstFaults)")
    }
  }

  @Test func whatBeganAfterTheCutIsNotThere() throws {
    let city = try TwinCity()
    let before = try city.register.snapshot(scope: .city, asOf: Moment("2026-05-31 00:00")!, rulebook: .empty)
    for schema in CitySchema.storedTables {
      guard let dated = schema.dated.flatMap({ schema.field($0) }), dated.isRequired else { continue }
      #expect(before.table(schema).count == 0, "\(schema.plural)")
    }
  }

  @Test func aComplaintIsNamedByNumberAndSourceWhereTwoSourcesShareANumber() throws {
    let city = try SmallCity()
    try city.add(
      Complaint.schema, "number,source,project,category,accepted_at,status\nT-1,省级,140403001001,noise,2026-06-30 23:10,open\n")
    let header = "number,complaint,level,revisited_at\n"
    let summary = try city.add(
      Revisit.schema, header + "H-1,T-1,city,2026-07-01 09:00\nH-2,T-1 省级,city,2026-07-01 09:00\nH-3,T-2,city,2026-07-01 09:00\n")
    #expect(summary.stored == 2 && summary.faults == ["unknown-complaint": 1])
    let snapshot = try city.snapshot()
    let complaint = try snapshot.table(Revisit.schema).column(Revisit.complaint)
    let source = try snapshot.table(Complaint.schema).column(Complaint.source)
    #expect(complaint.reference(0).flatMap { source.text($0) } == "省级")
    #expect(complaint.reference(1).flatMap { source.text($0) } == "12345")
  }

  @Test func daysOutOfOrderGoToQuarantine() throws {
    let city = try SmallCity()
    let summary = try city.add(
      Referral.schema,
      """
      number,county,referred_by,referred_to,facts,referred_on,feedback_on,feedback
      Y-1,140403,housing,城管,占道,2026-06-01,2026-05-31,已处理
      Y-2,140403,housing,城管,占道,2026-06-01,2026-06-01,已处理

      """)
    #expect(summary.stored == 1 && summary.faults == ["dates-out-of-order": 1])
  }

  @Test func aComputedTableCannotBeImported() throws {
    let city = try SmallCity()
    #expect(!CitySchema.storedTables.contains(Duty.schema))
    #expect(throws: RegisterError.self) { try city.add(Duty.schema, "number\nx\n") }
  }
}
