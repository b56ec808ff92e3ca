public import Columns

/// How a source is cited: an article of the policy as `A13`, a law by its name in the reader's language.
public enum SourceWords {
  private static let laws = [
    ("Civil Code ", "民法典"), ("PIPL ", "个人信息保护法"), ("NDRC Order ", "国家发展改革委令"),
  ]

  public static func said(_ source: String) -> Bilingual {
    Bilingual(zh: laws.reduce(source) { text, law in text.replacing(law.0, with: law.1) }, en: source)
  }
}

extension Cell {
  /// A source as it is cited.
  public static func source(_ text: String) -> Cell { Cell(SourceWords.said(text)) }
}
