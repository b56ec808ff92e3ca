import LuaSyntax
import Testing

@Suite("Tokens")
struct LexerTests {
  func kinds(_ text: String) -> [Token.Kind] {
    Lexer.tokens(of: SourceText(name: "", text)).map(\.kind).filter { !$0.isTrivia }
  }

  func problems(_ text: String) -> [String] {
    var lexer = Lexer(SourceText(name: "", text))
    while lexer.next().kind != .endOfFile {}
    return lexer.problems.map(\.code.rawValue)
  }

  @Test("Every keyword and sign is its own token, the longest first")
  func spellings() {
    let kinds = Token.Kind.allCases.filter { $0.rawValue <= Token.Kind.ellipsis.rawValue }
    for kind in kinds { #expect(self.kinds(kind.spelling) == [kind]) }
    #expect(self.kinds("#!/usr/bin/lua\n#a") == [.hash, .name])
    #expect(self.kinds(kinds.map(\.spelling).joined(separator: " ")) == kinds)
    #expect(
      self.kinds("...... <<= ~=== :::") == [
        .ellipsis, .ellipsis, .shiftLeft, .assign, .notEqual, .equal, .doubleColon, .colon,
      ])
    #expect(self.kinds("ands _end End nilx") == [.name, .name, .name, .name])
  }

  @Test(
    "Numerals",
    arguments: [
      "0", "3", "345", "0xff", "0xBEBADA", "3.0", "3.", ".5", "3.1416", "314.16e-2", "0.31416E1", "34e1", "0x0.1E",
      "0xA23p-4",
      "0X1.921FB54442D18P+1", "0x.1", "0x1.", "1e+5", "08", "1e5", "99999999999999999999", "0xffffffffffffffffff",
    ])
  func numerals(text: String) {
    #expect(kinds(text) == [.number])
    #expect(problems(text).isEmpty)
  }

  @Test(
    "No numerals",
    arguments: [
      "3x", "1e", "1e+", "0x", "0x.", "0xp1", "1..2", "1.2.3", "0x1p", "0x1g", "1_000", "3月", "1e5e5", "0x1p1.5", ".5.",
      "12_",
    ])
  func malformedNumerals(text: String) {
    #expect(kinds(text) == [.number])
    #expect(problems(text) == ["malformed-number"])
  }

  @Test(
    "Escapes",
    arguments: [
      (#""\a\b\f\n\r\t\v\\\"\'""#, 0), ("'\\\n'", 0), ("'\\\r\n'", 0), (#"'\z   x'"#, 0), ("'\\z \n x'", 0),
      (#"'\x41\xfF'"#, 0), (#"'\0\10\255'"#, 0),
      (#"'\u{0}\u{6295}\u{7FFFFFFF}'"#, 0), (#"'\u{80000000}'"#, 1), (#"'\u{}'"#, 1), (#"'\u6295'"#, 1),
      (#"'\u{12'"#, 1), (#"'\256'"#, 1), (#"'\x4'"#, 1),
      (#"'\q'"#, 1), (#"'\投'"#, 1), ("'a\nb", 1), ("'a", 1), (#"'a\"#, 1), ("[[a", 1), ("[==[a]=]", 1), ("--[[a", 1),
      ("[=a", 1),
    ])
  func escapes(text: String, count: Int) { #expect(problems(text).count == count) }

  @Test("Tokens lie end to end and cover every byte, whatever the bytes")
  func tile() {
    var generator = ProgramGenerator(seed: 1)
    for index in 0..<1_500 {
      let program = generator.program()
      let bytes =
        index % 3 == 0 ? Array(program.utf8) : index % 3 == 1 ? generator.mutant(of: program) : generator.noise()
      let tokens = Lexer.tokens(of: SourceText(name: "", bytes: bytes))
      let tile = tokens.reduce(into: (offset: 0, fits: true)) { seen, token in
        seen = (token.span.end, seen.fits && token.span.start == seen.offset && token.span.count > 0)
      }
      #expect(tile.fits && tile.offset == bytes.count)
    }
  }

  @Test("A mistake made many times is reported twenty times")
  func manyProblems() {
    #expect(problems(String(repeating: "，", count: 500)).count == 20)
  }
}
