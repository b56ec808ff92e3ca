import Columns

extension MonthlyPage {
  /// Proposals as a table; on a telephone each row becomes a card.
  func proposals(_ list: [MonthlyReport.Proposal], label: String) -> HTML {
    guard !list.isEmpty else { return .empty }
    let scored = list.contains { $0.score != .empty || !$0.grade.isEmpty }
    let titles = (
      enterprise: language("企业", "Enterprise"), county: language("县（区）", "County"),
      score: language("得分 / 等级", "Score, grade"), reasons: language("理由与证据", "Reasons and evidence")
    )
    return HTML(.table, .class("cards proposals"), .ariaLabel(label)) {
      HTML(.thead) {
        HTML(.tr) {
          HTML(.th, .scope("col"), .class("index"), text: language("序", "No."))
          HTML(.th, .scope("col"), .class("enterprise"), text: titles.enterprise)
          HTML(.th, .scope("col"), .class("county"), text: titles.county)
          if scored { HTML(.th, .scope("col"), .class("number score"), text: titles.score) }
          HTML(.th, .scope("col"), text: titles.reasons)
        }
      }
      HTML(.tbody) {
        for (index, proposal) in list.enumerated() {
          HTML(.tr) {
            HTML(.td, .class("index"), text: String(index + 1))
            HTML(.th, .scope("row"), .class("enterprise")) { enterprise(proposal.enterprise, proposal.code) }
            HTML(.td, .class("county"), .label(titles.county)) {
              proposal.county
              if !proposal.rule.isEmpty { HTML(.small, text: proposal.rule) }
            }
            if scored {
              HTML(.td, .class("number score"), .label(titles.score)) {
                HTML(.span, text: MonthlyText.score(proposal.score))
                grade(proposal.grade)
              }
            }
            HTML(.td, .class("reasons"), .label(titles.reasons)) { reasons(proposal) }
          }
        }
      }
    }
  }

  private func reasons(_ proposal: MonthlyReport.Proposal) -> HTML {
    HTML(.ul) {
      for reason in proposal.reasons {
        HTML(.li) {
          HTML(.span) {
            reason.text
            mark(reason.basis)
          }
          if reason.evidence > 0 { HTML(.span, .class("evidence"), text: evidence(reason.evidence)) }
        }
      }
      if !proposal.advice.isEmpty {
        HTML(.li, .class("advice"), text: language("同步建议业主大会：", "Advice to the owners' assembly: ") + proposal.advice)
      }
    }
  }

  private func evidence(_ count: Int) -> String {
    language("证据 \(text.grouped(count)) 条", "\(text.grouped(count)) evidence \(count == 1 ? "row" : "rows")")
  }

  func enterprise(_ name: String, _ code: String) -> HTML {
    HTML(.span, .class("enterprise-name")) {
      HTML(.b, text: name)
      if !code.isEmpty { HTML(.small, .class("code"), text: code) }
    }
  }

  func grade(_ grade: String) -> HTML {
    switch grade {
    case "": .empty
    case "A": HTML(.span, .class("grade a"), text: grade)
    case "B": HTML(.span, .class("grade b"), text: grade)
    case "C": HTML(.span, .class("grade c"), text: grade)
    case "D": HTML(.span, .class("grade d"), text: grade)
    default: HTML(.span, .class("grade"), text: grade)
    }
  }

  var movers: HTML {
    guard let movers = report.movers, !movers.isEmpty else { return .empty }
    let titles = (
      county: language("县（区）", "County"), score: language("得分", "Score"), change: language("变动", "Change"),
      grade: language("等级", "Grade"), reason: language("主要原因", "Main reason")
    )
    return HTML(.table, .class("cards"), .ariaLabel(text.title(.movers))) {
      HTML(.thead) {
        HTML(.tr) {
          HTML(.th, .scope("col"), text: language("企业", "Enterprise"))
          HTML(.th, .scope("col"), text: titles.county)
          HTML(.th, .scope("col"), .class("number"), text: titles.score)
          HTML(.th, .scope("col"), .class("number"), text: titles.change)
          HTML(.th, .scope("col"), text: titles.grade)
          HTML(.th, .scope("col"), text: titles.reason)
        }
      }
      HTML(.tbody) {
        for mover in movers {
          HTML(.tr) {
            HTML(.th, .scope("row"), .class("enterprise")) { enterprise(mover.enterprise, mover.code) }
            HTML(.td, .class("county"), .label(titles.county), text: mover.county)
            HTML(.td, .class("number"), .label(titles.score)) {
              HTML(.span, .class("was"), text: MonthlyText.score(mover.before) + " → ")
              HTML(.span, text: MonthlyText.score(mover.now))
            }
            HTML(
              .td, .class("number"), .label(titles.change),
              text: MonthlyText.signed(MonthlyText.change(from: mover.before, to: mover.now)))
            HTML(.td, .class("grades"), .label(titles.grade)) {
              if mover.gradeBefore != mover.gradeNow && !mover.gradeBefore.isEmpty {
                grade(mover.gradeBefore)
                HTML(.span, .class("was"), text: "→")
              }
              grade(mover.gradeNow)
            }
            HTML(.td, .label(titles.reason), text: mover.reason)
          }
        }
      }
    }
  }

  var adjustments: HTML {
    guard let adjustments = report.adjustments, !adjustments.isEmpty else { return .empty }
    let titles = (
      district: language("县（区）", "District"), enterprises: language("涉及企业", "Enterprises"),
      points: language("合计分", "Points in all")
    )
    return HTML(.table, .class("cards"), .ariaLabel(text.title(.adjustments))) {
      HTML(.thead) {
        HTML(.tr) {
          HTML(.th, .scope("col"), text: language("加扣分项", "Adjustment"))
          HTML(.th, .scope("col"), text: titles.district)
          HTML(.th, .scope("col"), .class("number"), text: titles.enterprises)
          HTML(.th, .scope("col"), .class("number"), text: titles.points)
        }
      }
      HTML(.tbody) {
        for adjustment in adjustments {
          HTML(.tr) {
            HTML(.th, .scope("row"), .class("enterprise")) {
              HTML(.span) {
                adjustment.title
                mark([.document(adjustment.basis)])
              }
            }
            HTML(.td, .class("county"), .label(titles.district), text: adjustment.district)
            HTML(.td, .class("number"), .label(titles.enterprises), text: text.grouped(adjustment.enterprises))
            HTML(.td, .class("number"), .label(titles.points), text: MonthlyText.signed(adjustment.points))
          }
        }
      }
    }
  }
}
