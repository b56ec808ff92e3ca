public import LuaRuntime
public import LuaSyntax

/// Why a script was not accepted, or what went wrong while it ran: always with the place in the script's own words.
public struct ScriptError: Error, Sendable {
  public var diagnostic: Diagnostic
  public var others: [Diagnostic]
  public var source: SourceText
  /// What the engine reported, when it did.
  public var engineError: LuaError?

  public init(_ diagnostic: Diagnostic, others: [Diagnostic] = [], in source: SourceText, engineError: LuaError? = nil) {
    self.diagnostic = diagnostic
    self.others = others
    self.source = source
    self.engineError = engineError
  }

  public init(_ error: SyntaxError) {
    self.init(error.first, others: error.others, in: error.source)
  }

  public func rendered(_ language: Language, color: Bool = false) -> String {
    ([diagnostic] + others).map { $0.rendered(in: source, language, color: color) }.joined(separator: "\n")
  }

  /// The run was stopped from outside: Ctrl-C, `cancel()`.
  public var isCancelled: Bool { engineError?.code == .cancelled }
  /// The source ends where more was expected.
  public var isIncomplete: Bool { engineError?.isIncomplete ?? false }
}

extension ScriptError: CustomStringConvertible {
  public var description: String { rendered(.english) }
}
