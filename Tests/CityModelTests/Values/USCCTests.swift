import CityModel
import Testing

@Suite("unified social credit codes (GB 32100-2015)")
struct USCCTests {
  @Test(
    "issued codes, and made-up ones whose digits are right, are read",
    arguments: [
      "91110000802100433B", "914403001922038216", "91440300708461136T", "9144030071526726XG", "91140400YYYY00012G", "91140403YYYY00020N",
      "91140404YYYY000392", "91140428YYYY0008XX", "91110000YYYY00098A", "91310000YYYY00100B",
    ])
  func valid(code: String) throws { #expect(try USCC(code).text == code) }

  @Test(
    "each fault is told apart",
    arguments: [
      ("91110000802100433", USCC.Fault.length), ("", .length), ("91110000802100433BB", .length), ("9111000080210O433B", .character),
      ("91110000802100433I", .character), ("91110000802100434B", .organisationCheck), ("91110000802100433C", .check),
      ("91350203M0001QAY9B", .check), ("91110001802100433B", .check),
    ])
  func faults(code: String, fault: USCC.Fault) { #expect(throws: fault) { try USCC(code) } }

  @Test("spaces, lower case and full-width forms are mended; O and 0 are never exchanged") func normalized() throws {
    #expect(try USCC(" 9111 0000 8021 0043 3b ").text == "91110000802100433B")
    #expect(try USCC("９１１１００００８０２１００４３３Ｂ").text == "91110000802100433B")
    #expect(throws: USCC.Fault.character) { try USCC("911100008O2100433B") }
  }

  @Test("a changed character is always noticed") func oneCharacter() {
    let code = Array("91140403YYYY00020N")
    for position in code.indices {
      for other in "0123456789ABCDEFGHJKLMNPQRTUWXY" where other != code[position] {
        var changed = code
        changed[position] = other
        #expect(throws: USCC.Fault.self) { try USCC(String(changed)) }
      }
    }
  }

  @Test("codes are made with their check digits") func making() {
    #expect(USCC.making(prefix: "91", division: "140403", organisation: "YYYY0002") == "91140403YYYY00020N")
    #expect(USCC.making(prefix: "91", division: "14040", organisation: "YYYY0002") == nil)
  }
}
