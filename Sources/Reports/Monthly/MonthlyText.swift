import Columns

/// What a monthly report says in words, the same on the page and in Markdown.
struct MonthlyText {
  /// Shares of fewer cases are shown pale, and never called the lowest.
  static let smallSample = 30

  let report: MonthlyReport
  let language: ReportLanguage

  /// The parts of a report, in the order of the page.
  enum Part: String, CaseIterable {
    case red, removals, black, interviews, grades, responses, movers, adjustments, quality, basis
  }

  var parts: [Part] {
    Part.allCases.filter { part in
      switch part {
      case .removals: !report.redRemovals.isEmpty
      case .grades: report.grades != nil || !report.scores.isEmpty
      case .responses: !report.responses.isEmpty || !report.categories.isEmpty
      case .movers: report.movers != nil
      case .adjustments: report.adjustments != nil
      case .quality: report.quality != nil
      case .basis: !notes.cited.isEmpty
      default: true
      }
    }
  }

  func title(_ part: Part) -> String {
    switch part {
    case .red: language("红榜建议", "Proposed for the red list")
    case .removals: language("移出红榜建议", "Proposed to leave the red list")
    case .black: language("黑榜建议", "Proposed for the black list")
    case .interviews: language("约谈建议", "Proposed interviews")
    case .grades: language("信用等级分布", "Credit grades")
    case .responses: language("“三三三”快速响应", "Complaints: 30 minutes, 3 hours, 3 days")
    case .movers: language("得分与等级变动", "Scores and grades that moved")
    case .adjustments: language("县（区）细则加扣分", "Adjustments by district rules")
    case .quality: language("数据质量", "Quality of the data")
    case .basis: language("依据", "Basis")
    }
  }

  /// `一、红榜建议`, `1. Proposed for the red list`.
  func numbered(_ part: Part) -> String {
    let number = (parts.firstIndex(of: part) ?? 0) + 1
    return language("\(Articles.numeral(number))、\(title(part))", "\(number). \(title(part))")
  }

  /// The articles that a part as a whole rests on.
  func articles(_ part: Part) -> [Int] {
    switch part {
    case .red, .removals, .black, .interviews, .grades: [7]
    case .responses: [13]
    default: []
    }
  }

  /// Every basis in the order in which the page cites it.
  var notes: Footnotes {
    var notes = Footnotes()
    for figure in report.keyFigures { if let basis = figure.basis { _ = notes.number(basis) } }
    let proposals: [(Part, [MonthlyReport.Proposal])] = [
      (.red, report.redProposals), (.removals, report.redRemovals), (.black, report.blackProposals), (.interviews, report.interviews),
    ]
    for (part, list) in proposals where part != .removals || !list.isEmpty {
      for article in articles(part) { _ = notes.number(.article(article)) }
      for basis in list.flatMap(\.reasons).flatMap(\.basis) { _ = notes.number(basis) }
    }
    if !report.responses.isEmpty { _ = notes.number(.article(13)) }
    for adjustment in report.adjustments ?? [] where !adjustment.basis.isEmpty {
      _ = notes.number(.document(adjustment.basis))
    }
    return notes
  }

  /// A sentence or two below the heading of a part.
  func lead(_ part: Part) -> String {
    switch part {
    case .red:
      return report.redProposals.isEmpty
        ? language("本月没有企业符合红榜条件。", "No enterprise meets the conditions of the red list this month.")
        : language(
          "\(report.redProposals.count) 家企业符合红榜条件。建议不是决定，由县（区）具名负责人凭文号决定后公布。",
          "\(report.redProposals.count) \(enterprises(report.redProposals.count)) the conditions of the red list. "
            + "A proposal is not a decision: a named officer of the county decides, with a document number.")
    case .removals:
      return language(
        "\(report.redRemovals.count) 家在榜企业不再符合红榜条件。", "\(counted(report.redRemovals.count, "enterprise")) on the red list no longer qualify.")
    case .black:
      return report.blackProposals.isEmpty
        ? language("本月没有企业达到黑榜条件。", "No enterprise meets the conditions of the black list this month.")
        : language(
          "\(report.blackProposals.count) 家企业达到黑榜条件。列入前须告知企业事实、理由和依据，听取陈述申辩，再由县（区）具名负责人凭文号决定。",
          "\(report.blackProposals.count) \(enterprises(report.blackProposals.count)) the conditions of the black "
            + "list. Before a listing the enterprise is told the facts, reasons and basis and is heard; then a named "
            + "officer of the county decides, with a document number.")
    case .interviews:
      return report.interviews.isEmpty
        ? language("各县（区）本月没有提出约谈建议。", "No district proposes an interview this month.")
        : language(
          "各县（区）细则提出 \(report.interviews.count) 项约谈建议。",
          "District rules propose \(counted(report.interviews.count, "interview")).")
    case .grades:
      return language(
        "本月等级为暂定，按参数版本 \(report.run.parametersRevision) 的分数线评定；公布的等级以年度评价为准。",
        "Grades of this month are provisional, by the thresholds of parameters revision "
          + "\(report.run.parametersRevision); the yearly evaluation is what is published.")
    case .responses:
      return language(
        "自受理起计时：30 分钟责任到人，3 小时拿出初步结果，3 天基本办结；"
          + "已办结的应当回访，虚假办结或不满意的重新办理。百分数旁为符合数/应计数；不足 \(MonthlyText.smallSample) 件的以浅色显示，每列最低者加粗。",
        "From acceptance: a responsible person within 30 minutes, a preliminary result within 3 hours, basically "
          + "closed within 3 days; closed complaints are revisited, and reworked when the closure was false or the "
          + "complainant is dissatisfied. Beside each share: cases that meet it / cases counted. Fewer than "
          + "\(MonthlyText.smallSample) cases are pale; the lowest of each column is bold.")
    case .movers:
      let listed = report.movers?.count ?? 0
      if listed == 0 { return language("本月没有企业得分变动。", "No score moved this month.") }
      let moved = max(listed, report.moved ?? listed)
      return language(
        "得分变动的共 \(grouped(moved)) 家" + (listed < moved ? "，列出变动最大的 \(listed) 家" : "")
          + "。得分显示两位小数，不进位；变动为精确值。",
        "\(counted(moved, "score")) moved" + (listed < moved ? "; the \(listed) that moved most are listed" : "")
          + ". Scores show two decimals and are never rounded up; changes are exact.")
    case .adjustments:
      return report.adjustments?.isEmpty ?? true
        ? language("本月没有县（区）细则产生加扣分。", "No district rule adjusted a score this month.")
        : language(
          "加扣分只进入县（区）自己的一栏，每家企业合计有上限，不改变市级扣分项，不解除 D 级和一票否决。",
          "Adjustments stand in the district's own column, bounded for each enterprise; they change no line of the "
            + "city and lift neither a D nor a veto.")
    case .quality:
      let quality = report.quality ?? MonthlyReport.Quality()
      guard quality.rowsRead > 0 || quality.quarantined > 0 || !quality.unknowns.isEmpty || !quality.notes.isEmpty
      else { return language("没有需要说明的事项。", "Nothing to note.") }
      return language(
        "读入 \(grouped(quality.rowsRead)) 行，隔离 \(grouped(quality.quarantined)) 行；"
          + "隔离的行未计入任何数字，逐行保留行号和原因。情况未知的既不算符合也不算不符合。",
        "\(grouped(quality.rowsRead)) rows were read, \(grouped(quality.quarantined)) of them quarantined: they are in "
          + "no figure, and each is kept with its line and reason. What is unknown counts neither for nor against.")
    case .basis: return ""
    }
  }

  private func enterprises(_ count: Int) -> String { count == 1 ? "enterprise meets" : "enterprises meet" }

  func counted(_ count: Int, _ noun: String) -> String { "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")" }

  func grouped(_ count: Int) -> String { Chart.grouped(count) }
}
