import LuaSyntax
import Testing

/// Words of the vocabulary, look-alikes and invisible characters in every kind of text and comment stay byte for byte.
@Suite("Texts and comments stay")
struct UntouchedTextTests {
  static let inside = [
    "投诉", "如果 投诉 那么", "，。；", "“引”", "\u{200B}", "１２", "😀", "], ]=, ]]=", "--", "-- [[ ]", "local x <const>", "goto", "\\", "\\\\n",
    "a\n投诉\nb", "a\r\n投诉\r\nb", "\t\u{3000}", "[[投诉", "[=[投诉", "%1", "$(投诉)",
  ]

  private func untouched(_ piece: String, _ vocabulary: Vocabulary) throws {
    let source = SourceText(name: "t", "投诉 = \(piece.hasPrefix("--") ? "1 " : "")\(piece)\n投诉 = 投诉")
    let result = try translate(source, vocabulary: vocabulary)
    let expected = "complaints = \(piece.hasPrefix("--") ? "1 " : "")\(piece)\ncomplaints = complaints"
    #expect(result.bytes == Array(expected.utf8), "\(piece)")
    let translated = SourceText(name: "t", bytes: result.bytes)
    #expect(translated.lineCount == source.lineCount)
    for line in 1...source.lineCount { #expect(result.originalOffset(of: translated.line(line).start) == source.line(line).start) }
  }

  @Test("Long brackets of all levels", arguments: 0...12)
  func longBrackets(level: Int) throws {
    let vocabulary = try Vocabulary([("投诉", "complaints")])
    let bars = String(repeating: "=", count: level)
    for text in Self.inside {
      // What would close the bracket itself is another text.
      guard !text.contains("]\(bars)]") else { continue }
      try untouched("[\(bars)[\(text)]\(bars)]", vocabulary)
      try untouched("--[\(bars)[\(text)]\(bars)]", vocabulary)
      // Brackets of another level close nothing.
      try untouched("[\(bars)=[\(text)]\(bars)] ]\(bars)=]", vocabulary)
    }
  }

  @Test("Quoted texts with every escape", arguments: [
    #"\n"#, #"\\"#, #"\""#, #"\'"#, #"\a\b\f\r\t\v"#, #"\065"#, #"\x41"#, #"\u{6295}"#, #"\u{7FFFFFFF}"#, "\\\n", "\\\r\n", "\\z  \n\t 投诉", #"\0"#,
  ])
  func escapes(escape: String) throws {
    let vocabulary = try Vocabulary([("投诉", "complaints")])
    for text in ["投诉", "，", "\u{200B}", "--", "[[", "１"] {
      for quote in ["\"", "'"] {
        try untouched(quote + text + escape + text + quote, vocabulary)
        try untouched(quote + escape + text + quote, vocabulary)
        try untouched(quote + text + escape + quote, vocabulary)
      }
    }
  }

  @Test("Comments to the end of the line", arguments: inside.filter { !$0.utf8.contains(10) })
  func lineComments(text: String) throws {
    let vocabulary = try Vocabulary([("投诉", "complaints")])
    try untouched("-- \(text)", vocabulary)
    try untouched("--\(text.hasPrefix("[") ? " " : "")\(text)", vocabulary)
  }
}
