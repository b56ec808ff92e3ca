import LuaSyntax
import Testing

/// Every character beyond ASCII, outside texts and comments: a letter of a word, or refused at its place.
@Suite("Foreign characters")
struct ForeignCharacterTests {
  /// What input methods and word processors put in, and what to type for it.
  static let typed: [(String, String)] = [
    ("，", ","), ("。", "."), ("；", ";"), ("：", ":"), ("（", "("), ("）", ")"), ("［", "["), ("］", "]"), ("｛", "{"), ("｝", "}"),
    ("＝", "="), ("＋", "+"), ("－", "-"), ("＊", "*"), ("／", "/"), ("％", "%"), ("＜", "<"), ("＞", ">"), ("＃", "#"), ("＆", "&"),
    ("｜", "|"), ("～", "~"), ("＾", "^"), ("＂", "\""), ("＇", "'"), ("、", ","), ("“", "\""), ("”", "\""), ("‘", "'"), ("’", "'"),
    ("「", "\""), ("」", "\""), ("『", "\""), ("』", "\""), ("【", "["), ("】", "]"), ("〔", "("), ("〕", ")"), ("《", "<"), ("》", ">"),
    ("〈", "<"), ("〉", ">"), ("—", "-"), ("–", "-"), ("−", "-"), ("×", "*"), ("÷", "/"), ("≤", "<="), ("≥", ">="), ("≠", "~="),
    ("…", "..."), ("·", "."), ("１", "1"), ("Ａ", "A"), ("ｚ", "z"), ("＿", "_"), ("\u{3000}", " "), ("\u{A0}", " "),
    ("\u{2003}", " "), ("\u{202F}", " "), ("∧", "and"), ("∨", "or"), ("¬", "not"),
  ]

  /// Seen by nobody.
  static let invisible: [Unicode.Scalar] = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2060}",
    "\u{2061}", "\u{2062}", "\u{2063}", "\u{2064}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{FEFF}", "\u{00AD}", "\u{034F}",
    "\u{061C}", "\u{115F}", "\u{1160}", "\u{17B4}", "\u{17B5}", "\u{180E}", "\u{3164}", "\u{FFA0}", "\u{FE00}", "\u{FE0F}", "\u{0085}",
    "\u{2028}", "\u{2029}", "\u{E0001}", "\u{E0020}", "\u{E0100}",
  ]

  private func refusal(_ source: SourceText) -> Diagnostic? {
    do {
      _ = try translate(source)
      return nil
    } catch { return error.first }
  }

  @Test("A full-width or typographic character is refused at its place, with what to type", arguments: typed)
  func fullWidth(written: String, meant: String) throws {
    let source = SourceText(name: "t", "local x = 1\nlocal y = x \(written) 2 -- \(written)")
    let found = try #require(refusal(source))
    #expect(found.code == .fullWidthCharacter)
    let place = try #require(found.span).start
    #expect(source.position(at: place).description == "2:13")
    #expect(source.text(try #require(found.span)) == written)
    let help = try #require(found.help)
    for language in Language.allCases {
      #expect(help[language].contains("`\(meant)`") || (meant == " " && help[language].contains("空格")) || (meant == " " && help[language].contains("space")), "\(help[language])")
    }
    #expect(refusal(SourceText(name: "t", "local y = '\(written)' -- \(written)")) == nil)
  }

  @Test("An invisible character is refused at its place, by its number", arguments: invisible)
  func zeroWidth(scalar: Unicode.Scalar) throws {
    for before in ["local x = 1 ", "local x = y", "x"] {
      let source = SourceText(name: "t", "--\n\(before)\(scalar) = 2")
      let found = try #require(refusal(source))
      #expect(found.span?.start == 3 + before.utf8.count)
      let digits = String(scalar.value, radix: 16, uppercase: true)
      #expect(found.message.english.contains(digits), "\(found.message.english)")
      #expect(found.help != nil)
    }
    #expect(refusal(SourceText(name: "t", "local y = '\(scalar)' -- \(scalar)\n")) == nil)
  }

  @Test("Of all characters of the first two planes, what is no letter is refused, at its place, with a message in both languages")
  func all() throws {
    var letters = 0, refused = 0
    for value in (0x80...0x1FFFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let source = SourceText(name: "t", "local x = \(scalar)")
      do {
        let result = try translate(source)
        #expect(result.bytes.allSatisfy { $0 < 0x80 })
        letters += 1
      } catch {
        #expect(error.first.span?.start == 10, "U+\(String(value, radix: 16))")
        #expect(!error.first.message.chinese.isEmpty && !error.first.message.english.isEmpty)
        refused += 1
      }
    }
    #expect(letters > 40_000 && refused > 5_000, "\(letters) \(refused)")
  }
}
