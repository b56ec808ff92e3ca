/// What a fuzzer feeds with bytes. Each target holds for every input; `check` says in words what did not hold.
///
/// `make fuzz FUZZ=loader FUZZ_SECONDS=600` runs one under libFuzzer; the corpus in `Tests/FuzzingTests` is replayed by the
/// ordinary tests.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Source text: ``LuaSyntax`` and the library agree on what is Lua; what runs stays within its limits, twice alike.
  case loader
  /// Source text in Chinese and otherwise: texts and comments are not touched, lines do not move.
  case scanner
  /// Subject and pattern: results and messages of `find`, `match`, `gmatch`, `gsub` are the library's own.
  case patterns
  /// A function of the libraries and its arguments: results and messages are the library's own.
  case library
  /// A value: it comes back from Lua as it went, and decoding it never traps.
  case values

  /// - Returns: what is wrong, or nil.
  package func check(_ bytes: [UInt8]) -> String? {
    do {
      return switch self {
      case .loader: try LoaderCheck.shared.check(bytes)
      case .scanner: ScannerCheck.check(bytes)
      case .patterns: try PatternCheck.shared.check(bytes)
      case .library: try LibraryCheck.shared.check(bytes)
      case .values: try ValueCheck.shared.check(bytes)
      }
    } catch {
      return "an error that should not be: \(error)"
    }
  }
}
