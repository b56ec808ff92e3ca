/// What is to be said about a place in a source: a stable code, a sentence, and what to do.
///
/// Messages are lower case, without a full stop, the user's own text in backticks.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is: an error stops the script from being used, a warning and a note do not.
  public enum Severity: String, Sendable, Hashable {
    case error, warning, note
  }

  /// The stable name of the kind of error.
  public var code: Code
  /// How bad it is.
  public var severity: Severity
  /// The place; `nil` when the whole source is meant.
  public var span: SourceSpan?
  /// What is wrong: lower case, without a full stop.
  public var message: Wording
  /// What to do about it.
  public var help: Wording?
  /// A second place that explains the first, such as the bracket that was never closed.
  public var related: Related?

  /// A second place that explains the first.
  public struct Related: Sendable, Hashable {
    /// The second place.
    public var span: SourceSpan
    /// What is to be seen there.
    public var message: Wording

    /// A second place and what is to be seen there.
    public init(at span: SourceSpan, _ message: Wording) {
      self.span = span
      self.message = message
    }
  }

  /// A diagnostic about a place, or, without one, about the whole source.
  public init(
    _ code: Code, _ severity: Severity = .error, at span: SourceSpan?, _ message: Wording, help: Wording? = nil,
    related: Related? = nil
  ) {
    self.code = code
    self.severity = severity
    self.span = span
    self.message = message
    self.help = help
    self.related = related
  }

  /// A diagnostic about a line of which nothing more exact is known, as the Lua library reports its errors: the span
  /// is the line without its indentation. A line outside the source gives no span.
  public init(
    _ code: Code, _ severity: Severity = .error, line: Int, of source: SourceText, _ message: Wording,
    help: Wording? = nil
  ) {
    self.init(code, severity, at: source.content(ofLine: line), message, help: help)
  }
}

extension SourceText {
  /// What is written on a line, without the white space around it; `nil` for a line outside the source.
  func content(ofLine number: Int) -> SourceSpan? {
    guard number >= 1, number <= lineCount else { return nil }
    var span = line(number)
    while span.start < span.end, ASCII.isSpace(bytes[span.start]) { span.start += 1 }
    while span.start < span.end, ASCII.isSpace(bytes[span.end - 1]) { span.end -= 1 }
    return span
  }
}
