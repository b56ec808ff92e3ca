internal import DistrictRules

/// Completes names at the prompt.
final class Completion {
  private let completion: ScriptCompletion

  init(names: [String]) { completion = ScriptCompletion(names: names) }

  /// What to insert at the cursor: the part that every completion shares.
  func addition(to line: String, cursor: Int) -> String {
    let (word, matches) = completion.candidates(in: line, cursor: cursor)
    guard let first = matches.first else { return "" }
    var shared = first
    for match in matches { while !match.hasPrefix(shared) { shared.removeLast() } }
    if shared.count == word.count, matches.count > 1 {
      Terminal.write("\n" + matches.prefix(40).joined(separator: "  ") + "\n")
    }
    return String(shared.dropFirst(word.count))
  }
}
