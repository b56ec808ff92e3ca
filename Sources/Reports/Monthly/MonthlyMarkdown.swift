import Columns

extension MonthlyReport {
  /// The report as Markdown: the same words and figures as the page, with tables in place of charts.
  public func markdown(language: ReportLanguage) -> String { MonthlyMarkdown(self, language).document }
}

struct MonthlyMarkdown {
  private let report: MonthlyReport
  private let language: ReportLanguage
  private let text: MonthlyText
  private let numbers: [MonthlyReport.Basis: Int]
  private let cited: [MonthlyReport.Basis]

  init(_ report: MonthlyReport, _ language: ReportLanguage) {
    self.report = report
    self.language = language
    text = MonthlyText(report: report, language: language)
    var notes = text.notes
    cited = notes.cited
    numbers = Dictionary(cited.map { ($0, notes.number($0)) }, uniquingKeysWith: { first, _ in first })
  }

  var document: String {
    var blocks = [
      "# \(Markdown.escaped(report.scope + language("", " ") + report.title))",
      "**\(Markdown.escaped(text.period))** · \(language("数据截至 ", "data up to "))\(text.dataCut)"
        + (report.isDraft ? " · **\(text.draftMark)**" : ""),
      Markdown.escaped(text.summary.joined(separator: language("", " "))),
    ]
    if report.isDraft { blocks.append("> " + text.draftNotice) }
    if !report.keyFigures.isEmpty { blocks.append(table(keyFigures)) }
    for part in text.parts {
      blocks.append("## \(text.numbered(part))\(marks(text.articles(part).map { .article($0) }))")
      let lead = text.lead(part)
      if !lead.isEmpty { blocks.append(Markdown.escaped(lead)) }
      blocks += content(part)
    }
    blocks.append("---")
    blocks.append(
      text.identity.map { "\($0.label)\(language("：", ": "))\(Markdown.escaped($0.value))" }.joined(separator: " · "))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func content(_ part: MonthlyText.Part) -> [String] {
    switch part {
    case .red: proposals(report.redProposals)
    case .removals: proposals(report.redRemovals)
    case .black: proposals(report.blackProposals)
    case .interviews: proposals(report.interviews)
    case .grades: [table(grades), table(scores)].filter { !$0.isEmpty }
    case .responses: [table(responses), table(categories)].filter { !$0.isEmpty }
    case .movers: [table(movers)].filter { !$0.isEmpty }
    case .adjustments: [table(adjustments)].filter { !$0.isEmpty }
    case .quality:
      [table(unknowns), (report.quality?.notes ?? []).map { "- " + Markdown.escaped($0) }.joined(separator: "\n")]
        .filter { !$0.isEmpty }
    case .basis:
      [
        cited.enumerated().map { index, basis in
          "[^\(index + 1)]: " + Markdown.escaped(Footnotes.text(basis, isDraft: report.isDraft, language))
        }.joined(separator: "\n")
      ]
    }
  }

  private func marks(_ bases: [MonthlyReport.Basis]) -> String {
    bases.compactMap { numbers[$0] }.map { "[^\($0)]" }.joined()
  }

  private func table(_ table: ResultTable) -> String {
    table.rows.isEmpty ? "" : String(MarkdownTable(table, language: .chinese).text.dropLast())
  }

  /// A list, because reasons do not fit into the cell of a table.
  private func proposals(_ list: [MonthlyReport.Proposal]) -> [String] {
    guard !list.isEmpty else { return [] }
    let entries = list.enumerated().map { index, proposal in
      var facts = [proposal.county]
      if !proposal.rule.isEmpty { facts.append(proposal.rule) }
      if proposal.score != .empty {
        facts.append(
          language("\(MonthlyText.score(proposal.score)) 分", "\(MonthlyText.score(proposal.score)) points"))
      }
      if !proposal.grade.isEmpty { facts.append(language("\(proposal.grade) 级", "grade \(proposal.grade)")) }
      let code = proposal.code.isEmpty ? "" : " \(Markdown.escaped(proposal.code))"
      var lines = [
        "\(index + 1). **\(Markdown.escaped(proposal.enterprise))**\(code) · "
          + facts.map(Markdown.escaped).joined(separator: " · ")
      ]
      for reason in proposal.reasons {
        let evidence =
          reason.evidence > 0
          ? language("（证据 \(text.grouped(reason.evidence)) 条）", " (evidence: \(text.grouped(reason.evidence)))") : ""
        lines.append("   - \(Markdown.escaped(reason.text))\(evidence)\(marks(reason.basis))")
      }
      if !proposal.advice.isEmpty {
        lines.append(
          "   - \(language("同步建议业主大会：", "Advice to the owners' assembly: "))\(Markdown.escaped(proposal.advice))")
      }
      return lines.joined(separator: "\n")
    }
    return [entries.joined(separator: "\n")]
  }

  private func column(_ chinese: String, _ english: String) -> ResultTable.Column {
    ResultTable.Column(language(chinese, english))
  }

  private var keyFigures: ResultTable {
    ResultTable(
      columns: [column("指标", "Figure"), column("本月", "This month"), column("样本", "Sample"), column("上月", "Before")],
      rows: report.keyFigures.map { figure in
        var sample: Cell = figure.sample.map { .integer(Int64($0)) } ?? .empty
        if case .ratio(let part, let whole) = figure.value { sample = .text("\(part)/\(whole)") }
        let unit = figure.unit.isEmpty || sample != .empty ? "" : " \(figure.unit)"
        return [
          .text(figure.title), .text(MonthlyText.figure(figure.value) + unit), sample,
          figure.previous.map { .text(MonthlyText.figure($0)) } ?? .empty,
        ]
      })
  }

  private var grades: ResultTable {
    guard let grades = report.grades else { return ResultTable(columns: []) }
    func row(_ name: String, _ count: MonthlyReport.Grades.Count) -> [Cell] {
      [.text(name)] + [count.a, count.b, count.c, count.d, count.unrated, count.total].map { .integer(Int64($0)) }
    }
    return ResultTable(
      columns: [
        column("等级", "Grades"), column("A", "A"), column("B", "B"), column("C", "C"), column("D", "D"),
        column("未评", "Unrated"), column("合计", "All"),
      ],
      rows: [row(language("\(text.period)（暂定）", "\(text.period) (provisional)"), grades.now)]
        + (grades.published.map { [row(grades.publishedName, $0)] } ?? []))
  }

  private var scores: ResultTable {
    ResultTable(
      columns: [column("得分", "Score"), column("企业", "Enterprises")],
      rows: report.scores.map { [.text("\($0.from)–\($0.to)"), .integer(Int64($0.count))] })
  }

  private var responses: ResultTable {
    func row(_ name: String, _ accepted: Int, _ shares: [MonthlyReport.Share]) -> [Cell] {
      [.text(name), .integer(Int64(accepted))]
        + shares.map { .text($0.whole == 0 ? "–" : "\($0.percent) (\($0.part)/\($0.whole))") }
    }
    let rows = report.responses.map {
      row($0.county, $0.accepted, [$0.assigned, $0.preliminary, $0.closed, $0.revisited, $0.reworked])
    }
    let all = row(
      report.scope, report.responses.reduce(0) { $0.addingReportingOverflow($1.accepted).partialValue },
      [\MonthlyReport.Response.assigned, \.preliminary, \.closed, \.revisited, \.reworked].map { report.total($0) })
    return ResultTable(
      columns: [
        column("县（区）", "County"), column("受理", "Accepted"), column("30 分钟到人", "30 minutes"),
        column("3 小时初步结果", "3 hours"), column("3 天基本办结", "3 days"), column("回访", "Revisited"),
        column("重新办理", "Reworked"),
      ], rows: rows.count > 1 ? [all] + rows : rows)
  }

  private var categories: ResultTable {
    ResultTable(
      columns: [column("投诉类别", "Category"), column("件", "Complaints")],
      rows: report.categories.map { [.text($0.name), .integer(Int64($0.count))] })
  }

  private var movers: ResultTable {
    ResultTable(
      columns: [
        column("企业", "Enterprise"), column("县（区）", "County"), column("得分", "Score"), column("变动", "Change"),
        column("等级", "Grade"), column("主要原因", "Main reason"),
      ],
      rows: (report.movers ?? []).map { mover in
        [
          .text(mover.enterprise), .text(mover.county),
          .text("\(MonthlyText.score(mover.before)) → \(MonthlyText.score(mover.now))"),
          .text(MonthlyText.signed(MonthlyText.change(from: mover.before, to: mover.now))),
          .text(
            mover.gradeBefore == mover.gradeNow || mover.gradeBefore.isEmpty
              ? mover.gradeNow : "\(mover.gradeBefore) → \(mover.gradeNow)"),
          .text(mover.reason),
        ]
      })
  }

  private var adjustments: ResultTable {
    ResultTable(
      columns: [
        column("加扣分项", "Adjustment"), column("县（区）", "District"), column("依据", "Basis"),
        column("涉及企业", "Enterprises"), column("合计分", "Points in all"),
      ],
      rows: (report.adjustments ?? []).map {
        [
          .text($0.title), .text($0.district), .text($0.basis), .integer(Int64($0.enterprises)),
          .text(MonthlyText.signed($0.points)),
        ]
      })
  }

  private var unknowns: ResultTable {
    ResultTable(
      columns: [column("未知的情况", "What is unknown"), column("次数", "Times")],
      rows: (report.quality?.unknowns ?? []).map { [.text($0.name), .integer(Int64($0.count))] })
  }
}
