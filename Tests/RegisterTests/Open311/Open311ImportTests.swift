import CityModel
import Columns
import Foundation
import Testing

@testable import Register

@Suite("Open311: documents of others come in") struct Open311ImportTests {
  @Test("the specification's own sample: codes as bare numbers keep their text, in JSON and in XML")
  func sample() throws {
    let json = """
      [{"service_request_id":638344,"status":"closed","status_notes":"Duplicate request.","service_name":"Sidewalk and Curb Issues",
        "service_code":006,"description":null,"agency_responsible":null,"service_notice":null,
        "requested_datetime":"2010-04-14T06:37:38-08:00","updated_datetime":"2010-04-14T06:37:38-08:00",
        "expected_datetime":"2010-04-15T06:37:38-08:00","address":"8TH AVE and JUDAH ST","address_id":140403001001,
        "zipcode":94122,"lat":37.762221815,"long":-122.4651145,"media_url":"http://city.gov.s3.amazonaws.com/requests/media/638344.jpg"}]
      """
    let xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <service_requests><request><service_request_id>638344</service_request_id><status>closed</status>
      <status_notes>Duplicate request.</status_notes><service_name>Sidewalk and Curb Issues</service_name><service_code>006</service_code>
      <description></description><agency_responsible></agency_responsible><service_notice/>
      <requested_datetime>2010-04-14T06:37:38-08:00</requested_datetime><updated_datetime>2010-04-14T06:37:38-08:00</updated_datetime>
      <expected_datetime>2010-04-15T06:37:38-08:00</expected_datetime><address>8TH AVE and JUDAH ST</address><address_id>140403001001</address_id>
      <zipcode>94122</zipcode><lat>37.762221815</lat><long>-122.4651145</long>
      <media_url>http://city.gov.s3.amazonaws.com/requests/media/638344.jpg</media_url></request></service_requests>
      """
    let one = try Open311City(), two = try Open311City()
    let summary = try one.add(json)
    #expect(summary.stored == 1, "\(summary.firstFaults)")
    #expect(summary.unknownWords == ["Sidewalk and Curb Issues": 1])
    #expect(try two.add(xml).stored == 1)
    #expect(try one.stored(Complaint.number) == "638344")
    #expect(try one.stored(Complaint.category) == "unknown")
    #expect(try one.stored(Complaint.reportedAt) == "2010-04-14 22:37:38")
    let request = try #require(try one.exported()["638344"])
    #expect(request["service_code"] == .text("006"))
    #expect(request["service_name"] == .text("Sidewalk and Curb Issues"))
    #expect(request["zipcode"] == .text("94122"))
    #expect(request["lat"] == .text("37.762221815"))
    #expect(request["status_notes"] == .text("Duplicate request."))
    #expect(request["updated_datetime"] == .text("2010-04-14T22:37:38+08:00"))
    #expect(try one.export(.xml) == two.export(.xml))
    #expect(try one.export(.json) == two.export(.json))
  }

  @Test(
    "a field that nobody here knows goes out as the JSON that it came in as",
    arguments: [
      #"{"a":[1,2]}"#, #"{"a":[1,null,true,"1"],"b":{}}"#, "12.50", "-1.5e-7", "123456789012345678901234567890", "false", "null", "[]", #""007""#, "[[1],[2]]",
    ])
  func kept(_ value: String) throws {
    let office = try Open311City()
    #expect(try office.add(Open311City.request(["weird": value])).stored == 1)
    #expect(try office.export().contains(#""weird":\#(value)"#))
    let again = try Open311City()
    try again.add(try office.export())
    #expect(try again.export() == office.export())
    #expect(try office.add(Open311City.request(["weird": "13800138000"])).known == 1)
    #expect(try !office.export().contains("13800138000"), "a telephone number is one, also as a number")
  }

  @Test("twice is once, and a sender's later word changes what we have not dealt with")
  func twice() throws {
    let office = try Open311City()
    let document = Open311City.request()
    #expect(try office.add(document).stored == 1)
    let first = try office.export()
    let again = try office.add(document)
    #expect((again.stored, again.known, again.changed) == (0, 1, 0))
    #expect(try office.export() == first)
    #expect(try office.add(Open311City.request(["agency_responsible": "\"城管局\""])).changed == 1)
    #expect(try office.stored(Complaint.status) == "open")
    #expect(try office.add(Open311City.request(["status": "\"closed\""])).changed == 1)
    #expect(try office.stored(Complaint.status) == "basically closed")
  }

  @Test("what was closed here after the revisit stays closed, whatever the sender sends again")
  func revisitStands() throws {
    let office = try Open311City()
    try office.add(Open311City.request(["status": "\"closed\""]))
    try office.city.add(
      Complaint.schema,
      """
      number,source,project,category,accepted_at,basically_closed_at,closed_at,status
      A-1,open311,140403001001,cleaning,2026-09-01 08:00,2026-09-02 08:00,2026-09-05 08:00,closed

      """)
    #expect(try office.stored(Complaint.status) == "closed")
    for status in ["open", "closed"] {
      let summary = try office.add(Open311City.request(["status": "\"\(status)\"", "updated_datetime": "\"2026-09-03T08:00:00+08:00\""]))
      #expect((summary.known, summary.changed) == (1, 0))
      #expect(try office.stored(Complaint.status) == "closed")
      #expect(try office.stored(Complaint.basicallyClosedAt) == "2026-09-02 08:00")
    }
  }

  @Test(
    "one thing wrong: the request is in quarantine with its number, its line and the reason, and the next one is stored",
    arguments: [
      (["service_request_id": nil], "missing-value"), (["status": nil], "missing-value"), (["requested_datetime": nil], "missing-value"),
      (["requested_datetime": "\"2026-09-01 08:00\""], "wrong-value"), (["requested_datetime": "\"2026-02-30T08:00:00Z\""], "wrong-value"),
      (["requested_datetime": "\"yesterday\""], "wrong-value"), (["expected_datetime": "\"soon\""], "wrong-value"),
      (["address_id": nil], "missing-value"), (["address_id": "\"999\""], "unknown-project"),
      (["address_id": nil, "address": "\"没有这个小区\""], "unknown-project"),
      (["status": "\"closed\"", "updated_datetime": nil], "closed-without-time"),
      (["status": "\"closed\"", "updated_datetime": "\"2026-08-01T08:00:00+08:00\""], "dates-out-of-order"),
      (["service_request_id": "\"13834567890\""], "number-names-person"), (["description": "{\"a\":1}"], "wrong-value"),
      (["address_id": "[\"140403001001\"]"], "wrong-value"),
    ] as [([String: String?], String)])
  func oneThingWrong(_ fields: [String: String?], _ code: String) throws {
    let office = try Open311City()
    let wrong = Open311City.request(fields).dropLast(), right = Open311City.request(["service_request_id": "\"A-2\""]).dropFirst()
    let summary = try office.add(wrong + ",\n" + right)
    #expect(summary.read == 2 && summary.stored == 1 && summary.quarantined == 1)
    let row = try #require(try office.city.register.quarantine(ofImport: summary.number).first)
    #expect(row.code == code)
    #expect(row.line == 1)
    #expect(row.message.en.contains("(line 1 of the document)"))
    let again = try office.add(wrong + ",\n" + right)
    #expect((again.stored, again.known, again.quarantined) == (0, 1, 1))
  }

  @Test("a refused request is told by its number, also where all stand on one line, and what is no request is one of them")
  func places() throws {
    let office = try Open311City()
    let good = Open311City.request().dropFirst().dropLast()
    let bad = Open311City.request(["address_id": "\"0\""]).dropFirst().dropLast()
    let summary = try office.add("[\(good),\(bad),7,\n\(bad)]")
    #expect(summary.firstFaults.map(\.line) == [2, 3, 4])
    #expect(summary.firstFaults.map(\.code) == ["unknown-project", "wrong-value", "unknown-project"])
    #expect(summary.firstFaults[2].message.en.contains("line 2 of the document"))
  }

  @Test("the estate by its name where the sender has no code for it, unless two bear the name") func byName() throws {
    let office = try Open311City()
    #expect(try office.add(Open311City.request(["address_id": nil, "address": "\"韩店家园\""])).stored == 1)
    #expect(try office.exported()["A-1"]?["address_id"]?.text == "140404001001")
  }

  @Test("a mapping's table says which services are ours; what no table knows waits as unknown and is counted") func categories() throws {
    let mapping = try ComplaintMapping.load(HotlineCategoryTests.folder + "/mapping.yaml")
    let office = try Open311City()
    let one = Open311City.request(["service_code": "7", "service_name": "\"下水道堵塞\""]).dropLast()
    let two = Open311City.request(["service_request_id": "2", "service_code": "8", "service_name": "\"外星人\""]).dropFirst()
    let summary = try office.add("\(one),\(two)", mapping: mapping)
    #expect(summary.stored == 2 && summary.unknownWords == ["外星人": 1])
    let table = try office.city.snapshot().table(Complaint.schema)
    let category = try table.column(Complaint.category), source = try table.column(Complaint.source)
    #expect((0..<2).map { category.text($0) } == ["drainage", "unknown"])
    #expect(source.text(0) == mapping.source)
    // The sender's own words go out again.
    #expect(try office.exported()["A-1"]?["service_name"]?.text == "下水道堵塞")
    #expect(try office.exported()["A-1"]?["service_code"]?.text == "7")
  }

  @Test("entities, CDATA, comments, attributes, and a request that stands alone") func xml() throws {
    let office = try Open311City()
    let summary = try office.add(
      """
      <?xml version="1.0"?><!-- ours --><request lang="zh"><service_request_id>X&amp;1</service_request_id><status>open</status>
      <service_code><![CDATA[cleaning]]></service_code><description>脏 &lt;很脏&gt; &#x4E2D;<![CDATA[ & ]]>乱</description>
      <requested_datetime>2026-09-01T00:00:00.123Z</requested_datetime><address_id>140403001001</address_id></request>
      """)
    #expect(summary.stored == 1, "\(summary.firstFaults)")
    #expect(try office.stored(Complaint.number) == "X&1")
    #expect(try office.stored(Complaint.content) == "脏 <很脏> 中 & 乱")
    #expect(try office.stored(Complaint.acceptedAt) == "2026-09-01 08:00")
    let twice = try Open311City().add(
      "<service_requests><request><status>open</status><status>closed</status></request></service_requests>")
    #expect(twice.firstFaults.map(\.code) == ["repeated-field"])
  }

  @Test(
    "a document that means harm is refused whole, with its place, and the register is as it was",
    arguments: [
      (String(repeating: "[", count: 5000), "open311-too-deep", 1), ("[{\"a\":1},\n{", "open311-json", 2), ("{\"error\":1}", "open311-no-requests", 1),
      ("<html></html>", "open311-no-requests", 1), ("", "open311-json", 1), ("<!DOCTYPE a><service_requests/>", "open311-doctype", 1),
      ("<service_requests>text</service_requests><x/>", "open311-xml", 1), ("<?xml version='1.0' encoding='gb2312'?><service_requests/>", "open311-encoding", 1),
      (Open311City.request().dropLast() + ",{\"x\":\"" + String(repeating: "x", count: 1 << 20) + "x\"}]", "open311-too-long", 1),
    ])
  func harm(_ document: String, _ code: String, _ line: Int) throws {
    let office = try Open311City()
    let error = #expect(throws: RegisterError.self) { try office.add(document) }
    #expect(error?.code.rawValue == code)
    #expect(error?.line == line)
    #expect(try office.city.register.snapshotCount(of: office.city.register) == 0)
    #expect(try office.city.register.imports().allSatisfy { $0.table != "complaints" })
  }

  @Test("bytes that are no text are refused: GBK says so unless it is named") func encoding() throws {
    let city = try SmallCity(complaints: nil)
    let gbk: [UInt8] = Array("[{\"description\":\"".utf8) + [0xB5, 0xE7, 0xCC, 0xDD] + Array("\"}]".utf8)
    let path = try city.folder.write("gbk.json", gbk)
    let error = #expect(throws: RegisterError.self) { try city.register.importOpen311(from: path, by: SmallCity.clerk) }
    #expect(error?.code.rawValue == "open311-json")
    #expect(try city.register.importOpen311(from: path, encoding: .gbk, by: SmallCity.clerk).read == 1)
  }

  @Test("a cell of a megabyte of quotes costs its own request alone") func quotes() throws {
    let office = try Open311City()
    let quotes = String(repeating: "\\\"", count: 600_000)
    let summary = try office.add(
      Open311City.request(["description": "\"\(quotes)\""]).dropLast() + "," + Open311City.request(["service_request_id": "2"]).dropFirst())
    #expect(summary.firstFaults.map(\.code) == ["field-too-long"])
    #expect(summary.stored == 1)
  }

  @Test("a list that a server wraps, and one that is empty") func wrapped() throws {
    let office = try Open311City()
    #expect(try office.add("{\"jurisdiction_id\":\"x\",\"service_requests\":\(Open311City.request())}").stored == 1)
    #expect(try office.add("[]").read == 0)
    #expect(try office.add("<service_requests/>").read == 0)
  }
}
