/// Warns of direction marks inside texts and comments.
///
/// They are allowed there, since texts are nobody's business but their author's; but one that turns a line round lets a
/// reader see another program than the library does ("Trojan source", CVE-2021-42574), and scripts are approved by
/// reading them.
public func directionMarks(in source: SourceText) -> [Diagnostic] {
  var warnings: [Diagnostic] = []
  for token in Lexer.tokens(of: source) where token.kind == .string || token.kind == .comment {
    var offset = token.span.start
    while offset < token.span.end {
      let length = max(1, UTF8.length(of: source.bytes, at: offset, end: token.span.end))
      if length == 3 {
        let scalar = UTF8.scalar(of: source.bytes, at: offset, length: length)
        if scalar.properties.isBidiControl {
          warnings.append(
            Diagnostic(
              .directionMark, .warning, at: SourceSpan(offset, offset + length), .invisible(scalar),
              help: .turnsLineRound))
        }
      }
      offset += length
    }
  }
  return warnings
}

extension Wording {
  fileprivate static let turnsLineRound = Wording(
    chinese: "它会改变文字的显示顺序，使人看到的与程序读到的不同，请删掉",
    english: "it changes the order in which the line is shown: what is read is not what is run; delete it")
}
