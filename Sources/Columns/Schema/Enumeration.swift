/// A closed set of words that a field can hold, each with its Chinese twin.
public struct Enumeration: Sendable, Hashable {
  public struct Value: Sendable, Hashable {
    /// The word in scripts, CSV and the register: `substantiated`.
    public var name: String
    /// Its Chinese twin: `属实`.
    public var chinese: String

    public init(_ name: String, _ chinese: String) {
      self.name = name
      self.chinese = chinese
    }
  }

  /// The enumeration's own name: `finding`.
  public var name: String
  public var values: [Value]

  public init(_ name: String, _ values: [Value]) {
    self.name = name
    self.values = values
  }

  /// The position of a value by its English or Chinese word.
  public func index(of word: some StringProtocol) -> Int? {
    values.firstIndex { $0.name == word || $0.chinese == word }
  }

  /// The values' words in order; a column's codes are positions in this dictionary.
  public var dictionary: [String] { values.map(\.name) }
}
