public import CityModel
import Columns

extension LetterFacts {
  /// The letter as one page that needs nothing else: no script, no font, no picture from elsewhere. It prints on A4.
  public func html(language: ReportLanguage) -> String { LetterPage(self, language).document }
}

/// A letter on paper: head, title, number, addressee, sections, signature, receipt.
struct LetterPage {
  let facts: LetterFacts
  let language: ReportLanguage
  let words: LetterWords
  let text: LetterText

  init(_ facts: LetterFacts, _ language: ReportLanguage) {
    self.facts = facts
    self.language = language
    words = LetterWords(facts: facts, language: language)
    text = facts.text(language)
  }

  private var isDraft: Bool { facts.adoption == nil }

  var document: String {
    HTML(.html, .lang(language("zh-CN", "en"))) {
      HTML(.head) {
        HTML(.meta, .charset("utf-8"))
        HTML(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
        HTML(.title, text: "\(text.title) \(facts.enterprise)")
        HTML(.style) {
          LetterStylesheet.sheet
          language == .chinese ? LetterStylesheet.chinesePages : LetterStylesheet.englishPages
        }
      }
      HTML(.body) {
        HTML(.main) {
          head
          HTML(.h1, text: text.title)
          HTML(.p, .class("number"), text: words.document)
          HTML(.p, .class("addressee"), text: text.addressee)
          for paragraph in text.opening { HTML(.p, text: paragraph) }
          for (position, section) in text.sections.enumerated() { self.section(section, position + 1) }
          if !text.closing.isEmpty { HTML(.p, text: text.closing) }
          signature
          if let note = words.draftNote { HTML(.p, .class("note"), text: words("注：", "Note: ") + note) }
          if let copies = text.copies { HTML(.p, .class("copies"), text: words("抄送：", "Copy to: ") + copies) }
          if text.hasReceipt { receipt }
        }
      }
    }.document
  }

  private var head: HTML {
    HTML(.header) {
      HTML(.p, .class("issuer"), text: facts.issuer)
      if isDraft { HTML(.p, .class("stamp"), text: words("征求意见稿", "Draft for comments")) }
    }
  }

  private func section(_ section: LetterText.Section, _ number: Int) -> HTML {
    HTML(.section) {
      HTML(.h2, text: words(Articles.numeral(number) + "、", "\(number). ") + section.heading)
      for item in section.items { self.item(item) }
    }
  }

  private func item(_ item: LetterText.Item) -> HTML {
    switch item {
    case .paragraph(let text): HTML(.p, text: text)
    case .numbered(let texts):
      .joined(texts.enumerated().map { HTML(.p, text: words("（\(Articles.numeral($0.offset + 1))）", "(\($0.offset + 1)) ") + $0.element) })
    case .quotation(let name, let quoted):
      HTML(.p) {
        HTML(.b, text: name)
        if !quoted.isEmpty { HTML(.span, .lang("zh-CN"), text: words("：“\(LetterPage.nested(quoted))”", ": “\(quoted)”")) }
      }
    case .evidence: evidence
    }
  }

  /// Quotation marks within quotation marks.
  private static func nested(_ text: String) -> String {
    String(text.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 })
  }

  /// Numbers beyond which a letter says how many more there are.
  private static let named = 24

  private var evidence: HTML {
    HTML(.table) {
      HTML(.thead) {
        HTML(.tr) {
          for title in [words("序号", "No."), words("证据", "Evidence"), words("数量", "Count"), words("编号", "Numbers")] {
            HTML(.th, .scope("col"), text: title)
          }
        }
      }
      HTML(.tbody) {
        for (position, one) in facts.evidence.enumerated() {
          HTML(.tr) {
            HTML(.td, .class("count"), text: String(position + 1))
            HTML(.td, text: words(one.what))
            HTML(.td, .class("count"), text: String(one.count))
            keys(one)
          }
        }
      }
    }
  }

  private func keys(_ evidence: LetterFacts.Evidence) -> HTML {
    let shown = evidence.keys.prefix(LetterPage.named)
    guard !shown.isEmpty else { return HTML(.td, text: words("存档备查", "on file")) }
    let comma = words("、", ", ")
    return HTML(.td) {
      for (position, key) in shown.enumerated() {
        if position > 0 { HTML(comma) }
        if key.utf8.count > 24 { HTML(key) } else { HTML(.span, .class("key"), text: key) }
      }
      if evidence.count > shown.count { HTML(words("等\(evidence.count)件", " and others, \(evidence.count) in all")) }
    }
  }

  private var signature: HTML {
    HTML(.div, .class("signature")) {
      HTML(.p, text: facts.issuer)
      HTML(.p, .class("seal"), text: words("（印章）", "(seal)"))
      HTML(.p, text: words.day(facts.day))
    }
  }

  private var receipt: HTML {
    HTML(.footer) {
      HTML(.p, text: words("送达回执", "Receipt"))
      HTML(.p, text: words("受送达人（签章）：＿＿＿＿＿＿＿　送达人：＿＿＿＿＿　　＿＿＿年＿＿月＿＿日", "Received by (seal): ______________   Served by: ______________   Date: ______________"))
    }
  }
}
