import Columns
import Foundation
import Reports
import Testing

@Suite("The monthly report")
struct MonthlyReportTests {
  static let reports: [(name: String, report: MonthlyReport)] = [
    ("full", SampleReport.full), ("empty", SampleReport.empty), ("crowded", SampleReport.crowded(200)),
    ("hostile", SampleReport.hostile), ("small", SampleReport.small),
  ]

  @Test(
    "The page is well-formed and whole, and every note it points at is there", arguments: 0..<5, ReportLanguage.allCases
  )
  func wellFormed(index: Int, language: ReportLanguage) throws {
    let (name, report) = MonthlyReportTests.reports[index]
    let page = report.html(language: language)
    let read = TagBalance(page)
    #expect(read.faults == [], "\(name)")
    #expect(Set(read.ids).count == read.ids.count, "an id is used once")
    #expect(Set(read.fragments).isSubset(of: read.ids), "no link leads nowhere")
    #expect(!read.tags.contains("script") && !read.tags.contains("link") && !read.tags.contains("img"))
    #expect(
      !page.contains("http") && !page.contains("url(") && !page.contains("@import"), "nothing is loaded from elsewhere")
    // `XIZE_WRITE_PAGES=/tmp/pages swift test --filter MonthlyReportTests` writes the pages for looking at.
    if let folder = ProcessInfo.processInfo.environment["XIZE_WRITE_PAGES"] {
      let base = "\(folder)/\(name).\(language.rawValue)"
      try page.write(toFile: base + ".html", atomically: true, encoding: .utf8)
      try report.markdown(language: language).write(toFile: base + ".md", atomically: true, encoding: .utf8)
    }
  }

  @Test("Every proposal's name, code, county, reasons and evidence can be read, on the page and in Markdown")
  func everyProposal() {
    for report in [SampleReport.full, SampleReport.crowded(200)] {
      let page = TagBalance(report.html(language: .chinese)).text
      let markdown = report.markdown(language: .chinese)
      for proposal in report.redProposals + report.blackProposals + report.interviews {
        let facts =
          [proposal.enterprise, proposal.code, proposal.county, proposal.rule, proposal.advice]
          + proposal.reasons.flatMap { [$0.text, "证据 \($0.evidence) 条"] }
        #expect(missing(facts, in: page) == [], "page")
        #expect(missing(facts, in: markdown) == [], "Markdown")
      }
    }
  }

  /// The facts that a text does not hold.
  private func missing(_ facts: [String], in text: String) -> [String] {
    facts.filter { !$0.isEmpty && !text.contains($0) }
  }

  @Test("Every county, share, mover, adjustment, unknown and note can be read")
  func everyFigure() {
    let report = SampleReport.full
    let page = TagBalance(report.html(language: .chinese)).text
    let markdown = report.markdown(language: .chinese)
    for row in report.responses {
      let shares = [row.assigned, row.preliminary, row.closed, row.revisited, row.reworked]
      #expect(
        missing([row.county] + shares.map { Cell.ratio(Int64($0.part), of: Int64($0.whole)).plain }, in: page) == [])
      #expect(missing([row.county] + shares.map { "(\($0.part)/\($0.whole))" }, in: markdown) == [])
    }
    let words =
      (report.movers ?? []).map(\.reason) + (report.adjustments ?? []).flatMap { [$0.title, $0.basis] }
      + (report.quality?.notes ?? []) + (report.quality?.unknowns ?? []).map(\.name) + report.categories.map(\.name)
      + report.keyFigures.map(\.title)
    #expect(missing(words, in: page) == [] && missing(words, in: markdown) == [])
    #expect(missing(["+3.5", "−8.5"], in: page) == [], "changes are exact, with a sign, without needless zeros")
    #expect(missing(["93.12", "57.99"], in: page) == [], "a score of 93.125 is cut, not rounded")
    #expect(missing(["93.13", "58.00"], in: page) == ["93.13", "58.00"])
  }

  @Test("The page names its run", arguments: ReportLanguage.allCases)
  func identity(language: ReportLanguage) {
    let text = TagBalance(SampleReport.full.html(language: language)).text
    #expect(missing(["128406", "3f9c2ab1", "2026.1", "0.1.0"], in: text) == [])
    #expect(text.contains(language("2026 年 9 月 30 日 24:00", "2026-09-30 24:00")), "midnight ends its day")
  }

  @Test("A draft says so in the heading, in a notice and on every printed page; a policy in force does not")
  func draft() {
    var report = SampleReport.full
    for (language, mark) in [(ReportLanguage.chinese, "征求意见稿"), (.english, "Draft policy")] {
      report.isDraft = true
      let draft = report.html(language: language)
      #expect(
        draft.contains("class=\"stamp\">\(mark)") && draft.contains("@top-right") && draft.contains("class=\"notice\""))
      #expect(report.markdown(language: language).contains(mark))
      report.isDraft = false
      let adopted = report.html(language: language)
      #expect(!adopted.contains(mark) && !adopted.contains("@top-right") && !adopted.contains("class=\"notice\""))
    }
  }

  @Test("A month without proposals says so, and leaves out what there is nothing to show of")
  func empty() {
    var report = SampleReport.empty
    var text = TagBalance(report.html(language: .chinese)).text
    let said = ["本月没有企业符合红榜条件", "本月没有企业达到黑榜条件", "没有提出约谈建议"]
    #expect(missing(said, in: text) == [])
    let unsaid = ["信用等级分布", "快速响应", "没有企业得分变动", "没有县（区）细则产生加扣分", "没有需要说明的事项"]
    #expect(missing(unsaid, in: text) == unsaid, "of what was not looked into nothing is said")
    report.movers = []
    report.adjustments = []
    report.quality = MonthlyReport.Quality()
    text = TagBalance(report.html(language: .chinese)).text
    #expect(missing(Array(unsaid.suffix(3)), in: text) == [])
    let headings = [
      "一、红榜建议", "二、黑榜建议", "三、约谈建议", "四、得分与等级变动", "五、县（区）细则加扣分", "六、数据质量", "七、依据",
    ]
    #expect(missing(headings, in: text) == [], "parts are numbered without gaps")
  }

  @Test("A list of those that moved most says how many moved")
  func moved() {
    let text = TagBalance(SampleReport.full.html(language: .chinese)).text
    #expect(text.contains("得分变动的共 87 家，列出变动最大的 3 家。"))
  }

  @Test("A long page has a table of contents, a short one has none")
  func contents() {
    #expect(SampleReport.crowded(200).html(language: .chinese).contains("<nav"))
    #expect(!SampleReport.full.html(language: .chinese).contains("<nav"))
    let page = SampleReport.crowded(200).html(language: .chinese)
    #expect(page.components(separatedBy: "class=\"enterprise-name\"").count - 1 == 200 + 3 + 2 + 3)
  }

  @Test("The lowest share is named only where samples are not small and there is one lowest")
  func lowest() {
    var report = SampleReport.full
    #expect(report.html(language: .chinese).contains("最低的是武乡县"))
    report.responses[9].closed = .init(3, of: 29)
    #expect(report.html(language: .chinese).contains("最低的是壶关县"), "29 cases are too few to be blamed")
    report.responses[7].closed = report.responses[3].closed
    report.responses[5].closed = .init(100, of: 200)
    report.responses[6].closed = .init(50, of: 100)
    #expect(!report.html(language: .chinese).contains("最低的是"), "two are equally low")
  }

  @Test("The same report gives the same bytes", arguments: ReportLanguage.allCases)
  func deterministic(language: ReportLanguage) {
    #expect(SampleReport.full.html(language: language) == SampleReport.full.html(language: language))
    #expect(SampleReport.full.markdown(language: language) == SampleReport.full.markdown(language: language))
  }

  @Test("A basis is read as an article or as a document")
  func basis() {
    #expect(MonthlyReport.Basis("A8") == .article(8))
    #expect(MonthlyReport.Basis("A18") == .article(18))
    #expect(MonthlyReport.Basis("A19") == .document("A19"))
    #expect(MonthlyReport.Basis("潞州住建〔2026〕12号") == .document("潞州住建〔2026〕12号"))
  }

  @Test("Markdown shows names as they are, not as markup")
  func hostileMarkdown() {
    let markdown = SampleReport.hostile.markdown(language: .chinese)
    #expect(!markdown.contains("<script>") && markdown.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(markdown.contains("\\*\\*粗\\*\\*"))
  }

  @Test("The small page is, byte for byte, the one that was looked at")
  func golden() throws {
    let page = SampleReport.small.html(language: .chinese)
    let body = try #require(page.range(of: "<body>")).lowerBound
    let found = String(page[body...])
    // `XIZE_WRITE_GOLDEN=1` writes the page anew: look at it before committing it.
    if ProcessInfo.processInfo.environment["XIZE_WRITE_GOLDEN"] != nil {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("GoldenPage.swift")
      let source =
        "/// Written by `XIZE_WRITE_GOLDEN=1 swift test --filter MonthlyReportTests`.\n"
        + "let goldenPage = #\"\"\"\n\(found)\n\"\"\"#\n"
      try source.write(to: file, atomically: true, encoding: .utf8)
    }
    let lines = (found.split(separator: "\n"), goldenPage.split(separator: "\n"))
    let first = zip(lines.0, lines.1).first { $0 != $1 }
    #expect(first == nil, "the first line that differs")
    #expect(lines.0.count == lines.1.count)
  }
}
