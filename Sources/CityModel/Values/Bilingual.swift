/// A sentence in the two languages that people read here. Text is made once, at the edge, from facts that carry codes.
public struct Bilingual: Sendable, Hashable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}
