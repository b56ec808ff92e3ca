/// The language of a message.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One sentence in both languages.
public struct Wording: Sendable, Hashable {
  /// The sentence in Chinese.
  public var chinese: String
  /// The sentence in English.
  public var english: String

  /// One sentence in both languages.
  public init(chinese: String, english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// A text that is the same in both languages, such as a message of the Lua library.
  public init(verbatim text: String) {
    self.init(chinese: text, english: text)
  }

  /// The sentence in one of the languages.
  public subscript(language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  /// Both texts, changed by the same function.
  func mapped(_ change: (String) -> String) -> Wording {
    Wording(chinese: change(chinese), english: change(english))
  }
}
