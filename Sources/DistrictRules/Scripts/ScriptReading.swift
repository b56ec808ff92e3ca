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
      problem.code, problem.severity, at: place(problem.path, of: declaration, ofKey: problem.namesKey), problem.message, help: problem.help)
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
