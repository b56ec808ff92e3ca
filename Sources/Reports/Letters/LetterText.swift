import CityModel
import Columns

/// A letter's wording in one language, before it is set on paper.
struct LetterText {
  /// What stands under a heading.
  enum Item {
    case paragraph(String)
    case numbered([String])
    /// A rule's name and its own words.
    case quotation(name: String, words: String)
    case evidence
  }

  struct Section {
    var heading: String
    var items: [Item]
  }

  var title: String
  /// Who is written to, with the colon.
  var addressee: String
  var opening: [String]
  var sections: [Section]
  /// The last line before the signature: `特此告知。`
  var closing: String
  /// Whether whoever receives it signs on the page.
  var hasReceipt: Bool
  var copies: String?
}

extension LetterFacts {
  func text(_ language: ReportLanguage) -> LetterText {
    let words = LetterWords(facts: self, language: language)
    return switch kind {
    case .notice: NoticeLetter.text(words)
    case .decision: DecisionLetter.text(words)
    case .interview: InterviewLetter.text(words)
    case .rectification: RectificationLetter.text(words)
    case .advice: AdviceLetter.text(words)
    }
  }
}
