import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import LuaSyntax
import Register
import Testing

/// The scripts that ship: every one tested, every clause of it seen, every one said in both languages.
@Suite("the shipped scripts") struct ShippedScriptTests {
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/scripts"
  static let scripts = (try? ScriptFiles.scripts([root])) ?? []

  static func name(_ path: String) -> String { path.split(separator: "/").suffix(2).joined(separator: "/") }

  static func report(_ path: String, coverage: Bool = true) throws -> ScriptTestReport {
    let tests = ScriptTests(rulebook: try Rulebook.standard()) { CityAdvisor($0) }
    let folder = (path as NSString).deletingLastPathComponent
    return tests.report(on: try ScriptFolder.read(path), tests: try ScriptFolder.read(ScriptTests.testName(of: path))) {
      try ScriptFolder.read("\(folder)/\($0).lua")
    }
  }

  @Test("every test passes, and every clause is seen met and not met", arguments: scripts)
  func passes(_ path: String) throws {
    let report = try Self.report(path)
    #expect(report.results.count >= 1)
    #expect(report.passed == report.results.count && report.brokenCount == 0, "\(report.text(.english, coverage: true))")
    #expect(report.coverage.isComplete, "\(report.text(.english, coverage: true))")
  }

  @Test("one folder a county, all twelve, half of the scripts in Chinese words") func folders() throws {
    let counties = Set(Self.scripts.compactMap { path in path.split(separator: "/").dropLast().last.map { String($0.prefix(6)) } })
    #expect(counties.isSuperset(of: Divisions.changzhi.counties.map(\.code)))
    let chinese = try Self.scripts.count { path in
      let text = String(decoding: try ScriptFolder.read(path).source.bytes, as: UTF8.self)
      let first = text.split(separator: "\n").first { !$0.hasPrefix("--") }
      return first?.unicodeScalars.first.map { !$0.isASCII } ?? false
    }
    #expect(chinese * 2 >= Self.scripts.count && chinese < Self.scripts.count, "\(chinese) of \(Self.scripts.count)")
  }

  @Test("no function but in jobs and reports, or where the note says why", arguments: scripts)
  func functions(_ path: String) throws {
    let text = String(decoding: try ScriptFolder.read(path).source.bytes, as: UTF8.self)
    guard text.contains("function(") || text.contains("函数(") else { return }
    let kinds = ["job \"", "report \"", "任务 \"", "报表 \""]
    #expect(kinds.contains { text.contains("\n" + $0) || text.hasPrefix($0) } || text.contains("note ") || text.contains("说明 "), "\(Self.name(path))")
  }

  @Test("the checker has no error to report", arguments: scripts)
  func checked(_ path: String) throws {
    let checker = try ScriptChecker(try Rulebook.standard(), on: Day("2026-11-24") ?? Day(ordinal: 0))
    let report = try checker.check([try ScriptFolder.read(path)])
    #expect(report.errors == 0, "\(report.findings.map { $0.rendered(.english) }.joined(separator: "\n"))")
  }

  /// What each example's sentence says, and must be found in what the script says of itself.
  static let intent: [(script: String, language: Language, parts: [String])] = [
    ("140403-luzhou/lift-entrapment", .chinese, ["类别为“电梯困人”", "认定为“属实”", "高层为是", "扣1分", "每个企业每年最多5分", "投诉人相同的，只计一次"]),
    ("140429-wuxiang/early-warning", .english, ["complainants is at least 10", "complainants per 1000 households is at least 8", "interview", "once a year"]),
    ("140406-lucheng/heating-season", .chinese, ["每年11月15日至3月15日", "跨年", "“供暖”、“供水”", "收紧为24小时", "满12小时", "街道"]),
    ("140423-xiangyuan/lift-emergency", .chinese, ["应急快速流程", "电梯维修", "另须附", "1个工作日", "至多50%"]),
    ("140425-pingshun/small-roof-repairs", .chinese, ["小额简易流程", "超过8000.00元（不含本数）", "常设决议", "业主共同决定不能免"]),
    ("140428-zhangzi/red-tie-break", .chinese, ["街道只留一家", "重办次数由低到高", "三日办结率由高到低", "不增加候选"]),
    ("140426-licheng/proactive-reports", .english, ["fire lane", "illegal building", "1 point is added", "least 3 of one enterprise", "quarter"]),
    ("140430-qinxian/old-estate-amnesty", .chinese, ["老旧小区为是", "12个月以内", "D05", "如数补回", "不取消 D 级和一票否决"]),
    ("140430-qinxian/old-estate-takeover", .chinese, ["加2分", "同一企业名下企业相同的，只计一次"]),
    ("140405-tunliu/half-yearly-accounts", .chinese, ["7月31日、1月31日", "公共收益公开"]),
    ("140405-tunliu/late-revenue", .english, ["each full 1 month", "1 point is deducted", "At most 6 points for each enterprise a year"]),
    ("140427-huguan/manager-load", .chinese, ["在管项目数超过2（不含本数）", "缺会次数在2以上（含本数）"]),
    ("140404-shangdang/charging-gaps", .english, ["shortfall is more than 0", "shortfall, highest first"]),
    ("140431-qinyuan/seasonal-checklist", .chinese, ["“防汛”、“除雪”", "提请整改", "5个工作日"]),
    ("140431-qinyuan/unmet-orders", .chinese, ["整改完成日期没有记载", "提请约谈"]),
    ("140403-luzhou/group-complaints", .chinese, ["项目、楼栋、类别相同", "24小时以内", "投诉人一个不少"]),
    ("1404-changzhi/settlement-overrun", .english, ["overrun ratio is more than", "¥10000.00", "It is refused when"]),
    ("1404-changzhi/leaders-sheet", .english, ["response_rates(period, \"street\")", "limit(5)"]),
    ("1404-changzhi/contract-expiry", .chinese, ["120个自然日、90个自然日、60个自然日", "提请交办，交街道"]),
    ("1404-changzhi/blacklist-freeze", .english, ["applicant listed on lies within the 1 month", "substitute"]),
  ]

  @Test("each says what its example asks for", arguments: intent)
  func says(_ example: (script: String, language: Language, parts: [String])) throws {
    let text = try Self.said("\(Self.root)/\(example.script).lua", example.language)
    for part in example.parts { #expect(text.contains(part), "\(example.script) does not say \(part):\n\(text)") }
  }

  static func said(_ path: String, _ language: Language) throws -> String {
    let session = try ScriptSession(Snapshot(cut: Moment(seconds: 0), rulebook: try Rulebook.standard(), tables: []))
    return try session.say(try ScriptFolder.read(path), in: language).joined(separator: "\n")
  }

  @Test("what is said is the text that was agreed on", arguments: [Language.chinese, .english])
  func golden(_ language: Language) throws {
    let all = try Self.scripts.map { "── \(Self.name($0))\n" + (try Self.said($0, language)) + "\n" }.joined(separator: "\n")
    let file = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/../DistrictRulesTests/Fixtures/said.\(language.rawValue).txt"
    if ProcessInfo.processInfo.environment["XIZE_RECORD"] != nil { try all.write(toFile: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == all, "run with XIZE_RECORD=1, and read the difference")
  }

  @Test("whatever number of a rule is changed, a test of it fails", arguments: scripts)
  func numbersArePinned(_ path: String) throws {
    let script = try ScriptFolder.read(path)
    let tests = try ScriptFolder.read(ScriptTests.testName(of: path))
    let folder = (path as NSString).deletingLastPathComponent
    let runner = ScriptTests(rulebook: try Rulebook.standard()) { CityAdvisor($0) }
    for (line, changed) in try Self.changes(script) {
      let report = runner.report(on: Script(name: script.name, bytes: changed), tests: tests) { try ScriptFolder.read("\(folder)/\($0).lua") }
      #expect(report.passed < report.results.count, "\(Self.name(path)): no test fails when this is changed\n\(line)")
    }
  }

  /// The script with each of its numbers one higher, those of functions, of the list's length and of the day on which a job runs aside.
  static func changes(_ script: Script) throws -> [(line: String, bytes: [UInt8])] {
    let source = script.source
    let chunk = try parse(source, vocabulary: try CityVocabulary.vocabulary())
    var changes: [(line: String, bytes: [UInt8])] = []
    chunk.block.walk { node in
      if case .function = node { return .past }
      if case .field(let field) = node, case .name(let name) = field.key, ["on_working_day", "limit"].contains(name.text) { return .past }
      guard case .expression(let expression) = node, case .integer(let value) = expression.kind else { return .into }
      var bytes = source.bytes
      bytes.replaceSubrange(expression.span.range, with: Array("\(value + 1)".utf8))
      let number = source.lineNumber(at: expression.span.start)
      let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)[number - 1]
      changes.append((line: String(line), bytes: bytes))
      return .into
    }
    return changes
  }
}
