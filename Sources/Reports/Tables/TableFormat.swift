/// The forms in which a result can be written.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
  /// Aligned columns for people.
  case table
  /// RFC 4180.
  case csv
  /// An array of objects.
  case json
  /// A table of GitHub-flavoured Markdown.
  case markdown

  /// Reads a name as a user types it, in any case; `md` is `markdown`. Anything else is `nil`.
  public init?(parsing text: String) {
    let name = text.lowercased()
    guard let format = TableFormat(rawValue: name == "md" ? "markdown" : name) else { return nil }
    self = format
  }
}
