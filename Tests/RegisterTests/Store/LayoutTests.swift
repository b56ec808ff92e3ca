import CityModel
import Columns
import Foundation
@testable import Register
import Testing

@Suite("SQLite's tables are the city's schemas")
struct LayoutTests {
  @Test(arguments: Layout.tables.map(\.name))
  func everyTableHasTheStoredFieldsInOrder(name: String) throws {
    let schema = try #require(Layout.tables.first { $0.name == name })
    let folder = try TemporaryFolder()
    let register = try Register.create(at: folder.file("city.xize"))
    let columns = try register.describe(schema.plural)
    #expect(columns.map(\.name) == ["id"] + schema.storedFields.map(\.name))
    for (field, column) in zip(schema.storedFields, columns.dropFirst()) {
      #expect(column.type == Layout.sqlType(field.type), "\(field.name)")
      #expect(column.isRequired == field.isRequired, "\(field.name)")
      if case .reference(let target) = field.type {
        #expect(column.references == Layout.tableName(ofReference: target), "\(field.name)")
      } else {
        #expect(column.references == nil, "\(field.name)")
      }
    }
    #expect(try register.isStrict(schema.plural))
  }

  @Test func everyTableOfTheCityIsInAScope() {
    let county = ScopeFilter(isCounty: true)
    // Divisions, the standard of service, the pool of experts and the policy's text are the city's, for all to see.
    for schema in CitySchema.storedTables where !["division", "service_standard", "expert", "policy_version"].contains(schema.name) {
      #expect(county.condition(schema).map { !$0.contains("(0)") && !$0.contains("WHERE 0") } == true, "\(schema.name)")
    }
  }

  @Test func tokensAreSipHashAndNeverTheMissingValue() {
    // The reference vector of the SipHash paper: key 00…0f, message 00…0e.
    let key = TokenKey(low: 0x0706_0504_0302_0100, high: 0x0f0e_0d0c_0b0a_0908)
    #expect(UInt64(bitPattern: key.token((0..<15).map { UInt8($0) })) == 0xa129_ca61_49be_45e5)
    #expect(TokenKey(text: key.text) == key)
  }
}
