import LuaSyntax
import Testing

@Suite("Messages with a caret")
struct RenderingTests {
  @Test("The form: place, code, line, caret, help")
  func form() {
    let source = SourceText(
      name: "scripts/140403-luzhou/lift.lua", String(repeating: "--\n", count: 6) + "  each = compliants,\n")
    let start = 18 + 9
    let diagnostic = Diagnostic(
      "unknown-name", at: SourceSpan(start, start + 10),
      Wording(chinese: "不认识 `compliants`", english: "`compliants` is not known here"),
      help: Wording(chinese: "是不是 `complaints`？", english: "did you mean `complaints`?"))
    #expect(
      diagnostic.rendered(in: source, .english) == """
        scripts/140403-luzhou/lift.lua:7:10: error[unknown-name]: `compliants` is not known here
           7 |   each = compliants,
             |          ^^^^^^^^^^
             = help: did you mean `complaints`?
        """)
    #expect(
      diagnostic.rendered(in: source, .chinese) == """
        scripts/140403-luzhou/lift.lua:7:10: 错误[unknown-name]：不认识 `compliants`
           7 |   each = compliants,
             |          ^^^^^^^^^^
             = 提示：是不是 `complaints`？
        """)
  }

  @Test("Carets stand under Chinese words, two cells a character; columns count characters")
  func chineseWidth() {
    let source = SourceText(name: "a.lua", "局部 标题 = 投宿")
    let start = Array("局部 标题 = ".utf8).count
    let diagnostic = Diagnostic(.luaError, at: SourceSpan(start, source.bytes.count), Wording(verbatim: "x"))
    #expect(
      diagnostic.rendered(in: source, .english) == """
        a.lua:1:9: error[lua-error]: x
           1 | 局部 标题 = 投宿
             |             ^^^^
        """)
  }

  @Test("A line only: the caret goes under what is written on it")
  func lineOnly() {
    let source = SourceText(name: "a.lua", "a = 1\n\t b = nil + 1  \n")
    let diagnostic = Diagnostic(.luaError, line: 2, of: source, Wording(verbatim: "boom"))
    #expect(
      diagnostic.rendered(in: source, .english) == """
        a.lua:2:3: error[lua-error]: boom
           2 |      b = nil + 1
             |      ^^^^^^^^^^^
        """)
    #expect(Diagnostic(.luaError, line: 9, of: source, Wording(verbatim: "boom")).span == nil)
  }

  @Test("Control and direction characters of a script never reach the terminal")
  func noControlCharacters() {
    let source = SourceText(
      name: "a\u{1B}[2J.lua", bytes: Array("x = '\u{1B}[31m\u{202E}\u{7}\u{9B}'".utf8) + [0xFF, 0xC0])
    let rendered = Diagnostic(.luaError, line: 1, of: source, Wording(verbatim: "bad \u{1B}]0;title\u{7}"))
      .rendered(in: source, .english)
    #expect(rendered.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F ~= $0.value)) })
    #expect(!rendered.unicodeScalars.contains("\u{202E}"))
  }

  @Test("Of a very long line the part around the caret is shown, and the caret is still under its word")
  func longLine() throws {
    let head = String(repeating: "投诉 ", count: 500)
    let source = SourceText(name: "a.lua", head + "HERE" + String(repeating: " x", count: 500))
    let start = head.utf8.count
    let lines = Diagnostic(.luaError, at: SourceSpan(start, start + 4), Wording(verbatim: "x"))
      .rendered(in: source, .english).split(separator: "\n")
    let shown = try #require(lines[1].range(of: "HERE"))
    #expect(lines[1].displayWidth < 200)
    #expect(lines[1][..<shown.lowerBound].displayWidth == lines[2].prefix { $0 != "^" }.displayWidth)
    #expect(lines[2].hasSuffix(" ^^^^"))
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? {
    indices.lazy.map { ($0, self[$0...]) }.first { $0.1.hasPrefix(text) }.map { start, rest in
      start..<rest.index(start, offsetBy: text.count)
    }
  }
}
