import CityModel
import Columns
import Foundation
import Reports
import Testing

@Suite("official letters") struct LetterTests {
  /// What must stand in a letter, in Chinese, in this order.
  private static let intents: [(name: String, passages: [String])] = [
    (
      "notice",
      [
        "潞州区住房和城乡建设局", "征求意见稿", "拟列入物业服务企业“黑榜”告知书", "〔　　　　〕　　号", "91140403YYYY00020N", "2026年9月", "事实和理由",
        "达到退出条件且拒不整改（《实施意见》第七条、第八条）。", "（征求意见稿）第七条（加快信用体系建设）", "严格执行物业‘红黑榜’制度。", "最短12个月，最长36个月",
        "5个工作日内，即2026年10月19日（含当日）前", "2026年10月12日", "不得据以作出决定", "送达回执",
      ]
    ),
    (
      "decision",
      [
        "列入物业服务企业“黑榜”决定书", "潞州住建〔2026〕15号", "2026年10月12日", "潞州住建告〔2026〕3号", "2026年10月19日届满", "投诉已处理", "自2026年10月20日起",
        "最短至2027年10月20日", "最长至2029年10月20日", "第五条、第十四条", "2026年10月22日公布", "10个工作日内，即2026年11月5日（含当日）前", "15个工作日内答复", "信用修复",
        "行政复议",
      ]
    ),
    ("declined", ["不予列入物业服务企业“红榜”决定书", "理由：正在整改。"]),
    ("interview", ["约谈通知书", "“东苑小区”项目", "时间：2026年10月26日10时。", "地点：政务大厅302室。", "第七条"]),
    ("rectification", ["责令限期整改通知书", "请于2026年10月27日（含当日）前完成整改", "拒不整改", "第七条、第八条"]),
    ("advice", ["关于建议解聘物业服务企业的函", "东苑小区业主大会", "研究按照规定程序解聘该企业", "第二百七十八条", "三分之二以上", "提前六十日", "抄送"]),
  ]

  @Test("what each letter is for stands in it, in order", arguments: intents) func intent(name: String, passages: [String]) throws {
    let page = try Self.page(name, .chinese)
    var rest = page[page.range(of: "<body>").map { $0.upperBound..<page.endIndex } ?? page.startIndex..<page.endIndex]
    for passage in passages {
      let found = try #require(rest.range(of: passage), "\(name): `\(passage)` in its place")
      rest = rest[found.upperBound...]
    }
  }

  @Test("an adopted text is no draft; a declined listing has no remedies; a letter to owners has no receipt") func absent() throws {
    for name in ["decision", "interview", "rectification", "advice"] {
      #expect(try !Self.page(name, .chinese).contains("征求意见稿"), "\(name)")
    }
    #expect(try !Self.page("declined", .chinese).contains("救济途径"))
    #expect(try !Self.page("advice", .chinese).contains("送达回执"))
    #expect(try !Self.page("rectification", .chinese).contains("10个工作日"))
  }

  @Test("text is escaped, and the page asks for nothing from elsewhere", arguments: ReportLanguage.allCases)
  func closed(language: ReportLanguage) {
    for (name, facts) in SampleLetters.all {
      let page = facts.html(language: language)
      #expect(page.contains("&lt;b&gt;") && !page.contains("<b>三件") && !page.contains("<b>three"), "\(name)")
      for way in ["http:", "https:", "src=", "url(", "@import", "<script", "<link"] { #expect(!page.contains(way), "\(name): \(way)") }
      #expect(page.contains("@page { size: A4;"))
    }
  }

  @Test("of thirty papers twenty-four are named and the rest counted; what is not named is on file") func evidence() throws {
    let page = try Self.page("decision", .chinese)
    #expect(page.contains("TS-24") && !page.contains("TS-25") && page.contains("等30件"))
    #expect(page.contains("存档备查"))
  }

  @Test("byte for byte as kept", arguments: SampleLetters.all.map(\.name), ReportLanguage.allCases)
  func golden(name: String, language: ReportLanguage) throws {
    let page = try Self.page(name, language)
    let body = String(page[(page.range(of: "<body>")?.lowerBound ?? page.startIndex)...])
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).\(language.rawValue).html")
    // `XIZE_WRITE_GOLDEN=1` writes the letters anew: look at them before committing them.
    if ProcessInfo.processInfo.environment["XIZE_WRITE_GOLDEN"] != nil { try body.write(to: file, atomically: true, encoding: .utf8) }
    let kept = try String(contentsOf: file, encoding: .utf8)
    let first = zip(body.split(separator: "\n"), kept.split(separator: "\n")).first { $0 != $1 }
    #expect(first == nil, "the first line that differs")
    #expect(body.utf8.count == kept.utf8.count)
  }

  private static func page(_ name: String, _ language: ReportLanguage) throws -> String {
    try #require(SampleLetters.all.first { $0.name == name }).facts.html(language: language)
  }
}
