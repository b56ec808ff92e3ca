import LuaSyntax
import Testing

@Suite("Translation, on many programs")
struct TranslationPropertyTests {
  static let words = [
    ("甲", "a"), ("乙", "b"), ("丙", "c"), ("数", "x"), ("量", "y"), ("自身", "self"), ("键", "k"), ("方法", "m"), ("下一个", "n"),
    ("标签一", "l1"), ("标签二", "l2"), ("待关闭", "close"),
  ]

  /// The program with every word that the vocabulary knows in Chinese, in texts and comments none.
  func inChinese(_ program: String, _ vocabulary: Vocabulary, _ random: inout Random) -> String {
    let source = SourceText(name: "", program)
    return Lexer.tokens(of: source).map { token in
      let text = source.text(token.span)
      guard token.kind == .name || token.kind.isKeyword, random.chance(2, of: 3) else { return text }
      return vocabulary.chinese(for: text) ?? text
    }.joined()
  }

  @Test("A program put into Chinese comes back byte for byte, with the same tree and the same lines")
  func roundTrip() throws {
    let vocabulary = try Vocabulary(Self.words)
    var generator = ProgramGenerator(seed: 7)
    var accepted = 0
    for _ in 0..<500 {
      let program = generator.program()
      let chinese = SourceText(name: "t", inChinese(program, vocabulary, &generator.random))
      let result = try translate(chinese, vocabulary: vocabulary)
      #expect(result.bytes == Array(program.utf8))
      let (left, right) = (
        try? parse(chinese, vocabulary: vocabulary, dialect: .lua54),
        try? parse(SourceText(name: "t", program), dialect: .lua54)
      )
      #expect(left.map(TreeDump.text) == right.map(TreeDump.text))
      accepted += left == nil ? 0 : 1
      let translated = SourceText(name: "", bytes: result.bytes)
      let starts = Lexer.tokens(of: translated).map(\.span.start)
      let originals = starts.map(result.originalOffset)
      #expect(originals == Lexer.tokens(of: chinese).map(\.span.start))
      #expect(starts.map(translated.lineNumber) == originals.map(chinese.lineNumber))
    }
    #expect(accepted > 50)
  }

  @Test("Texts and comments are never touched, line numbers never move")
  func textsUntouched() throws {
    let vocabulary = try Vocabulary(Self.words)
    var random = Random(seed: 11)
    let inside = [
      "甲", "如果", "，。", "“", "\u{200B}", "😀", "\\n", "\\\\", "--", "]", "]=", "[", "１", " ", "x", "\\'", "\\\"",
    ]
    var judged = 0
    for _ in 0..<800 {
      var text = ""
      var kept: [String] = []
      for _ in 0..<(1 + random.below(6)) {
        var body = (0..<random.below(6)).map { _ in random.pick(inside) }.joined()
        let level = String(repeating: "=", count: random.below(4))
        let piece: String
        switch random.below(5) {
        case 0: piece = "'\(body)'"
        case 1: piece = "\"\(body)\""
        case 2:
          body += random.pick(["", "\n甲\r\n"])
          piece = "[\(level)[\(body)]\(level)]"
        case 3: piece = "--[\(level)[\(body)]\(level)]"
        default: piece = "--\(body)\n"
        }
        // Only pieces that are one token by themselves: `'\\''` is none.
        let source = SourceText(name: "", piece)
        var lexer = Lexer(source)
        let token = lexer.next()
        guard lexer.problems.isEmpty, token.span.end >= piece.utf8.count - 1 else { continue }
        kept.append(piece)
        text += "甲 = 甲1 " + piece + " "
      }
      let source = SourceText(name: "", text)
      let result = try translate(source, vocabulary: vocabulary)
      judged += kept.count
      let translated = SourceText(name: "", bytes: result.bytes)
      #expect(translated.lineCount == source.lineCount)
      func texts(_ source: SourceText) -> [String] {
        Lexer.tokens(of: source).filter { $0.kind == .string || $0.kind == .comment }.map { source.text($0.span) }
      }
      #expect(texts(translated) == texts(source))
      for piece in kept { #expect(translated.text(SourceSpan(0, translated.bytes.count)).contains(piece)) }
      for (line, other) in zip(lineStarts(source), lineStarts(translated)) {
        #expect(result.originalOffset(of: other) == line)
      }
    }
    #expect(judged > 1_000)
  }

  private func lineStarts(_ source: SourceText) -> [Int] { (1...source.lineCount).map { source.line($0).start } }

  @Test("Source in ASCII is its own translation, and what comes out is its own again")
  func idempotent() throws {
    let vocabulary = try Vocabulary(Self.words)
    var generator = ProgramGenerator(seed: 13)
    for _ in 0..<500 {
      let program = generator.program()
      #expect(try translate(SourceText(name: "", program), vocabulary: vocabulary).bytes == Array(program.utf8))
      let chinese = program.replacing("self", with: "本级").replacing("x", with: "数值2")
      let once = try translate(SourceText(name: "", chinese), vocabulary: vocabulary).bytes
      #expect(once.allSatisfy { $0 < 0x80 })
      #expect(try translate(SourceText(name: "", bytes: once), vocabulary: vocabulary).bytes == once)
    }
  }

  @Test("Whatever the bytes: a translation in ASCII outside texts and comments, or errors with places")
  func total() {
    var generator = ProgramGenerator(seed: 17)
    for index in 0..<1_500 {
      let source = SourceText(name: "", bytes: generator.noise())
      do {
        let result = try translate(source)
        let translated = SourceText(name: "", bytes: result.bytes)
        let code = Lexer.tokens(of: translated).filter { $0.kind != .string && $0.kind != .comment }
        #expect(code.allSatisfy { translated.bytes[$0.span.range].allSatisfy { $0 < 0x80 } })
      } catch {
        #expect(error.diagnostics.allSatisfy { $0.span.map { $0.end <= source.bytes.count } == true })
        if index % 10 == 0 { #expect(error.rendered(.chinese).contains("\n     = ")) }
      }
    }
  }
}

extension String {
  fileprivate func replacing(_ word: String, with other: String) -> String {
    let source = SourceText(name: "", self)
    return Lexer.tokens(of: source).map { token in
      let text = source.text(token.span)
      return text == word ? other : text
    }.joined()
  }
}
