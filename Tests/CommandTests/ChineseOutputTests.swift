import Foundation
import Testing

/// An administrator who reads Chinese reads no English word and no raw code in what the commands show.
///
/// What may stand in Latin letters: the codes of articles and items, numbers of cases and officers, credit codes, names that were given
/// in English (of rules, files and commands, which are typed as they stand), and what stands between backticks.
@Suite("Chinese output holds no English", .serialized) struct ChineseOutputTests {
  /// Words that are names: of commands and their options, of rules, files and jobs, of what is typed as it stands.
  private static let names: Set<String> = [
    "xize", "do", "case", "referred", "show", "preview", "check", "lua", "csv", "db", "html", "sample", "desk", "monthly-lists", "early-warning",
    "lift-emergency", "city", "sha", "xize.db", "D级", "C级", "B级", "A级", "enacted", "zip", "gz",
  ]

  /// Whether a word of Latin letters is a code or a number: `A13`, `D10`, `V4`, `ZG-00069`, `91140403YYYY00020N`, `TS0000007103`, `2026-Q3`.
  private static func isCode(_ word: Substring) -> Bool {
    word.wholeMatch(of: /[A-D]|[A-Z]{1,6}-?[A-Z]*[0-9][0-9A-Z_.-]*|Q[1-4]|[0-9A-Fa-f]{6,64}|pv\..*|[0-9A-Z-]*[0-9][0-9A-Z-]*/) != nil
  }

  static func english(_ output: String, besides names: Set<String>) -> [String: String] {
    var found: [String: String] = [:]
    for line in output.split(separator: "\n") {
      let bare = line.replacing(/`[^`]*`/, with: " ").replacing(/\[[a-z0-9-]+\]/, with: " ").replacing(/[^ ]*\.(lua|csv|html|json|db|gz)\b/, with: " ")
      for match in bare.matches(of: /[A-Za-z][A-Za-z0-9_.-]*/) where !names.contains(String(match.output)) && !isCode(match.output) {
        found[String(match.output)] = String(line)
      }
    }
    return found
  }

  @Test("every table and sentence of an office's month") func month() throws {
    let office = try SampleOffice()
    let xize = office("zh")
    let firm = "91140403YYYY00020N"
    func complaint(_ query: String) throws -> String {
      try xize.shell("\"$xize\" eval --format csv -c '\(query)'").output.split(separator: "\r\n").dropFirst().first.map { String($0.split(separator: ",")[0]) } ?? ""
    }
    let water = try complaint(#"complaints:where{ project = { county = "襄垣县" } }:show("number"):limit(1)"#)
    #expect(!water.isEmpty)
    let scripts = Command.repository + "/scripts"
    let lines: [String] = [
      "eval -c '投诉:范围{ 类别 = \"电梯困人\" }:分组{ 项目 = \"县区\" }:计数():排序(\"-count\"):前几行(3)'",
      "eval -c '投诉:显示(\"受理时间\", \"类别\", \"认定\", \"状态\", \"办理时长\"):前几行(3)'",
      "scores --district 武乡县", "why \(firm) --district 潞州区 --as-of 2026-09-30 --parameters",
      "why \(firm) red_list --district 潞州区 --as-of 2026-09-30 --parameters", "why \(firm) black_list --district 潞州区 --as-of 2026-09-30",
      "why \(firm) exit --district 潞州区 --as-of 2026-09-30 --parameters", "why \(firm) D10 --district 潞州区 --as-of 2026-09-30",
      "why 140403002-0001 --district 潞州区 --as-of 2026-09-30", "why ZG-00069 --district 潞州区 --as-of 2026-09-30 --parameters",
      "why \(water) --district 襄垣县 --as-of 2026-09-30 --parameters",
      "job run monthly-lists early-warning --period 2026-09 --dry-run", "job run monthly-lists early-warning --period 2026-09 --report 九月.html", "jobs",
      "proposals", "why 提请1", "run \(scripts)/140403-luzhou/lift-entrapment.lua --period 2026-09",
      "run \(scripts)/140423-xiangyuan/lift-emergency.lua", "run \(scripts)/140423-xiangyuan/complaint-escalation.lua",
      "preview \(scripts)/140403-luzhou/lift-entrapment.lua --period 2026-09 --on 2026-10-12",
      "preview \(scripts)/140429-wuxiang/early-warning.lua --period 2026-09 --on 2026-10-12",
      "preview \(scripts)/140406-lucheng/heating-season.lua --period 2026-01 --on 2026-10-12",
      "preview \(scripts)/140423-xiangyuan/complaint-escalation.lua --period 2026-09 --on 2026-10-12",
      "preview \(scripts)/140428-zhangzi/red-tie-break.lua --period 2026-09 --on 2026-10-12",
      "layers city/D10", "layers city/fund-emergency", "layers 电梯困人加扣", "check", "articles 8",
      "do --list A13", "do --list A14",
      "do fund submit WX-1 --officer 140423100-01 --project 140423100-0001 --kind 应急 --category 电梯维修 --items 电梯 --amount 60000 --attach 检验机构停用通知",
      "do fund review WX-1 --officer 140423100-02 --attach 现场核查记录", "do fund show WX-1", "why WX-1 --district 襄垣县",
      "show complaint \(water)", "show enterprise \(firm)", "do case due", "do case referred", "figures staffing-gaps --as-of 2026-09-30 --parameters",
    ]
    // What is typed as it stands: the names of the commands.
    let commands = try xize("do", "--list", "--format", "csv").output.split(separator: "\r\n").compactMap { $0.split(separator: ",").dropFirst().first.map(String.init) }
    var shown = 0
    for line in lines {
      let outcome = try xize.shell("\"$xize\" " + line)
      #expect(outcome.code == 0, "\(line): \(outcome.all)")
      let found = Self.english(outcome.all, besides: Self.names.union(commands))
      #expect(found.isEmpty, "\(line): \(found)")
      shown += outcome.output.count
    }
    #expect(shown > 20_000, "there is something to read")
  }

  @Test("every record of an office's day") func day() throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder, "zh")
    for preparation in ["create", "import all \(Command.repository)/scripts/working-day", "do --script \(Command.repository)/scripts/working-day.txt"] {
      let outcome = try xize.shell("\"$xize\" " + preparation)
      #expect(outcome.code == 0, "\(preparation): \(outcome.all)")
    }
    let firm = "91140404YYYY000392"
    for line in [
      "show complaint T-1", "show order ZG-1", "show listing LB-1", "show fund_request WX-1", "show exit_case TC-1", "do fund show WX-1",
      "why WX-1 --as-of 2026-11-25", "why ZG-1 --as-of 2026-11-25 --district 潞州区", "why T-1 --as-of 2026-11-25 --district 潞州区",
      "why \(firm) black_list --district 潞州区 --as-of 2026-11-25", "why \(firm) exit --district 潞州区 --as-of 2026-11-25", "figures 退出案件进展 --as-of 2026-11-25",
    ] {
      let outcome = try xize.shell("\"$xize\" " + line)
      #expect(outcome.code == 0 && !outcome.output.isEmpty, "\(line): \(outcome.all)")
      #expect(Self.english(outcome.all, besides: Self.names.union(["settlement-overrun"])).isEmpty, "\(line): \(Self.english(outcome.all, besides: Self.names))")
    }
  }

  @Test("the walk sees a word that is English", arguments: ["状态  done", "区县  district", "类别  lift entrapment", "限 5 working days", "时长  1 d 2 h"])
  func sees(line: String) { #expect(!Self.english(line, besides: Self.names).isEmpty) }

  @Test("and passes over numbers, codes and what is typed", arguments: ["A13", "提请12  91140403YYYY00020N", "ZG-00069  D10、V4", "用 `xize do case due` 查看", "2026-Q3"])
  func passes(line: String) { #expect(Self.english(line, besides: Self.names).isEmpty) }
}
