import Foundation
import Testing

@Suite("xize check SCRIPT") struct CheckScriptTests {
  private static let good = """
    adjustment "noise" {
      title = "噪声", basis = { document = "d", published = "2026-01-01", expires = "2028-12-31" }, effective = { from = "2026-07-01" },
      each = complaint, where = { category = "noise" }, deduct = 1, because = "{number}",
    }
    """

  @Test(
    "the exit code says the worst of what was found",
    arguments: [("2026-10-01", Int32(0)), ("2028-12-01", 1), ("2029-01-01", 2)])
  func exitCodes(day: String, code: Int32) throws {
    let folder = try TemporaryFolder()
    try folder.write("noise.lua", Self.good)
    let outcome = try Command(in: folder)("check", "noise.lua", "--on", day)
    #expect(outcome.code == code, "\(outcome.all)")
    #expect(outcome.output.contains(code == 0 ? "1 script checked, nothing found" : code == 1 ? "0 errors, 1 warning" : "1 error, 0 warnings"))
  }

  @Test("a folder is checked whole, its script tests left out; JSON for editors") func folderAndJSON() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder["140403-luzhou"], withIntermediateDirectories: true)
    try folder.write("140403-luzhou/noise.lua", Self.good.replacing("category", with: "categry"))
    try folder.write("140403-luzhou/noise.test.lua", "test \"x\" { }")
    let outcome = try Command(in: folder, "zh")("check", ".", "--on", "2026-10-01", "--format", "json")
    #expect(outcome.code == 2)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.count == 1)
    #expect(findings[0]["code"] as? String == "unknown-field")
    #expect(findings[0]["line"] as? Int == 3)
    #expect(findings[0]["help"] as? String == "是否想写 `category`？")
  }

  @Test("names of enterprises are looked up where there is a register") func register() throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder)
    try xize("create")
    try folder.write("one.lua", Self.good.replacing("category = \"noise\"", with: "enterprise = \"nobody\""))
    #expect(try xize("check", "one.lua", "--on", "2026-10-01").code == 0)
    let found = try xize("check", "one.lua", "--on", "2026-10-01", "--register", "xize.db")
    #expect(found.code == 2)
    #expect(found.output.contains("error[unknown-row]"))
    #expect(try xize("check", "xize.db").code == 0)
  }

  @Test("what a code means can be asked; what is no code is an error") func explain() throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder)
    #expect(try xize("check", "--explain", "never-matches").output.contains("what to do"))
    #expect(try xize("check", "--explain", "never-match").errors.contains("did you mean `never-matches`?"))
    #expect(try xize("check", "missing.lua").code == 2)
  }

  @Test("the shipped scripts have no errors") func shipped() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command(in: folder)("check", Command.repository + "/scripts", "--on", "2026-10-01")
    #expect(outcome.code <= 1, "\(outcome.output)")
  }
}
