import Reports
import Testing

@Suite("texts side by side") struct SideBySideTests {
  private static let cases: [(text: String, width: Int, lines: [String])] = [
    ("甲乙丙丁", 4, ["甲乙", "丙丁"]),
    ("甲乙，丙丁", 4, ["甲乙，", "丙丁"]),
    ("甲乙丙", 5, ["甲乙", "丙"]),
    ("one two three", 7, ["one two", "three"]),
    ("abcdefgh", 4, ["abcd", "efgh"]),
    ("a\nb", 4, ["a", "b"]),
    ("", 4, [""]),
  ]

  @Test("a text is broken within its width", arguments: cases)
  func broken(text: String, width: Int, lines: [String]) {
    #expect(SideBySide.broken(text, to: width) == lines)
  }

  @Test("nothing of a text is lost, whatever the width")
  func lossless() {
    let text = "对纳入“黑榜”的物业服务企业，自列入之日起至移出名单期间，严禁作为维修资金申请、使用的主体。and some English words, too (2026)."
    for width in 2...120 {
      let joined = SideBySide.broken(text, to: width).joined().filter { $0 != " " }
      #expect(joined == text.filter { $0 != " " }, "width \(width)")
    }
  }

  @Test("columns begin at the same place in every line")
  func columns() {
    let lines = SideBySide(widths: [6, 4]).lines(["甲乙丙丁", "ab"])
    #expect(lines == ["甲乙丙  ab", "丁"])
  }
}
