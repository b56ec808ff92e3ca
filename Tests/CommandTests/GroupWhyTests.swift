import Foundation
import Testing

/// What a function makes of an estate's rows together, explained to whoever asks about one of them.
@Suite("why, of points that a function gives") struct GroupWhyTests {
  @Test("the fields that the function names stand beside the conditions, also of the estate") func fields() throws {
    let office = try SampleOffice()
    try FileManager.default.createDirectory(atPath: office.folder["140404-shangdang"], withIntermediateDirectories: true)
    try office.folder.write(
      "140404-shangdang/crowd.lua",
      """
      adjustment "crowd" {
        title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" }, note = "n", each = complaint, where = { category = "noise" },
        deduct = { per = "project", points = function(estate, rows)
          if rows:distinct("complainant") * 1000 <= estate.households then return 0 end
          return 0.5
        end },
        because = "{project}",
      }
      """)
    var xize = office()
    xize.environment["XIZE_SCRIPTS"] = "."
    let rows = try xize("eval", "-c", "complaints:where{ category = \"noise\" }:show(\"number\")", "--district", "140404", "--as-of", "2026-09-30", "--format", "csv").output
    let numbers = rows.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    let outcomes = try numbers.prefix(8).map { try xize("why", $0, "--district", "140404", "--as-of", "2026-09-30").output }
    #expect(!outcomes.isEmpty)
    for output in outcomes {
      #expect(output.contains("project.households") && output.contains("complainant") && output.contains("a function reads it"), "\(output)")
      #expect(output.contains("of the enterprise, ") || output.contains("taken together, the function gives no points"), "\(output)")
    }
  }
}
