import Foundation
import Testing

/// `what_if "FILE"`: what a script would change, asked at a prompt.
@Suite("what if") struct WhatIfTests {
  private static let file = Command.repository + "/scripts/140403-luzhou/lift-entrapment.lua"

  @Test("says what the preview says of the month that ended, largest first, and goes on like any result") func movers() throws {
    let office = try SampleOffice()
    let xize = office()
    let before = try Data(contentsOf: URL(fileURLWithPath: office.folder["xize.db"]))
    let asked = try xize("eval", "-c", "what_if(\"\(Self.file)\")", "--as-of", "2026-09-30", "--format", "csv")
    #expect(asked.code == 0, "\(asked.all)")
    let preview = try xize("preview", Self.file, "--period", "2026-09", "--on", "2026-10-12", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(preview.output.utf8)) as? [String: Any])
    let districts = try #require(object["districts"] as? [[String: Any]])
    let scores = districts.flatMap { $0["scores"] as? [[String: Any]] ?? [] }
    let rows = asked.output.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count == scores.count && !scores.isEmpty, "\(asked.output)")
    for (row, score) in zip(rows, scores) {
      #expect(row[1] == "score" && row[3] == score["uscc"] as? String)
      #expect(row[4] == "\(score["before"] ?? "") \(score["grade_before"] ?? "")" && row[5] == "\(score["after"] ?? "") \(score["grade_after"] ?? "")")
    }
    let one = try xize("eval", "-c", "what_if(\"\(Self.file)\"):sort(\"subject\"):limit(1)", "--as-of", "2026-09-30", "--format", "csv")
    #expect(one.code == 0 && one.output.split(whereSeparator: \.isNewline).count == 2, "\(one.all)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: office.folder["xize.db"])) == before, "no trace")
  }

  @Test("in Chinese words, at the prompt of a county, also a second time") func prompt() throws {
    let office = try SampleOffice()
    let xize = office("zh")
    let line = "假如 \"\(Self.file)\""
    let outcome = try xize.run(Command.binary, ["repl", "--district", "潞州区", "--as-of", "2026-10-12"], input: "\(line)\n:前几行(1)\n", at: #_sourceLocation)
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(outcome.output.contains("缘由") && outcome.output.contains("高层住宅电梯困人投诉加扣："), "\(outcome.output)")
  }

  @Test("of a period that is named, in both languages; not of what is none") func period() throws {
    let office = try SampleOffice()
    for (lang, call) in [("en", "what_if"), ("zh", "假如")] {
      let xize = office(lang)
      func asked(_ rest: String) throws -> Command.Outcome { try xize("eval", "-c", "\(call)(\"\(Self.file)\"\(rest))", "--as-of", "2026-10-12", "--format", "csv") }
      let september = try asked(""), named = try asked(", \"2026-09\""), august = try asked(", \"2026-08\"")
      #expect(september.code == 0 && named.output == september.output, "\(named.all)")
      let preview = try xize("preview", Self.file, "--period", "2026-08", "--on", "2026-10-12", "--format", "json")
      let object = try #require(try JSONSerialization.jsonObject(with: Data(preview.output.utf8)) as? [String: Any])
      let districts = try #require(object["districts"] as? [[String: Any]])
      let scores = districts.flatMap { $0["scores"] as? [[String: Any]] ?? [] }
      #expect(august.output != september.output && !scores.isEmpty)
      #expect(august.output.split(whereSeparator: \.isNewline).count - 1 == scores.count, "\(august.output)")
      for score in scores { #expect(august.output.contains("\(score["after"] ?? "") \(score["grade_after"] ?? "")")) }
      for wrong in ["2026-13", "August", ""] {
        let refused = try asked(", \"\(wrong)\"")
        #expect(refused.code == 1 && refused.errors.contains("[wrong-type]") && refused.errors.contains("`\(wrong)`") && refused.errors.contains("\"2026-08\""), "\(refused.all)")
      }
    }
  }

  @Test("a file that is not there or does not load is told by its own place") func mistakes() throws {
    let office = try SampleOffice()
    let xize = office()
    let missing = try xize("eval", "-c", "what_if \"no.lua\"", "--as-of", "2026-09-30")
    #expect(missing.code == 1 && missing.errors.contains("[missing-file]") && missing.errors.contains("check the name"), "\(missing.all)")
    try office.folder.write("bad.lua", "adjustment \"x\" {\n  titel = \"t\",\n}\n")
    let bad = try xize("eval", "-c", "what_if \"bad.lua\"", "--as-of", "2026-09-30")
    #expect(bad.code == 1 && bad.errors.contains("bad.lua:"), "\(bad.all)")
    #expect(try xize("eval", "-c", "what_if {}", "--as-of", "2026-09-30").code == 1)
  }

  @Test("a rule that is run reads no file") func rules() throws {
    let office = try SampleOffice()
    let xize = office()
    try office.folder.write(
      "140403-luzhou/peek.lua",
      """
      report "peek" {
        title = "t", basis = { document = "d" }, effective = { from = "2026-01-01" },
        rows = function(period) return what_if "\(Self.file)" end,
      }
      """)
    let outcome = try xize("run", "140403-luzhou/peek.lua", "--period", "2026-09", "--district", "140403")
    #expect(outcome.code == 1 && outcome.errors.contains("not-here") && outcome.errors.contains("xize preview"), "\(outcome.all)")
  }
}
