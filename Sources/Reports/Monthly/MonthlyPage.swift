import Columns

extension MonthlyReport {
  /// The report as one page that needs nothing else: no script, no font, no picture from elsewhere. It prints on A4.
  public func html(language: ReportLanguage) -> String { MonthlyPage(self, language).document }
}

/// The page as HTML: the frame here, the parts in extensions.
struct MonthlyPage {
  let report: MonthlyReport
  let language: ReportLanguage
  let text: MonthlyText
  private let numbers: [MonthlyReport.Basis: Int]
  private let cited: [MonthlyReport.Basis]
  let parts: [MonthlyText.Part]

  init(_ report: MonthlyReport, _ language: ReportLanguage) {
    self.report = report
    self.language = language
    text = MonthlyText(report: report, language: language)
    var notes = text.notes
    cited = notes.cited
    numbers = Dictionary(cited.map { ($0, notes.number($0)) }, uniquingKeysWith: { first, _ in first })
    parts = text.parts
  }

  var document: String {
    HTML(.html, .lang(language("zh-CN", "en"))) {
      HTML(.head) {
        HTML(.meta, .charset("utf-8"))
        HTML(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
        HTML(.meta, .name("generator"), .content("Xize \(report.run.engineVersion)"))
        HTML(.title, text: "\(report.scope)\(language("", " "))\(report.title) \(report.period)")
        HTML(.style) {
          Stylesheet.screen
          Stylesheet.print
          language == .chinese ? Stylesheet.chinesePages : Stylesheet.englishPages
          if report.isDraft { language == .chinese ? Stylesheet.chineseDraft : Stylesheet.englishDraft }
        }
      }
      HTML(.body) {
        HTML(.main) {
          masthead
          summary
          contents
          for part in parts { section(part) }
        }
        colophon
      }
    }.document
  }

  private var masthead: HTML {
    HTML(.header, .class("masthead")) {
      HTML(.p, .class("scope")) {
        HTML(.span, text: report.scope)
        if report.isDraft { HTML(.span, .class("stamp"), text: text.draftMark) }
      }
      HTML(.h1, text: report.title)
      HTML(.p, .class("period")) {
        HTML(.b, text: text.period)
        HTML(.span, text: language("数据截至 ", "Data up to ") + text.dataCut)
      }
    }
  }

  private var summary: HTML {
    HTML(.section, .class("summary"), .ariaLabel(language("提要", "Summary"))) {
      HTML(.p, .class("abstract"), text: text.summary.joined(separator: language("", " ")))
      if report.isDraft { HTML(.p, .class("notice"), text: text.draftNotice) }
      if !report.keyFigures.isEmpty {
        HTML(.div, .class("figures")) {
          for (index, figure) in report.keyFigures.enumerated() { keyFigure(figure, index) }
        }
      }
    }
  }

  private func keyFigure(_ figure: MonthlyReport.KeyFigure, _ index: Int) -> HTML {
    var remarks: [String] = []
    if case .ratio(let part, let whole) = figure.value {
      remarks.append("\(MonthlyText.figure(.integer(part)))/\(MonthlyText.figure(.integer(whole))) \(figure.unit)")
    } else if let sample = figure.sample {
      remarks.append("n = \(text.grouped(sample))")
    }
    if let previous = figure.previous {
      remarks.append(language("上月 ", "before: ") + MonthlyText.figure(previous))
    }
    let isRatio = if case .ratio = figure.value { true } else { false }
    return HTML(.div, .class("figure")) {
      HTML(.p, .class("name")) {
        figure.title
        mark(figure.basis.map { [$0] } ?? [])
      }
      HTML(.p, .class("value")) {
        HTML(.b, text: MonthlyText.figure(figure.value))
        if !isRatio && !figure.unit.isEmpty { HTML(.small, text: figure.unit) }
      }
      Chart.sparkline(
        id: "course\(index + 1)",
        title: language(
          "\(figure.title)：近 \(figure.course.count) 个月", "\(figure.title), last \(figure.course.count) months"),
        values: figure.course)
      if !remarks.isEmpty { HTML(.p, .class("remark"), text: remarks.joined(separator: " · ")) }
    }
  }

  /// Only where the page is long enough to be leafed through.
  private var contents: HTML {
    guard report.redProposals.count + report.redRemovals.count + report.blackProposals.count + report.interviews.count > 40 else { return .empty }
    return HTML(.nav, .class("contents"), .ariaLabel(language("目录", "Contents"))) {
      HTML(.ul) {
        for part in parts {
          HTML(.li) { HTML(.a, .href(fragment: part.rawValue), text: text.numbered(part)) }
        }
      }
    }
  }

  private func section(_ part: MonthlyText.Part) -> HTML {
    let lead = text.lead(part)
    return HTML(.section, .id(part.rawValue), part == .black ? .class("part black") : .class("part")) {
      HTML(.h2) {
        text.numbered(part)
        mark(text.articles(part).map { .article($0) })
      }
      if !lead.isEmpty { HTML(.p, .class("lead"), text: lead) }
      switch part {
      case .red: proposals(report.redProposals, label: text.title(part))
      case .removals: proposals(report.redRemovals, label: text.title(part))
      case .black: proposals(report.blackProposals, label: text.title(part))
      case .interviews: proposals(report.interviews, label: text.title(part))
      case .grades: grades
      case .responses: responses
      case .movers: movers
      case .adjustments: adjustments
      case .quality: quality
      case .basis: basis
      }
    }
  }

  /// The numbers of footnotes, small and raised.
  func mark(_ bases: [MonthlyReport.Basis]) -> HTML {
    let found = bases.compactMap { numbers[$0] }
    guard !found.isEmpty else { return .empty }
    return HTML(.sup) {
      for (index, number) in found.enumerated() {
        if index > 0 { language("、", ", ") }
        HTML(.a, .href(fragment: "note\(number)"), text: String(number))
      }
    }
  }

  private var basis: HTML {
    HTML(.ol, .class("notes")) {
      for (index, basis) in cited.enumerated() {
        HTML(.li, .id("note\(index + 1)"), text: Footnotes.text(basis, isDraft: report.isDraft, language))
      }
    }
  }

  private var colophon: HTML {
    HTML(.footer, .class("colophon")) {
      HTML(.dl) {
        for (label, value) in text.identity {
          HTML(.div) {
            HTML(.dt, text: label)
            HTML(.dd, text: value)
          }
        }
      }
      HTML(
        .p,
        text: language(
          "由 Xize（细则）生成。上列标识相同，本报告逐字节相同；每个得分都可用 xize why 追问依据与证据。",
          "Made by Xize. Where the marks above are the same, this report is the same byte for byte; every score can be "
            + "asked for its basis and evidence with xize why."))
    }
  }
}
