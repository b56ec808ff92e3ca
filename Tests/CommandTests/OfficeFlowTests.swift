import Foundation
import Testing

/// A month at the office, from the command line: previewed, enacted, run, decided, published, replayed.
@Suite("the office, at the command") struct OfficeFlowTests {
  private static let script = Command.repository + "/scripts/140403-luzhou/lift-entrapment.lua"

  @Test("a preview leaves the register's bytes as they were, and prints its token") func previewLeavesNoTrace() throws {
    let office = try SampleOffice()
    let before = try office.register
    for format in ["table", "json", "csv", "html"] {
      let outcome = try office()("preview", Self.script, "--period", "2026-09", "--on", "2026-10-12", "--format", format)
      #expect(outcome.code == 0, "\(outcome.all)")
      #expect(outcome.errors.contains("preview token: pv."))
      #expect(try office.register == before, "\(format)")
    }
    let page = try office("zh")("preview", Self.script, "--period", "2026-09", "--on", "2026-10-12", "--format", "html", "--out", "page.html")
    #expect(page.code == 0)
    let html = try office.folder.read("page.html")
    #expect(html.contains("高层住宅电梯困人投诉加扣") && html.contains("<svg"))
    #expect(try office.register == before)
  }

  @Test("what the check refuses has no token and is not enacted; what it warns of is said and enacted") func checked() throws {
    let office = try SampleOffice()
    let text = try String(contentsOfFile: Self.script, encoding: .utf8)
    try FileManager.default.createDirectory(atPath: office.folder["140403-luzhou"], withIntermediateDirectories: true)
    let file = "140403-luzhou/lift-entrapment.lua"
    func enact(_ token: String, _ document: String) throws -> Command.Outcome {
      try office()(
        "enact", file, "--document", document, "--officer", "140403-01", "--reviewed-by", "司法局", "--review-document", "审〔2026〕7号", "--preview", token,
        "--at", "2026-10-12")
    }
    try office.folder.write(file, text.replacing("扣分 = 1,", with: "扣分 = 20,"))
    let refused = try office()("preview", file, "--period", "2026-09", "--on", "2026-10-12")
    #expect(refused.code == 1 && refused.errors.contains("[adjustment-beyond-bound]") && !refused.errors.contains("preview token"), "\(refused.all)")
    #expect(refused.output.contains("潞州区"), "what it would change is shown all the same")
    #expect(try office()("preview", file, "--period", "2026-09", "--on", "2026-10-12", "--format", "json").output.contains("\"token\":null"))
    let failed = try enact("pv", "潞州住建〔2026〕12号")
    #expect(failed.code == 1 && failed.errors.contains("[check-failed]") && failed.errors.contains(":9:"), "\(failed.all)")
    try office.folder.write(file, text)
    let later = try office()("preview", file, "--period", "2026-09", "--on", "2029-01-01")
    #expect(later.code == 1 && later.errors.contains("[basis-expired]"), "\(later.all)")
    let preview = try office()("preview", file, "--period", "2026-09", "--on", "2026-10-12")
    let token = try #require(preview.errors.split(separator: "\n").first { $0.hasPrefix("preview token: ") }).dropFirst(15)
    let warned = try enact(String(token), "别的〔2026〕1号")
    #expect(warned.code == 0 && warned.errors.contains("warning[other-document]"), "\(warned.all)")
    #expect(warned.errors.contains("`别的〔2026〕1号`") && warned.errors.contains("`潞州住建〔2026〕12号`"))
  }

  @Test("a month: preview, enact, run, notice, decide, publish, replay") func month() throws {
    let office = try SampleOffice()
    let xize = office()
    let preview = try xize("preview", Self.script, "--period", "2026-09", "--on", "2026-10-12")
    let token = try #require(preview.errors.split(separator: "\n").first { $0.hasPrefix("preview token: ") }).dropFirst(15)
    let enacted = try xize(
      "enact", Self.script, "--document", "潞州住建〔2026〕12号", "--officer", "140403-01", "--reviewed-by", "司法局", "--review-document", "审〔2026〕7号",
      "--preview", String(token), "--at", "2026-10-12", "--format", "csv")
    #expect(enacted.code == 0, "\(enacted.all)")
    #expect(enacted.output.contains("140403,1,140403-luzhou/lift-entrapment.lua,"))
    let stale = try xize(
      "enact", Self.script, "--document", "d", "--officer", "140403-01", "--reviewed-by", "司法局", "--review-document", "审", "--preview", String(token),
      "--at", "2026-10-12")
    #expect(stale.code == 1 && stale.errors.contains("[preview-stale]"))
    #expect(try xize("layers", "city/D10", "--format", "csv").output.contains("district,140403,1,adjustment"))
    let run = try xize("job", "run", "monthly-lists", "--period", "2026-09", "--district", "140403", "--officer", "140403-02")
    #expect(run.code == 0 && run.errors.contains("recorded 1 runs"), "\(run.all)")
    #expect(run.errors.contains("not enacted: folder — 长治市\n"), "Luzhou has enacted, the city has not")
    let proposals = try xize("proposals", "--district", "潞州区", "--format", "csv").output
    #expect(proposals.contains("black_list"))
    _ = try xize("adopt", "--document", "长政发〔2026〕8号", "--on", "2026-09-01", "--officer", "1404-01", "--at", "2026-10-12")
    let early = try xize("decide", "1", "--accept", "--document", "决1", "--officer", "140403-01", "--at", "2026-10-12")
    #expect(early.code == 1 && early.errors.contains("[notice-missing]") && early.errors.contains("国办发〔2020〕49号"))
    #expect(try xize("notice", "1", "--document", "告1", "--officer", "140403-01", "--at", "2026-10-12").code == 0)
    let decided = try xize("decide", "1", "--accept", "--document", "决1", "--officer", "140403-01", "--at", "2026-10-20", "--format", "csv")
    #expect(decided.code == 0 && decided.output.contains("accepted"), "\(decided.all)")
    let published = try xize("publish", "2026-09", "--district", "潞州区", "--document", "公1", "--officer", "140403-01", "--at", "2026-10-22")
    #expect(published.code == 0 && published.output.contains("1 decisions"), "\(published.all)")
    let replay = try xize("replay", "1")
    #expect(replay.code == 0 && replay.output.contains("every one the same"), "\(replay.all)")
    #expect(try xize("check").code == 0)
    let why = try xize("why", "提请1")
    #expect(why.output.contains("proposal-accepted") && why.output.contains("140403-luzhou/lift-entrapment.lua"), "\(why.all)")
  }

  @Test("two starts at the same time: one runs, the other says so, and every run is recorded once") func sameTime() throws {
    let office = try SampleOffice()
    let both = try office().shell(
      "for i in 1 2; do $xize jobs tick --at 2026-02-10 > out$i 2>&1 & done; wait; $xize jobs tick --at 2026-02-10 > out3 2>&1; cat out1 out2 out3")
    #expect(both.code == 0)
    let runs = try office()("jobs", "list", "--at", "2026-02-10", "--state", "done", "--format", "csv").output.split(whereSeparator: \.isNewline)
    #expect(runs.count == 13, "twelve districts' January: \(both.output)")
    #expect(try office()("check").code == 0)
  }
}
