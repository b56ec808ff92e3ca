package import LuaRuntime

/// One script that tries something, and what must come of it.
package struct Attack: CustomStringConvertible, Sendable {
  package enum Outcome: Sendable {
    /// Stopped with this code; the message contains the text.
    case refused(LuaError.Code, String = "")
    /// Runs, and gives true.
    case harmless
  }

  package let name: String
  package let source: String
  package let outcome: Outcome
  package var description: String { name }

  init(_ name: String, _ source: String, _ outcome: Outcome = .harmless) {
    self.name = name
    self.source = source
    self.outcome = outcome
  }

  /// Whether only the end of its time ends it.
  package var isEndless: Bool {
    if case .refused(.timeLimit, _) = outcome { true } else { false }
  }

  package static let all: [Attack] =
    loops + steps + patterns + memory + environment + errors + numbers + parser + handles + conversions + escapes
}
