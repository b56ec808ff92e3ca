internal import LuaSyntax

/// A script as far as it could be read: its tree, its declarations, and what is wrong with each.
struct ScriptReading {
  struct Declared {
    var kind: String
    var name: String
    /// `nil` when there are errors.
    var value: Declaration?
    var problems: [RuleProblem]
  }

  var script: Script
  var chunk: Chunk
  var declarations: [Declared] = []

  /// Everything that reading found, each with its place.
  var diagnostics: [Diagnostic] {
    declarations.flatMap { declared in declared.problems.map { diagnostic($0, of: declared.name) } }
  }

  /// A problem with its place.
  func diagnostic(_ problem: RuleProblem, of declaration: String) -> Diagnostic {
    Diagnostic(
      problem.code, problem.severity, at: place(problem.path, of: declaration, ofKey: problem.namesKey).map { narrowed($0, to: problem.within) }, inItsWords(problem.message),
      help: problem.help.map(inItsWords))
  }

  /// The place of a piece of the text in `span`, or as much as can be found of it: the source may spell it with escapes.
  private func narrowed(_ span: SourceSpan, to pieces: [String]) -> SourceSpan {
    var span = span
    for piece in pieces.map({ Array($0.utf8) }) where !piece.isEmpty && piece.count <= span.end - span.start {
      guard let start = (span.start...(span.end - piece.count)).first(where: { chunk.source.bytes[$0..<$0 + piece.count].elementsEqual(piece) }) else { return span }
      span = SourceSpan(start, start + piece.count)
    }
    return span
  }

  /// Whoever writes Chinese words is answered in them: the reader of a declaration knows the English ones alone.
  private func inItsWords(_ wording: Wording) -> Wording {
    guard let first = chunk.block.statements.first, (chunk.source.bytes[first.span.start...].first ?? 0) >= 0x80 else { return wording }
    func said(_ text: String) -> String {
      let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
      // Every second piece stands between backticks.
      return pieces.enumerated().map { $0 % 2 == 1 ? CityVocabulary.chinese(String($1)) : String($1) }.joined(separator: "`")
    }
    return Wording(chinese: said(wording.chinese), english: said(wording.english))
  }

  /// Where a key of a declaration stands.
  func place(_ path: [String], of declaration: String, ofKey: Bool = false) -> SourceSpan? {
    KeyPath(path, of: declaration, in: chunk, ofKey: ofKey).span
  }
}

extension RuleProblem {
  /// Whether the key itself is wrong, rather than its value.
  var namesKey: Bool {
    switch code {
    case "unknown-field", "unknown-key", "key-not-for-this": true
    default: false
    }
  }
}
