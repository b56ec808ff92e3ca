import Columns
import Reports
import Testing

@Suite("Result tables")
struct TableTests {
  static let sample = ResultTable(
    columns: [
      .init("enterprise", title: "企业"), .init("score", title: "得分"), .init("complaints", title: "投诉"),
      .init("rate", title: "办结率"),
      .init("listed", title: "在榜"), .init("accepted_at", title: "受理时间"),
    ],
    rows: [
      [
        "长治市示例安居物业", .decimal(units: 97_250, digits: 3), 1_234, .ratio(1, of: 3), true,
        .moment(Moment("2026-09-30 17:50") ?? Moment(seconds: 0)),
      ],
      ["ABC Property", .decimal(units: 8_000, digits: 3), 7, .ratio(0, of: 0), false, .empty],
    ])

  @Test("A table stands in line where Chinese and Latin are mixed, numbers at the right, titles in Chinese")
  func chineseTable() {
    let expected = """
      企业                 得分  投诉  办结率  在榜  受理时间
      ──────────────────  ─────  ────  ──────  ────  ────────────────
      长治市示例安居物业  97.25  1234   33.3%  是    2026-09-30 17:50
      ABC Property         8.00     7       –  否    –
      共 2 行

      """
    let text = TableTests.sample.rendered(as: .table)
    #expect(text == expected)
    // What the expectation is meant to show: a column of numbers ends at the same place in every line.
    let ends = text.split(separator: "\n").prefix(4).map { line in
      DisplayWidth.of(String(line.prefix { $0 != "." && $0 != "得" && $0 != "─" }))
    }
    #expect(ends[2] == ends[3])
  }

  @Test("In English the names stand above the columns")
  func englishTable() {
    let text = TableTests.sample.rendered(as: .table, options: TableOptions(language: .english))
    #expect(text.hasPrefix("enterprise "))
    #expect(text.contains("accepted_at"))
    #expect(text.contains(" yes "))
    #expect(text.hasSuffix("\n2 rows\n"))
  }

  @Test("A long result shows its head and tail and says how many rows there are")
  func headAndTail() {
    let table = ResultTable(columns: [.init("n")], rows: (1...1000).map { [.integer($0)] })
    let lines = table.rendered(as: .table, options: TableOptions(language: .english, maxRows: 5)).split(separator: "\n")
    #expect(lines == ["   n", "────", "   1", "   2", "   3", "   ⋮", " 999", "1000", "1000 rows (5 shown)"])
    let chinese = table.rendered(as: .table, options: TableOptions(maxRows: 40))
    #expect(chinese.hasSuffix("共 1000 行（显示 40 行）\n"))
    #expect(chinese.split(separator: "\n").count == 44)
  }

  @Test("Rows that a limit cut before are counted", arguments: [nil, 3])
  func totalRows(maxRows: Int?) {
    let table = ResultTable(columns: [.init("n")], rows: (1...3).map { [.integer($0)] }, totalRows: 50)
    let text = table.rendered(as: .table, options: TableOptions(language: .english, maxRows: maxRows))
    #expect(text.hasSuffix("50 rows (3 shown)\n"))
  }

  @Test("No line is wider than the terminal, however narrow it is", arguments: [1, 5, 20, 30, 40, 50, 60, 79, 200])
  func fits(width: Int) {
    let long = String(repeating: "物业服务企业", count: 20)
    let table = ResultTable(
      columns: [.init("a", title: "企业"), .init("b", title: "理由"), .init("c", title: "数"), .init("d", title: "日期")],
      rows: [
        [.text(long), .text("短"), 12_345, .day(Day(ordinal: 20_000))], [.text("x"), .text(long + long), 1, .empty],
      ])
    let text = table.rendered(as: .table, options: TableOptions(width: width))
    let lines = text.split(separator: "\n")
    #expect(lines.dropLast().allSatisfy { DisplayWidth.of(String($0)) <= width })
    if width >= 40 {
      #expect(text.contains("12345") && text.contains("2024-10-04"), "numbers and dates are never cut")
      #expect(!text.contains("放不下"))
    } else {
      #expect(text.contains("列放不下"), "what is left out is said")
    }
    #expect(table.rendered(as: .table).contains(long + long), "in a pipe nothing is cut")
  }

  @Test("Colour is used only when asked for, and no cell can send an escape sequence")
  func escapes() {
    let table = ResultTable(columns: [.init("x")], rows: [["\u{1B}[31mred\u{9B}0m"]])
    for format in TableFormat.allCases {
      let text = table.rendered(as: format)
      if format != .csv { #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B }, "\(format)") }
    }
    #expect(table.rendered(as: .table, options: TableOptions(color: true)).hasPrefix("\u{1B}[1m"))
  }

  @Test("Nothing at all is still a table in every format")
  func empty() {
    let none = ResultTable(columns: [])
    let noRows = ResultTable(columns: [.init("a", title: "甲")])
    #expect(none.rendered(as: .table) == "共 0 行\n")
    #expect(noRows.rendered(as: .table) == "甲\n──\n共 0 行\n")
    #expect(noRows.rendered(as: .csv) == "a\r\n")
    #expect(noRows.rendered(as: .json) == "[]\n")
    #expect(noRows.rendered(as: .markdown) == "| 甲  |\n| --- |\n")
    #expect(ResultTable(columns: [], rows: [[]]).rendered(as: .json) == "[\n{}\n]\n")
    let short = ResultTable(columns: [.init("a"), .init("b")], rows: [[1]])
    #expect(short.rendered(as: .csv) == "a,b\r\n1,\r\n")
  }

  @Test(
    "Formats are read by name",
    arguments: [
      ("table", TableFormat.table), ("CSV", .csv), ("Json", .json), ("markdown", .markdown), ("md", .markdown),
      ("xlsx", nil), ("", nil),
    ] as [(String, TableFormat?)])
  func parsing(text: String, format: TableFormat?) {
    #expect(TableFormat(parsing: text) == format)
  }

  @Test("People read words of their language and lengths of time; programs read names and seconds")
  func wordsAndLengths() {
    let kinds = Enumeration("kind", [.init("lift failure", "电梯故障")])
    let table = ResultTable(
      columns: [.init("category", title: "类别", type: .enumeration(kinds)), .init("closing_time", title: "办理时长", type: .elapsed)],
      rows: [["lift failure", 1_524_012], ["another", 75], [.empty, 86_400], ["lift failure", .empty]])
    func lines(_ language: ReportLanguage) -> [String] {
      table.rendered(as: .table, options: TableOptions(language: language)).split(separator: "\n").dropFirst(2).map { String($0.split(separator: " ").joined(separator: " ")) }
    }
    #expect(lines(.chinese) == ["电梯故障 17天15小时20分", "another 1分15秒", "– 1天", "电梯故障 –", "共 4 行"])
    #expect(lines(.english) == ["lift failure 17 d 15 h 20 min", "another 1 min 15 s", "– 1 d", "lift failure –", "4 rows"])
    #expect(table.rendered(as: .csv).hasPrefix("category,closing_time\r\nlift failure,1524012\r\n"))
  }

  @Test("The same table gives the same bytes")
  func deterministic() {
    for format in TableFormat.allCases {
      #expect(TableTests.sample.rendered(as: format) == TableTests.sample.rendered(as: format))
    }
  }
}
