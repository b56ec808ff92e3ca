/// The language in which something is said to people; values, names and codes are the same in both.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// One of two texts, by language: `language("共 3 行", "3 rows")`.
  @inlinable
  public func callAsFunction<Value>(_ chinese: Value, _ english: Value) -> Value {
    self == .chinese ? chinese : english
  }
}
