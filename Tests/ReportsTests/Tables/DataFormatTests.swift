import Columns
import Reports
import Testing

@Suite("CSV, JSON and Markdown")
struct DataFormatTests {

  @Test(
    "CSV quotes what RFC 4180 wants quoted",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""),
      ("cr\rlf", "\"cr\rlf\""), ("cr\r\nlf", "\"cr\r\nlf\""), ("中文，逗号", "中文，逗号"), (" 前后 ", " 前后 "),
    ])
  func quoting(text: String, field: String) {
    let table = ResultTable(columns: [.init("a"), .init("b")], rows: [[.text(text), 1]])
    #expect(table.rendered(as: .csv) == "a,b\r\n\(field),1\r\n")
  }

  @Test(
    "A text that a spreadsheet would execute is guarded, a number is not",
    arguments: [
      ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""), ("+8613812345678", "'+8613812345678"),
      ("-2+3", "'-2+3"),
      ("@SUM(A1)", "'@SUM(A1)"), ("＝1+1", "'＝1+1"), ("  =1", "'  =1"), ("\t=1", "'\t=1"), ("-", "-"), ("a=b", "a=b"),
    ])
  func formulas(text: String, field: String) {
    let table = ResultTable(columns: [.init("a"), .init("b")], rows: [[.text(text), -1]])
    #expect(table.rendered(as: .csv) == "a,b\r\n\(field),-1\r\n")
    let unguarded = table.rendered(as: .csv, options: TableOptions(guardsFormulas: false))
    #expect(unguarded.contains("'") == text.contains("'"))
  }

  @Test("CSV writes values as databases read them, and a byte order mark when asked")
  func csvValues() {
    let table = ResultTable(
      columns: [.init("p", title: "分"), .init("r"), .init("f"), .init("d"), .init("m"), .init("e")],
      rows: [
        [
          .decimal(units: -1_500, digits: 3), .ratio(2, of: 3), true, .day(Day(ordinal: 0)),
          .moment(Moment(seconds: 0)), .empty,
        ]
      ])
    #expect(table.rendered(as: .csv) == "p,r,f,d,m,e\r\n-1.500,66.7%,true,1970-01-01,1970-01-01 08:00:00,\r\n")
    #expect(table.rendered(as: .csv, options: TableOptions(byteOrderMark: true)).unicodeScalars.first?.value == 0xFEFF)
    #expect(ResultTable(columns: [.init("a")], rows: [[.empty]]).rendered(as: .csv) == "a\r\n\"\"\r\n")
  }

  @Test("JSON keeps the order of columns, all digits, both numbers of a share, and the offset of a moment")
  func json() {
    let table = ResultTable(
      columns: [.init("z"), .init("a"), .init("m"), .init("r"), .init("d"), .init("f"), .init("n"), .init("z")],
      rows: [
        [
          .integer(.max), .decimal(units: -5, digits: 3), .moment(Moment("2026-09-30 17:50") ?? Moment(seconds: 0)),
          .ratio(1, of: 3),
          .day(Day(ordinal: 0)), false, .empty, 1,
        ]
      ])
    #expect(
      table.rendered(as: .json) == """
        [
        {"z":9223372036854775807,"a":-0.005,"m":"2026-09-30T17:50:00+08:00","r":{"part":1,"whole":3},\
        "d":"1970-01-01","f":false,"n":null,"z_2":1}
        ]

        """)
  }

  @Test(
    "JSON strings escape quotes, backslashes and what acts on terminals",
    arguments: [
      ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{1B}", #""\n\r\t\u001b""#), ("\u{202E}\u{2028}", #""\u202e\u2028""#),
      ("张*😀", "\"张*😀\""),
    ])
  func jsonStrings(text: String, quoted: String) {
    let table = ResultTable(columns: [.init("a")], rows: [[.text(text)]])
    #expect(table.rendered(as: .json) == "[\n{\"a\":\(quoted)}\n]\n")
  }

  @Test("Markdown stands in line and no text becomes markup")
  func markdown() {
    let table = ResultTable(
      columns: [.init("who", title: "投诉人"), .init("n", title: "数")],
      rows: [["张* | <b>x</b>", 1], ["a_b _c_ [x](y) `z`", 12_345]])
    #expect(
      table.rendered(as: .markdown) == """
        | 投诉人                       |    数 |
        | ---------------------------- | ----: |
        | 张\\* \\| &lt;b&gt;x&lt;/b&gt; |     1 |
        | a_b \\_c\\_ \\[x\\](y) \\`z\\`     | 12345 |

        """)
    #expect(table.rendered(as: .markdown, options: TableOptions(language: .english)).hasPrefix("| who"))
  }

  @Test(
    "Decimals are shown as they are asked for, never rounded up",
    arguments: [
      (87_500, 3, Cell.DecimalStyle.exact, "87.500"), (87_500, 3, .trimmed(), "87.5"), (87_000, 3, .trimmed(), "87"),
      (87_000, 3, .trimmed(atLeast: 2), "87.00"), (89_996, 3, .truncated(to: 2), "89.99"),
      (-4, 3, .truncated(to: 2), "0.00"),
      (-1_005, 3, .truncated(to: 2), "-1.00"), (5, 0, .truncated(to: 2), "5.00"),
      (1_250, 2, .trimmed(atLeast: 4), "12.5000"),
      (0, 3, .trimmed(), "0"), (Int64.min, 3, .truncated(to: 0), "-9223372036854775"),
    ] as [(Int64, Int, Cell.DecimalStyle, String)])
  func decimals(units: Int64, digits: Int, style: Cell.DecimalStyle, expected: String) {
    #expect(Cell.decimal(units: units, digits: digits).plain(decimals: style) == expected)
  }

  @Test("A share that is not whole never reads 100.0%")
  func shares() {
    #expect(Cell.ratio(9_999, of: 10_000).plain == "99.9%")
    #expect(Cell.ratio(10_000, of: 10_000).plain == "100.0%")
    #expect(Cell.ratio(1, of: 0).plain == "–")
  }
}
