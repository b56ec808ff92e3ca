import Foundation
import Testing

/// A day's file of commands in which a complaint goes through the city's commands and its county's own procedure.
@Suite("a file of commands with steps of a district's procedure") struct CaseScriptTests {
  private static let receive = "receive T-9 --officer 140423100-01 --project 140423100-0001 --category 供水 --channel 来电 --at \"2026-09-30 15:00\""

  @Test("city commands and case steps, refusals that are expected and those that are not") func day() throws {
    let office = try SampleOffice()
    let xize = office("zh")
    try office.folder.write(
      "day.txt",
      """
      # 一天
      \(Self.receive)
      !need-missing case step T-9 社区到场 --officer 140423100-03 --at "2026-09-30 15:30"
      !officer-level case step T-9 社区到场 --officer 140423100-01 --attach 现场照片 --at "2026-09-30 15:30"
      case refuse T-9 社区到场 --officer 140423100-03 --reason "不属于社区，电话13812345678" --at "2026-09-30 15:40"
      assign T-9 --officer 140423100-01 --person 140423100-01 --at "2026-09-30 15:45"
      case step T-9 街道督办 --officer 140423100-01 --document 街〔2026〕1号 --at "2026-09-30 16:00"

      """)
    let run = try xize("do", "--script", "day.txt")
    #expect(run.code == 0, "\(run.all)")
    #expect(run.output.contains("T-9 desk：`社区到场` 不予办理，第 1 步已记入台账；轮到街道（乡镇）办理 `街道督办`"), "\(run.output)")
    #expect(run.output.contains("T-9 desk：`街道督办` 办成，第 2 步已记入台账；轮到社区办理 `社区回访`，限 2026-10-10 24:00"), "\(run.output)")
    #expect(!run.all.contains("13812345678"), "no telephone number is printed")
    let shown = try xize("do", "case", "show", "T-9", "--at", "2026-10-08 09:00", "--format", "csv").output
    #expect(shown.contains("街道督办,办成,2026-09-30 16:00,140423100-01,街〔2026〕1号"), "\(shown)")
  }

  @Test("a line that is wrong is named with its number", arguments: [
    ("case step T-9 社区到场 --attach 现场照片", "officer"), ("case due", "case step"), ("case step T-99 社区到场 --officer 140423100-03", "T-99"),
    ("case step T-9 社区到场 --officer 140423100-03 --at yesterday", "yesterday"),
  ])
  func wrongLine(_ line: String, _ said: String) throws {
    let office = try SampleOffice()
    try office.folder.write("day.txt", "\(Self.receive)\n\(line)\n")
    let run = try office()("do", "--script", "day.txt")
    #expect(run.code == 1)
    #expect(run.errors.hasPrefix("xize: day.txt:2: ") && run.errors.contains(said), "\(run.errors)")
  }

  @Test("a case whose last step is late is listed with the department that takes it next, until its complaint is closed") func referred() throws {
    let office = try SampleOffice()
    let xize = office("zh")
    #expect(try xize.shell("$xize do \(Self.receive)").code == 0)
    func referred(_ at: String) throws -> [String] {
      let listed = try xize("do", "case", "referred", "--officer", "140423-01", "--as-of", at, "--format", "csv")
      #expect(listed.code == 0, "\(listed.all)")
      return listed.output.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("T-9 ") }.map(String.init)
    }
    #expect(try referred("2026-10-08 23:59").isEmpty)
    #expect(try referred("2026-10-09 00:01") == ["T-9 desk,投诉逐级督办,街道督办,逾期,140423100002,2026-10-08 24:00,县住建局"])
    let due = try xize("do", "case", "due", "--officer", "140423100-01", "--as-of", "2026-10-09 00:01")
    #expect(due.errors.contains("件已移交部门（xize do case referred）"), "\(due.errors)")
    #expect(try xize("do", "withdraw", "T-9", "--officer", "140423100-01", "--because", "来电撤回", "--at", "2026-10-09 09:00").code == 0)
    #expect(try referred("2026-10-09 10:00").isEmpty)
  }
}
