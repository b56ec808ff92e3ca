import Foundation
import Testing

@testable import Register

@Suite("Reading Open311 documents that mean harm")
struct Open311ReaderTests {
  static func code(_ text: String, xml: Bool) -> String? {
    do {
      if xml { _ = try Open311XML.read(Array(text.utf8)) } else { _ = try Open311JSON.read(Array(text.utf8)) }
      return nil
    } catch { return error.code }
  }

  @Test("codes keep their text, numbers or not")
  func codes() throws {
    let value = try Open311JSON.read(Array(#"[{"service_code": 001, "service_request_id": 638344, "lat": 36.2, "x": null}]"#.utf8))
    guard case .list(let list) = value, let first = list.first else { return #expect(Bool(false), "no list") }
    #expect(first["service_code"]?.text == "001")
    #expect(first["service_request_id"]?.text == "638344")
    #expect(first["x"] == .literal("null") && first["x"]?.text == nil)
    let xml = try Open311XML.read(Array("<?xml version=\"1.0\" encoding=\"utf-8\"?><r><a>001</a><b>x &amp; &#x4E2D;<![CDATA[<z>]]></b><c/></r>".utf8))
    #expect(xml.value["a"]?.text == "001")
    #expect(xml.value["b"]?.text == "x & 中<z>")
    #expect(xml.value["c"]?.text == nil)
  }

  @Test(
    "each attack has its code",
    arguments: [
      ("<!DOCTYPE r [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><r>&b;</r>", true, "open311-doctype"),
      ("<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>", true, "open311-doctype"),
      ("<r>&a;</r>", true, "open311-entity"), ("<r>&#0;</r>", true, "open311-entity"),
      (String(repeating: "<a>", count: 100_000), true, "open311-too-deep"),
      ("<r><a></r></a>", true, "open311-xml"), ("<r", true, "open311-xml"), ("", true, "open311-xml"), ("<r/><r/>", true, "open311-xml"),
      ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><r/>", true, "open311-encoding"),
      (String(repeating: "[", count: 100_000), false, "open311-too-deep"),
      (#"{"a":1,"a":2}"#, false, "open311-repeated-field"), (#"{"a":"\ud800"}"#, false, "open311-json"), (#"{"a":1"#, false, "open311-json"),
      ("", false, "open311-json"), ("NaN", false, "open311-json"), ("[1,]", false, "open311-json"), ("[] []", false, "open311-json"),
    ])
  func attacks(_ text: String, _ isXML: Bool, _ expected: String) { #expect(Self.code(text, xml: isXML) == expected) }
}
