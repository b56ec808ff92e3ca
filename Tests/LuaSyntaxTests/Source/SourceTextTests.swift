import LuaSyntax
import Testing

@Suite("Lines, columns, widths")
struct SourceTextTests {
  @Test("Lines end as Lua ends them")
  func lines() {
    let source = SourceText(name: "", "a\nb\r\nc\n\rd\re\n\nf")
    #expect(source.lineCount == 7)
    #expect((1...8).map { source.text(source.line($0)) } == ["a", "b", "c", "d", "e", "", "f", ""])
    #expect(source.lineNumber(at: source.bytes.count) == 7)
    #expect(SourceText(name: "", "").lineCount == 1)
  }

  @Test("Columns count characters, and lead back to the byte")
  func columns() {
    let source = SourceText(name: "", "投诉 = é\u{301}x👨‍👩‍👧y\n  后")
    for offset in 0...source.bytes.count {
      let position = source.position(at: offset)
      let start = source.offset(of: position)
      #expect(start <= offset && source.position(at: start) == position)
    }
    #expect(source.position(at: 6) == SourcePosition(line: 1, column: 3))
    #expect(source.position(at: source.bytes.count - 4) == SourcePosition(line: 2, column: 2))
    #expect(source.position(at: -5) == SourcePosition(line: 1, column: 1))
    #expect(source.position(at: 10_000).line == 2)
    #expect(source.offset(of: SourcePosition(line: 1, column: 99)) == source.line(1).end)
    #expect(source.offset(of: SourcePosition(line: -1, column: -1)) == 0)
  }

  @Test("A byte order mark is no column")
  func byteOrderMark() {
    let source = SourceText(name: "", "\u{FEFF}投诉")
    #expect(source.position(at: 6) == SourcePosition(line: 1, column: 2))
  }

  @Test(
    "Cells on a terminal",
    arguments: [
      ("abc", 3), ("投诉", 4), ("，。", 4), ("１a", 3), ("é", 1), ("e\u{301}", 1), ("\u{200B}", 0), ("😀", 2), ("❤️", 2),
      ("👨‍👩‍👧", 2),
      ("한글", 4), ("각", 2), ("“”…—", 4), ("𠮷", 2), ("ｱ", 1), ("", 0),
    ])
  func width(text: String, cells: Int) { #expect(text.displayWidth == cells) }
}
