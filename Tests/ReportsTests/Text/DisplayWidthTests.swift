import Reports
import Testing

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Wide, combining and invisible characters take the columns that terminals give them",
    arguments: [
      ("", 0), ("abc", 3), ("长治市", 6), ("A级", 3), ("，。（）", 8), ("“引”", 4), ("…─–·", 4), ("ＡＢ", 4), ("ｱｲ", 2),
      ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("e\u{301}", 1), ("が", 2), ("か\u{3099}", 2), ("a\u{200B}b", 2),
      ("\u{FEFF}x", 1),
      ("😀", 2), ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2), ("❤️", 2), ("❤", 1), ("🇨🇳", 2), ("\u{20000}", 2), ("㈱", 2),
      ("é", 1), ("½", 1),
      ("〇〔2026〕12号", 14), ("\u{0600}", 1), ("\u{AD}", 1),
    ])
  func widths(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test("Padding makes texts of any script equally wide, at either side")
  func padding() {
    #expect(Fitting.padded("长治", to: 6) == "长治  ")
    #expect(Fitting.padded("长治", to: 6, .right) == "  长治")
    #expect(Fitting.padded("abc", to: 2) == "abc")
    #expect(Fitting.padded("", to: -1) == "")
  }

  @Test(
    "Truncation never exceeds the width and never halves a character",
    arguments: [
      ("物业服务", 8, "物业服务"), ("物业服务", 7, "物业服…"), ("物业服务", 6, "物业…"), ("物业服务", 1, "…"), ("物业服务", 0, ""),
      ("物业服务", -3, ""), ("abcdef", 4, "abc…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
      ("👩‍👩‍👧‍👦家", 3, "👩‍👩‍👧‍👦…"),
    ])
  func truncation(text: String, width: Int, expected: String) {
    let cut = Fitting.truncated(text, to: width)
    #expect(cut == expected)
    #expect(DisplayWidth.of(cut) <= max(0, width))
  }

  @Test(
    "What could act on a terminal or turn a line round is written out",
    arguments: [
      ("正常 text", "正常 text"), ("\u{1B}]0;own\u{7}", "␛]0;own␇"), ("a\r\nb\tc", "a␍␊b␉c"), ("\u{7F}", "␡"),
      ("\u{9B}31m", "<U+009B>31m"),
      ("\u{202E}txt.exe", "<U+202E>txt.exe"), ("a\u{2066}b", "a<U+2066>b"), ("a\u{2028}b", "a<U+2028>b"), ("\0", "␀"),
    ])
  func visible(text: String, expected: String) {
    #expect(VisibleText.of(text) == expected)
  }

  @Test("Every scalar has a width from 0 to 2, and the ideographs have 2")
  func everyScalar() {
    var wrong: [Unicode.Scalar] = []
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let width = DisplayWidth.of(scalar)
      if !(0...2).contains(width) { wrong.append(scalar) }
      if scalar.properties.isUnifiedIdeograph && width != 2 { wrong.append(scalar) }
    }
    #expect(wrong.isEmpty)
  }
}
