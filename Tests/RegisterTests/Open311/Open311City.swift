import CityModel
import Columns
import Foundation
import Testing

@testable import Register

/// The small city with Open311 documents going in and out.
struct Open311City {
  let city: SmallCity

  init(complaints: String? = nil) throws { city = try SmallCity(complaints: complaints) }

  @discardableResult
  func add(_ document: String, form: Open311Form? = nil, mapping: ComplaintMapping? = nil) throws -> ImportSummary {
    let path = try city.folder.write("requests", document)
    return try city.register.importOpen311(from: path, form: form, mapping: mapping, by: SmallCity.clerk)
  }

  /// One request: these fields over ones that are in order.
  static func request(_ fields: [String: String?] = [:]) -> String {
    let whole: [String: String?] = [
      "service_request_id": "\"A-1\"", "status": "\"open\"", "service_code": "\"cleaning\"", "description": "\"楼道没人打扫\"",
      "requested_datetime": "\"2026-09-01T08:00:00+08:00\"", "updated_datetime": "\"2026-09-02T08:00:00+08:00\"", "address_id": "\"140403001001\"",
    ]
    let merged = whole.merging(fields) { _, new in new }
    return "[{" + merged.sorted { $0.key < $1.key }.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }.joined(separator: ",") + "}]"
  }

  func export(_ form: Open311Form = .json, _ filter: Open311Filter = .init(), scope: Scope = .city) throws -> String {
    var text = ""
    let written = Written()
    try city.register.exportOpen311(form: form, filter: filter, scope: scope, asOf: Moment("2027-06-01 00:00")!, rulebook: .empty) {
      written.text += $0
    }
    text = written.text
    return text
  }

  /// The exported requests by number.
  func exported() throws -> [String: JSONValue] {
    let list = try #require(JSONValue(parsing: try export(), literals: true)).elements
    return Dictionary(list.map { ($0["service_request_id"]?.text ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A field of the one complaint, as it is exported in CSV.
  func stored(_ field: Field) throws -> String? {
    let table = try city.snapshot(asOf: "2027-06-01 00:00").table(Complaint.schema)
    #expect(table.count == 1)
    let column = try table.column(field)
    if case .moment = field.type { return column.moment(0)?.description }
    return column.text(0)
  }

  private final class Written { var text = "" }
}
