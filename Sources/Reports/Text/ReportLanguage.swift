/// The language in which a table or page speaks; values, names and codes are the same in both.
///
/// Raw values are those of the language of messages in `LuaSyntax`, which this module does not import.
public enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// One of two texts, by language: `language("共 3 行", "3 rows")`.
  @inlinable
  public func callAsFunction<Value>(_ chinese: Value, _ english: Value) -> Value {
    self == .chinese ? chinese : english
  }
}
