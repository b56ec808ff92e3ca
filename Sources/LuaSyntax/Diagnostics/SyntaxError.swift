/// A source that cannot be read. Carries the source, so that it can be shown without anything else.
public struct SyntaxError: Error, Sendable {
  /// What could not be read.
  public let source: SourceText
  /// The first thing wrong, which is the one to act on.
  public let first: Diagnostic
  /// What else is wrong and independent of the first, such as further full-width characters.
  public let others: [Diagnostic]

  /// An error with its source.
  public init(_ first: Diagnostic, others: [Diagnostic] = [], in source: SourceText) {
    self.source = source
    self.first = first
    self.others = others
  }

  /// Everything wrong, in the order of the source.
  public var diagnostics: [Diagnostic] { [first] + others }

  /// Line and column of the first error.
  public var position: SourcePosition? { first.span.map { source.position(at: $0.start) } }

  /// All diagnostics as text, one below the other.
  public func rendered(_ language: Language, color: Bool = false) -> String {
    diagnostics.map { $0.rendered(in: source, language, color: color) }.joined(separator: "\n")
  }
}

extension SyntaxError: CustomStringConvertible {
  /// All diagnostics in English.
  public var description: String { rendered(.english) }
}
