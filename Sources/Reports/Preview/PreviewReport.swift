public import Columns

/// What a rule would change, as a page to lay before those who enact it: counts, the distribution before and after, the movers.
public struct PreviewReport: Sendable {
  public var title: String
  public var scope: String
  public var period: String
  /// The rules with their basis and days.
  public var rules: [String]
  /// `nil`: with what it shows nothing can be enacted.
  public var token: String?
  public var counts: ResultTable
  /// Tables of what moves, each with its name; empty ones are left out.
  public var tables: [ResultTable]
  public var names: [String]
  /// Enterprises in twenty bands of five points; and by grade A, B, C, D, unrated.
  public var bandsBefore: [Int]
  public var bandsAfter: [Int]
  public var gradesBefore: [Int]
  public var gradesAfter: [Int]
  /// Whether the city's text is a draft for comments: the page says so.
  public var isDraft = false

  public init(
    title: String, scope: String, period: String, rules: [String], token: String?, counts: ResultTable, tables: [ResultTable],
    names: [String], bandsBefore: [Int], bandsAfter: [Int], gradesBefore: [Int], gradesAfter: [Int]
  ) {
    self.title = title
    self.scope = scope
    self.period = period
    self.rules = rules
    self.token = token
    self.counts = counts
    self.tables = tables
    self.names = names
    self.bandsBefore = bandsBefore
    self.bandsAfter = bandsAfter
    self.gradesBefore = gradesBefore
    self.gradesAfter = gradesAfter
  }

  /// The page: it needs nothing else, and prints on A4.
  public func html(language: ReportLanguage) -> String {
    HTML(.html, .lang(language("zh-CN", "en"))) {
      HTML(.head) {
        HTML(.meta, .charset("utf-8"))
        HTML(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
        HTML(.title, text: "\(scope) \(title) \(period)")
        HTML(.style) {
          Stylesheet.screen
          Stylesheet.print
          language == .chinese ? Stylesheet.chinesePages : Stylesheet.englishPages
        }
      }
      HTML(.body) {
        HTML(.main) {
          HTML(.header, .class("masthead")) {
            HTML(.p, .class("scope")) {
              HTML(.span, text: scope)
              HTML(.span, .class("stamp"), text: language("预览", "preview"))
              if isDraft { HTML(.span, .class("stamp"), text: language("征求意见稿", "draft")) }
            }
            HTML(.h1, text: title)
            HTML(.p, .class("period")) { HTML(.b, text: period) }
          }
          HTML(.section, .class("summary")) {
            HTML(.ul) { for rule in rules { HTML(.li, text: rule) } }
            table(counts, language)
          }
          distribution(language)
          for (table, name) in zip(tables, names) where !table.rows.isEmpty {
            HTML(.section, .class("part")) {
              HTML(.h2, text: name)
              self.table(table, language)
            }
          }
        }
        HTML(.footer, .class("colophon")) {
          HTML(
            .p, text: token.map { language("预览编号 ", "preview token ") + $0 } ?? language("检查有错误，没有预览编号", "the check finds errors: there is no token"))
        }
      }
    }.document
  }

  private func distribution(_ language: ReportLanguage) -> HTML {
    HTML(.section, .class("part")) {
      HTML(.h2, text: language("分布：之前与之后", "Distribution, before and after"))
      HTML(.div, .class("pair")) {
        histogram("before", language("之前", "before"), bandsBefore, language)
        histogram("after", language("之后", "after"), bandsAfter, language)
      }
      HTML(.figure) {
        HTML(.figcaption, text: language("等级构成", "Enterprises by grade"))
        Chart.shares(
          id: "grades", title: language("等级构成", "Enterprises by grade"),
          wholes: [whole(language("之前", "before"), gradesBefore, language), whole(language("之后", "after"), gradesAfter, language)],
          unit: language("家", "enterprises"))
      }
    }
  }

  private func whole(_ name: String, _ counts: [Int], _ language: ReportLanguage) -> Chart.Whole {
    let colors: [Palette] = [.gradeA, .gradeB, .gradeC, .gradeD, .unrated]
    let names = ["A", "B", "C", "D", language("未评", "unrated")]
    return Chart.Whole(name, zip(names, zip(counts, colors)).map { Chart.Part($0, $1.0, $1.1) })
  }

  private func histogram(_ id: String, _ title: String, _ bands: [Int], _ language: ReportLanguage) -> HTML {
    HTML(.figure) {
      HTML(.figcaption, text: "\(title)（n = \(bands.reduce(0, +))）")
      // Below 45 points hardly anyone stands: they share one column.
      Chart.histogram(
        id: id, title: title,
        bins: bands.enumerated().dropFirst(8).map { index, count in
          let from = index * 5
          return Chart.Bin(
            from: index == 8 ? 0 : from, to: from + 5, count: index == 8 ? bands.prefix(9).reduce(0, +) : count,
            color: MonthlyPage.color(from >= 90 ? "A" : from >= 75 ? "B" : from >= 60 ? "C" : "D"))
        }, marks: [(at: 60, name: "C"), (at: 75, name: "B"), (at: 90, name: "A")])
    }
  }

  private func table(_ table: ResultTable, _ language: ReportLanguage) -> HTML {
    let styles = table.columns.indices.map(table.decimalStyle)
    return HTML(.table) {
      HTML(.thead) {
        HTML(.tr) {
          for column in table.columns { HTML(.th, .scope("col"), text: language(column.title, column.name)) }
        }
      }
      HTML(.tbody) {
        for row in table.rows {
          HTML(.tr) {
            for (at, column) in table.columns.enumerated() {
              HTML(
                .td, .label(language(column.title, column.name)),
                text: table.cell(row, at) == .empty ? "" : table.shown(row, at, language, decimals: styles[at]))
            }
          }
        }
      }
    }
  }
}
