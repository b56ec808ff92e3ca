import Columns

extension MonthlyPage {
  var grades: HTML {
    HTML(.div, .class("pair")) {
      if let grades = report.grades {
        figure(language("等级构成", "Enterprises by grade")) {
          Chart.shares(
            id: "grades", title: text.title(.grades),
            wholes: [
              whole(language("\(text.period)（暂定）", "\(text.period) (provisional)"), grades.now)
            ] + (grades.published.map { [whole(grades.publishedName + language("（已公布）", " (published)"), $0)] } ?? []),
            unit: language("家", "enterprises"))
        }
      }
      if !report.scores.isEmpty {
        figure(
          language(
            "得分分布（\(text.grouped(report.scores.reduce(0) { $0 &+ $1.count })) 家已评分企业）",
            "Enterprises by score (n = \(text.grouped(report.scores.reduce(0) { $0 &+ $1.count })))")
        ) {
          Chart.histogram(
            id: "scores", title: language("得分分布", "Enterprises by score"),
            bins: report.scores.map {
              Chart.Bin(from: $0.from, to: $0.to, count: $0.count, color: MonthlyPage.color($0.grade))
            }, marks: scoreMarks)
        }
      }
    }
  }

  /// Where the bands of another grade begin.
  private var scoreMarks: [(at: Int, name: String)] {
    var marks: [(at: Int, name: String)] = []
    var grade = ""
    for band in report.scores where !band.grade.isEmpty && band.grade != grade {
      grade = band.grade
      marks.append((band.from, grade))
    }
    return marks
  }

  private func whole(_ name: String, _ count: MonthlyReport.Grades.Count) -> Chart.Whole {
    Chart.Whole(
      name,
      [
        Chart.Part("A", count.a, .gradeA), Chart.Part("B", count.b, .gradeB), Chart.Part("C", count.c, .gradeC),
        Chart.Part("D", count.d, .gradeD), Chart.Part(language("未评", "unrated"), count.unrated, .unrated),
      ])
  }

  static func color(_ grade: String) -> Palette {
    switch grade {
    case "A": .gradeA
    case "B": .gradeB
    case "C": .gradeC
    case "D": .gradeD
    default: .now
    }
  }

  private func figure(_ caption: String, @HTML.Builder content: () -> HTML) -> HTML {
    HTML(.figure) {
      HTML(.figcaption, text: caption)
      content()
    }
  }

  var responses: HTML {
    HTML.joined([responseTable, responseCharts])
  }

  private var shares: [(title: String, path: KeyPath<MonthlyReport.Response, MonthlyReport.Share>)] {
    [
      (language("30 分钟到人", "30 minutes"), \.assigned), (language("3 小时初步结果", "3 hours"), \.preliminary),
      (language("3 天基本办结", "3 days"), \.closed), (language("回访", "Revisited"), \.revisited),
      (language("重新办理", "Reworked"), \.reworked),
    ]
  }

  private var responseTable: HTML {
    guard !report.responses.isEmpty else { return .empty }
    let columns = shares
    let accepted = language("受理", "Accepted")
    // The lowest is a thing to look into; of rework there is no lowest to blame.
    let lowest = columns.map { $0.path == \.reworked ? nil : report.lowest($0.path)?.county }
    return HTML(.table, .class("cards rates"), .ariaLabel(text.title(.responses))) {
      HTML(.thead) {
        HTML(.tr) {
          HTML(.th, .scope("col"), text: language("县（区）", "County"))
          HTML(.th, .scope("col"), .class("number"), text: accepted)
          for column in columns { HTML(.th, .scope("col"), .class("number"), text: column.title) }
        }
      }
      HTML(.tbody) {
        if report.responses.count > 1 {
          HTML(.tr, .class("total")) {
            HTML(.th, .scope("row"), text: report.scope)
            HTML(
              .td, .class("number"), .label(accepted),
              text: text.grouped(report.responses.reduce(0) { $0.addingReportingOverflow($1.accepted).partialValue }))
            for column in columns { rate(report.total(column.path), column.title, isLowest: false) }
          }
        }
        for response in report.responses {
          HTML(.tr) {
            HTML(.th, .scope("row"), text: response.county)
            HTML(.td, .class("number"), .label(accepted), text: text.grouped(response.accepted))
            for (index, column) in columns.enumerated() {
              rate(response[keyPath: column.path], column.title, isLowest: lowest[index] == response.county)
            }
          }
        }
      }
    }
  }

  private func rate(_ share: MonthlyReport.Share, _ title: String, isLowest: Bool) -> HTML {
    let style: Attribute =
      share.isSmall ? .class("number rate small") : isLowest ? .class("number rate lowest") : .class("number rate")
    return HTML(.td, style, .label(title)) {
      HTML(.span, .class("pair-of-figures")) {
        HTML(.span, .class("percent"), text: share.percent)
        HTML(.small, text: share.fraction)
      }
      Chart.meter(share.part, of: share.whole)
    }
  }

  private var responseCharts: HTML {
    let compared = report.responses.count > 1 && report.responses.allSatisfy { $0.acceptedBefore != nil }
    guard compared || !report.categories.isEmpty else { return .empty }
    return HTML(.div, .class("pair")) {
      if compared {
        figure(language("受理投诉（件）", "Complaints accepted")) {
          Chart.groupedBars(
            id: "accepted", title: language("各县（区）受理投诉", "Complaints accepted by county"),
            now: report.responses.map { Chart.Item($0.county, $0.accepted) },
            before: report.responses.map { Chart.Item($0.county, $0.acceptedBefore ?? 0) },
            legend: (language("本月", "this month"), language("上月", "month before")))
        }
      }
      if !report.categories.isEmpty {
        figure(language("投诉类别（件）", "Complaints by category")) {
          Chart.bars(id: "categories", title: language("投诉类别", "Complaints by category"), items: report.categories)
        }
      }
    }
  }

  var quality: HTML {
    guard let quality = report.quality else { return .empty }
    return HTML.joined([
      quality.unknowns.isEmpty
        ? .empty
        : HTML(.table, .class("plain"), .ariaLabel(language("未知的情况", "What is unknown"))) {
          HTML(.thead) {
            HTML(.tr) {
              HTML(.th, .scope("col"), text: language("未知的情况", "What is unknown"))
              HTML(.th, .scope("col"), .class("number"), text: language("次数", "Times"))
            }
          }
          HTML(.tbody) {
            for unknown in quality.unknowns {
              HTML(.tr) {
                HTML(.td, text: unknown.name)
                HTML(.td, .class("number"), text: text.grouped(unknown.count))
              }
            }
          }
        },
      quality.notes.isEmpty
        ? .empty
        : HTML(.ul, .class("remarks")) { for note in quality.notes { HTML(.li, text: note) } },
    ])
  }
}
