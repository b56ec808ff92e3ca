import CityModel
import Columns
import Foundation
import Testing

@testable import Register

@Suite("Open311: complaints go out") struct Open311ExportTests {
  @Test("a city's complaints go to another register and come out the same, byte for byte", arguments: Open311Form.allCases)
  func round(_ form: Open311Form) throws {
    let office = try Open311City(complaints: SmallCity.complaints), other = try Open311City()
    try office.add(Open311City.request(["x_list": "[1,\"zwei\",[]]", "x_deep": "{\"a\":{\"b\":\"c < d & \\\"e\\\"\"}}", "service_code": "001", "service_name": "\"怪事\""]))
    try office.add(Open311City.request(["service_request_id": "\"A-2\"", "status": "\"closed\"", "extended_status": "\"no_further_action\""]))
    let text = try office.export(form)
    let summary = try other.add(text)
    #expect(summary.stored == 7 && summary.quarantined == 0, "\(summary.firstFaults)")
    #expect(try other.export(form) == text)
    let third = try Open311City()
    try third.add(try other.export(form == .json ? .xml : .json))
    for (number, request) in try office.exported() {
      let carried = try #require(try third.exported()[number])
      for field in Open311Fields.standard { #expect(carried[field] == request[field], "\(number) \(field)") }
    }
  }

  @Test("a request carries what the standard names, and no door") func fields() throws {
    let request = try #require(try Open311City(complaints: SmallCity.complaints).exported()["T-2"])
    #expect(request["service_code"]?.text == "cleaning")
    #expect(request["service_name"]?.text == "环境卫生")
    #expect(request["requested_datetime"]?.text == "2026-06-30T23:00:00+08:00")
    #expect(request["accepted_datetime"]?.text == "2026-06-30T23:10:00+08:00")
    #expect(request["updated_datetime"]?.text == "2026-06-30T23:10:00+08:00")
    #expect(request["expected_datetime"]?.text != nil)
    #expect(request["service_notice"]?.text?.contains("2026-06-30 23:40 前责任到人") == true)
    #expect(request["address"]?.text == "东街二号院")
    #expect(request["address_id"]?.text == "140403001002")
    #expect(Set(request.members.keys).isSubset(of: Set(Open311Fields.standard + Open311Fields.added)))
  }

  @Test("by day, by status, by county") func filters() throws {
    let office = try Open311City(complaints: SmallCity.complaints)
    func numbers(_ filter: Open311Filter, _ scope: Scope = .city) throws -> [String?] {
      try #require(JSONValue(parsing: try office.export(.json, filter, scope: scope))).elements.map { $0["service_request_id"]?.text }
    }
    #expect(try numbers(.init()) == ["T-1", "T-2", "T-3", "T-4", "T-5"])
    #expect(try numbers(.init(from: Day("2026-06-30"), to: Day("2026-09-30"))) == ["T-2", "T-3", "T-4"])
    #expect(try numbers(.init(isOpen: false)) == ["T-1", "T-3"])
    #expect(try numbers(.init(), .county("140404")) == ["T-4", "T-5"])
  }

  @Test("one number of two sources goes out as two") func ambiguous() throws {
    let office = try Open311City(complaints: SmallCity.complaints)
    try office.add(Open311City.request(["service_request_id": "\"T-1\""]))
    #expect(Set(try office.exported().keys).isSuperset(of: ["T-1 12345", "T-1 open311", "T-2"]))
  }

  @Test("the services are the city's categories, and their codes are understood") func services() throws {
    final class Written { var text = "" }
    for form in Open311Form.allCases {
      let written = Written()
      Open311Services.write(form: form) { written.text += $0 }
      #expect(written.text.contains(form == .json ? "\"service_code\":\"lift-entrapment\"" : "<service_code>lift-entrapment</service_code>"))
    }
    let categories = try Open311Categories(nil)
    for value in Complaint.categories.values { #expect(categories[Open311Fields.code(ofCategory: value.name)] == value.name) }
  }
}
