import CityModel
import Columns
import SampleCity
import Testing

@Suite struct SchemaTests {
  @Test func thereIsAFileForEveryTableThatHoldsFacts() {
    let tables = CitySchema.storedTables.map(\.plural).filter { $0 != "divisions" }
    let files = SampleFile.allCases.compactMap { $0.schema?.plural }
    // In the schema's order; what only commands write has no file.
    let written: Set = ["complaint_assignments", "dispositions", "listings", "policy_versions", "restriction_notices"]
    #expect(files == tables.filter { !written.contains($0) })
    #expect(SampleFile.allCases.map(\.name).contains("credit_records.csv"))
  }

  @Test(arguments: SampleFile.allCases)
  func theHeaderIsTheStoredFieldsInOrder(file: SampleFile) {
    #expect(sheet(file).header == file.columns)
    #expect(!sheet(file).rows.isEmpty)
    #expect(sheet(file).rows.allSatisfy { $0.count == file.columns.count })
  }

  @Test(arguments: SampleFile.allCases.filter { $0.schema != nil })
  func everyCellIsOfItsField(file: SampleFile) throws {
    let schema = try #require(file.schema)
    var keys: [String: Set<String>] = ["division": Set(Divisions.changzhi.all.map(\.code))]
    for other in SampleFile.allCases {
      guard let table = other.schema else { continue }
      keys[table.name] = Set(sheet(other).column(table.key))
      if table == Complaint.schema { keys[table.name] = Set(sheet(other).rows.map { $0[0] + " " + $0[1] }) }
    }
    for (position, field) in schema.storedFields.enumerated() {
      let wrong = sheet(file).rows.map { $0[position] }.filter { cell in
        if cell.isEmpty { return field.isRequired }
        return switch field.type {
        case .text: cell.contains { $0.isNewline } || cell.first == " " || cell.last == " "
        case .integer: Int(cell).map { String($0) != cell || $0 < 0 } ?? true
        case .flag: cell != "true" && cell != "false"
        case .moment: Moment(cell).map { $0.description != cell || $0 >= city.through.start } ?? true
        case .day: Day(cell)?.description != cell
        case .elapsed: true
        case .quantity(let quantity): ExactDecimal.units(cell, digits: quantity.digits).map { $0 < 0 } ?? true
        case .enumeration(let words): !words.dictionary.contains(cell)
        case .token: cell.utf8.count != 16 || !cell.allSatisfy { $0.isHexDigit && !$0.isUppercase }
        case .reference(let table): keys[table]?.contains(cell) != true
        }
      }
      #expect(wrong.isEmpty, "\(file.name) \(field.name): \(wrong.prefix(3))")
    }
  }

  @Test(arguments: SampleFile.allCases.filter { $0 != .publishedGrades })
  func keysAreUnique(file: SampleFile) {
    let keys = sheet(file).column(file.schema?.key ?? "id")
    #expect(Set(keys).count == keys.count)
  }

  @Test func codesAreValidAndObviouslyMadeUp() throws {
    for code in sheet(.enterprises).column("uscc") {
      #expect(try USCC(code).text == code)
      #expect(code.dropFirst(8).hasPrefix("YYYY"))
    }
    let elsewhere = sheet(.enterprises).column("uscc").filter { !$0.dropFirst(2).hasPrefix("1404") }
    #expect((10...45).contains(elsewhere.count))
    #expect(Set(sheet(.enterprises).column("name")).count == sheet(.enterprises).rows.count)
  }

  /// Beyond 9,999 the serial goes on with letters, and stays different.
  @Test func aProvinceOfEnterprisesHasAsManyCodesAndNames() throws {
    let many = SampleCity(seed: 7, complaints: 0, enterprises: 45_000, projects: 1000).sheet(.enterprises)
    #expect(many.rows.count == 45_000)
    #expect(Set(many.column("uscc").map { $0.dropFirst(8) }).count == 45_000)
    #expect(Set(many.column("name").map { $0 }).count == 45_000)
    for row in stride(from: 9_900, to: 45_000, by: 97) { _ = try USCC(many[row, "uscc"]) }
  }

  /// The factual days of the past lie before the cut; agreed days may lie after it.
  @Test(arguments: SampleFile.allCases)
  func nothingHappensAfterTheCut(file: SampleFile) {
    let agreed: Set = [Contract.until.name, "deadline", "minimum_until", "maximum_until", "due"]
    let days = file.schema?.storedFields.filter { $0.type == .day && !agreed.contains($0.name) }.map(\.name) ?? ["from"]
    for day in days { #expect(sheet(file).column(day).allSatisfy { $0 < city.through.description }, "\(day)") }
  }

  @Test func officersStandAtTheirLevel() {
    let officers = sheet(.officers)
    let counties = officers.rows.indices.filter { officers[$0, "level"] == "county" }.map { officers[$0, "division"] }
    #expect(Set(counties) == Set(Divisions.changzhi.counties.map(\.code)))
    #expect(Set(officers.column("level")) == Set(Division.Level.allCases.map(\.rawValue)))
    #expect(officers.column("division").allSatisfy { Divisions.changzhi[$0] != nil })
    #expect(officers.column("name").allSatisfy { ["赵", "钱", "孙", "李", "周", "吴", "郑", "王"].contains($0.prefix(1)) })
  }
}
