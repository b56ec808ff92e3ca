import LuaSyntax
import Testing

@Suite("Chinese source into Lua")
struct TranslationTests {
  static let vocabulary = try! Vocabulary([
    ("投诉", "complaints"), ("评分调整", "adjustment"), ("标题", "title"), ("类别", "category"), ("逐条", "each"),
  ])

  func translated(_ text: String) throws -> String {
    String(decoding: try translate(SourceText(name: "t.lua", text), vocabulary: Self.vocabulary).bytes, as: UTF8.self)
  }

  @Test("Known words become English, others are encoded, texts and comments stay")
  func words() throws {
    #expect(
      try translated("评分调整 \"投诉\" { 标题 = '类别', 逐条 = 投诉, 投诉2 = 1 } -- 投诉，。")
        == "adjustment \"投诉\" { title = '类别', each = complaints, _u6295_u8bc92 = 1 } -- 投诉，。")
    #expect(
      try translated("如果 非 真 那么 返回 是 否则如果 x 且 y 或 空 那么 跳出 否则 结束")
        == "if not _u771f then return true elseif x and y or nil then break else end")
  }

  @Test("Every long bracket level, escape and comment is left alone")
  func untouched() throws {
    for text in [
      "x = [[投诉，]]", "x = [==[ ]] 投诉 ]=] ]==]", "--[[投诉\n，]] y = 1", "--[=[投诉]]\n]=] y = 1",
      "x = '\\'投诉' .. \"\\\"投诉\"",
      "x = '\\\n投诉'", "x = '\\z\n  投诉'", "--[投诉\ny = 2", "x = a[ [[投诉]] ]",
    ] {
      #expect(try translated(text) == text)
    }
  }

  @Test("Full-width characters are refused, all at once, with what to type")
  func fullWidth() throws {
    let error = try #require(throws: SyntaxError.self) { try translated("x＝“投诉”，\ny = １００；　z（）") }
    #expect(
      error.rendered(.chinese) == """
        t.lua:1:2: 错误[full-width-character]：`＝` 是全角或排版字符，程序里要用半角字符
           1 | x＝“投诉”，
             |  ^^
             = 提示：请改写为 `=`
        t.lua:1:3: 错误[full-width-character]：`“` 是全角或排版字符，程序里要用半角字符
           1 | x＝“投诉”，
             |    ^
             = 提示：请改写为 `"`，末尾的 `”` 也改写为 `"`
        t.lua:1:7: 错误[full-width-character]：`，` 是全角或排版字符，程序里要用半角字符
           1 | x＝“投诉”，
             |          ^^
             = 提示：请改写为 `,`
        t.lua:2:5: 错误[full-width-character]：`１００` 是全角或排版字符，程序里要用半角字符
           2 | y = １００；　z（）
             |     ^^^^^^
             = 提示：请改写为 `100`
        t.lua:2:8: 错误[full-width-character]：`；` 是全角或排版字符，程序里要用半角字符
           2 | y = １００；　z（）
             |           ^^
             = 提示：请改写为 `;`
        t.lua:2:9: 错误[full-width-character]：这里是全角或特殊空格（U+3000）
           2 | y = １００；　z（）
             |             ^^
             = 提示：请改用普通空格
        t.lua:2:11: 错误[full-width-character]：`（` 是全角或排版字符，程序里要用半角字符
           2 | y = １００；　z（）
             |                ^^
             = 提示：请改写为 `(`
        t.lua:2:12: 错误[full-width-character]：`）` 是全角或排版字符，程序里要用半角字符
           2 | y = １００；　z（）
             |                  ^^
             = 提示：请改写为 `)`
        """)
  }

  @Test(
    "Invisible characters, emoji and radicals are refused outside texts",
    arguments: [
      ("a\u{200B}b = 1", "invisible-character"), ("x = 1\u{202E}", "invisible-character"),
      (
        "x\u{FEFF} = 1",
        "invisible-character"
      ),
      ("x = \u{0}1", "invisible-character"), ("投\u{FE00}诉 = 1", "invisible-character"),
      (
        "😀 = 1",
        "unexpected-character"
      ),
      ("投诉😀 = 1", "unexpected-character"), ("⼈ = 1", "unexpected-character"), ("x != 1", "unexpected-character"),
      ("x\u{A0}= 1", "full-width-character"), ("—— 注释", "full-width-character"), ("x ！＝ 1", "full-width-character"),
    ])
  func refused(text: String, code: String) throws {
    let error = try #require(throws: SyntaxError.self) { try translated(text) }
    #expect(error.first.code.rawValue == code)
    #expect(error.others.isEmpty || code == "full-width-character")
  }

  @Test("Marks that turn a line round may stand in texts, with a warning")
  func directionMarks() throws {
    let source = SourceText(name: "t.lua", "x = '\u{202E}甲' -- \u{2066}乙\u{200B}")
    #expect(try translate(source).bytes == source.bytes)
    let warnings = LuaSyntax.directionMarks(in: source)
    #expect(warnings.map(\.code) == [.directionMark, .directionMark])
    #expect(warnings.map { $0.span.map(source.text) } == ["\u{202E}", "\u{2066}"])
    #expect(warnings.allSatisfy { $0.severity == .warning })
  }

  @Test("A byte order mark and a line for the shell are dropped; lines stay")
  func fileBeginnings() throws {
    #expect(try translated("\u{FEFF}#!/usr/bin/lua\nx = 1") == "\nx = 1")
    #expect(try translated("\u{FEFF}x = 1") == "x = 1")
  }

  @Test("Offsets lead back, messages speak the words of the script")
  func back() throws {
    let source = SourceText(name: "t.lua", "x = 投诉.数目 + 类别\ny = complaint")
    let result = try translate(source, vocabulary: Self.vocabulary)
    #expect(String(decoding: result.bytes, as: UTF8.self) == "x = complaints._u6570_u76ee + category\ny = complaint")
    #expect(result.originalOffset(of: 4) == 4)
    #expect(result.originalOffset(of: 9) == 4)
    #expect(result.originalOffset(of: 14) == 10)
    #expect(result.originalOffset(of: result.bytes.count) == source.bytes.count)
    #expect(
      result.decode(
        "attempt to index a nil value (field '_u6570_u76ee') of complaints (global 'complaints', 'complaint')")
        == "attempt to index a nil value (field '数目') of complaints (global '投诉', 'complaint')")
    let diagnostic = result.diagnostic(line: 1, message: "attempt to index a nil value (field '_u6570_u76ee')")
    #expect(
      diagnostic.rendered(in: source, .english) == """
        t.lua:1:8: error[wrong-type]: `数目` is nil and has no fields
           1 | x = 投诉.数目 + 类别
             |          ^^^^
             = help: ask first whether it is nil
        """)
  }

  @Test("A name that looks like an encoding meets the encoded one: refused; alone it is a name")
  func collision() throws {
    #expect(try translated("_u6295 = 1") == "_u6295 = 1")
    let error = try #require(throws: SyntaxError.self) { try translated("_u6295 = 1\n投 = 2") }
    #expect(error.first.code == .nameCollision)
  }
}
