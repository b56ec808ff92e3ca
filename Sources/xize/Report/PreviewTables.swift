internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import LuaSyntax
internal import Register
internal import Reports

/// A preview as tables, as JSON, and as the page's contents.
enum PreviewTables {
  /// County by county: how much moves.
  static func counts(_ preview: Preview) -> ResultTable {
    var table = counted(preview)
    // Stricter clocks and duties are rare: their columns stand where there is something to count.
    let hasClocks = preview.districts.contains { !$0.newlyLate.isEmpty }, hasDuties = preview.districts.contains { !$0.duties.isEmpty }
    for (name, isShown) in [("newly_late", hasClocks), ("duties", hasDuties)] where !isShown {
      guard let at = table.columns.firstIndex(where: { $0.name == name }) else { continue }
      table.columns.remove(at: at)
      for row in table.rows.indices { table.rows[row].remove(at: at) }
    }
    return table
  }

  private static func counted(_ preview: Preview) -> ResultTable {
    ResultTable(
      columns: [
        .init("county", title: "县区"), .init("scored", title: "评分企业"), .init("scores_moved", title: "得分变动"),
        .init("grades_moved", title: "等级变动"), .init("points", title: "合计分值"), .init("proposals_new", title: "新增提请"),
        .init("proposals_gone", title: "减少提请"), .init("deadlines", title: "时限变动"), .init("newly_late", title: "新增逾期"), .init("duties", title: "义务变动"),
        .init("unknown", title: "无法判断"),
      ],
      rows: preview.districts.map { district in
        [
          .text(district.county.name), .integer(Int64(district.scored)), .integer(Int64(district.scores.count { $0.moved != .zero })),
          .integer(Int64(district.scores.count { $0.gradeBefore != $0.gradeAfter })),
          .decimal(units: district.scores.reduce(0) { $0 + $1.moved.thousandths }, digits: 3),
          .integer(Int64(district.proposals.count { $0.isNew })), .integer(Int64(district.proposals.count { !$0.isNew })),
          .integer(Int64(district.deadlines.count + district.clocks.reduce(0) { $0 + $1.moved })),
          .integer(Int64(district.newlyLate.count)), .integer(Int64(district.duties.count)), .integer(Int64(district.unknown)),
        ]
      })
  }

  static func movers(_ preview: Preview, _ lang: LanguageOptions) -> [ResultTable] {
    func points(_ points: Points) -> Cell { .decimal(units: points.thousandths, digits: 3) }
    var scores = ResultTable(columns: [
      .init("enterprise", title: "企业"), .init("uscc", title: "统一社会信用代码"), .init("before", title: "原得分"), .init("after", title: "新得分"),
      .init("moved", title: "变动"), .init("grade", title: "等级"), .init("because", title: "缘由"),
    ])
    var proposals = ResultTable(columns: [
      .init("change", title: "变动"), .init("kind", title: "提请"), .init("enterprise", title: "企业"), .init("uscc", title: "统一社会信用代码"),
      .init("because", title: "理由"),
    ])
    var deadlines = ResultTable(columns: [
      .init("subject", title: "事项"), .init("step", title: "步骤"), .init("before", title: "原时限"), .init("after", title: "新时限"),
      .init("also_needs", title: "另需"),
    ])
    var clocks = ResultTable(columns: [
      .init("clock", title: "时钟"), .init("moved", title: "时限提前"), .init("late_before", title: "原逾期"), .init("late_after", title: "新逾期"),
      .init("alerts", title: "预警"),
    ])
    var late = ResultTable(columns: [
      .init("complaint", title: "投诉"), .init("clock", title: "时钟"), .init("before", title: "原时限"), .init("after", title: "新时限"),
    ])
    var duties = ResultTable(columns: [
      .init("change", title: "变动"), .init("duty", title: "义务"), .init("project", title: "项目"), .init("enterprise", title: "企业"),
      .init("due", title: "应完成日期"), .init("state", title: "状态"),
    ])
    for district in preview.districts {
      for change in district.clocks {
        clocks.rows.append([
          .text(lang(change.clock)), .integer(Int64(change.moved)), .integer(Int64(change.lateBefore)), .integer(Int64(change.lateAfter)),
          .integer(Int64(change.alerts)),
        ])
      }
      for change in district.newlyLate {
        late.rows.append([.text(change.subject), .text(lang(change.clock)), change.before.map { .moment($0) } ?? .empty, .moment(change.after)])
      }
      for change in district.duties {
        duties.rows.append([
          .text(change.isNew ? "+" : "−"), .text(change.duty), .text(change.project), .text(change.enterprise), .day(change.due), .text(change.state),
        ])
      }
      for change in district.scores {
        scores.rows.append([
          .text(change.name), .text(change.uscc), points(change.before), points(change.after), points(change.moved),
          .text(change.gradeBefore == change.gradeAfter ? change.gradeAfter.rawValue : "\(change.gradeBefore.rawValue) → \(change.gradeAfter.rawValue)"),
          .text(change.reasons.map { lang($0) }.joined(separator: lang("；", "; "))),
        ])
      }
      for change in district.proposals {
        proposals.rows.append([
          .text(change.isNew ? "+" : "−"), .text(change.kind), .text(change.name), .text(change.uscc), .text(change.because),
        ])
      }
      for change in district.deadlines {
        deadlines.rows.append([
          .text(change.subject), .text(change.step), change.before.map { .day($0) } ?? .empty, change.after.map { .day($0) } ?? .empty,
          .text(change.alsoNeeds.joined(separator: ", ")),
        ])
      }
    }
    return [scores, proposals, deadlines, clocks, late, duties]
  }

  static func json(_ preview: Preview, token: String?, _ report: CheckReport) -> String {
    func numbers(_ values: [Int]) -> JSONValue { .array(values.map { JSONValue($0) }) }
    return JSONValue.object([
      "token": JSONValue(token),
      "findings": .array(
        report.findings.map { finding in
          .object([
            "code": .text(finding.code.rawValue), "severity": .text(finding.diagnostic.severity.rawValue), "file": .text(finding.source.name),
            "line": finding.diagnostic.span.map { JSONValue(finding.source.lineNumber(at: $0.start)) } ?? .null,
            "zh": .text(finding.diagnostic.message.chinese), "en": .text(finding.diagnostic.message.english),
          ])
        }),
      "period": .text(preview.period.name), "against": .text(preview.against.rawValue),
      "position": .number(preview.position),
      "rules": .array(
        preview.rules.map {
          .object([
            "kind": .text($0.kind), "name": .text($0.name), "title": .text($0.title), "basis": .text($0.basis.description),
            "from": .text($0.from.description), "to": JSONValue($0.to?.description),
          ])
        }),
      "districts": .array(
        preview.districts.map { district in
          .object([
            "county": .text(district.county.code), "scored": JSONValue(district.scored), "unknown": JSONValue(district.unknown),
            "bands_before": numbers(district.bandsBefore), "bands_after": numbers(district.bandsAfter),
            "grades_before": numbers(district.gradesBefore), "grades_after": numbers(district.gradesAfter),
            "scores": .array(
              district.scores.map {
                .object([
                  "uscc": .text($0.uscc), "name": .text($0.name), "before": .text("\($0.before)"), "after": .text("\($0.after)"),
                  "grade_before": .text($0.gradeBefore.rawValue), "grade_after": .text($0.gradeAfter.rawValue),
                  "because": .array($0.reasons.map { .object(["zh": .text($0.zh), "en": .text($0.en)]) }),
                ])
              }),
            "proposals": .array(
              district.proposals.map {
                .object([
                  "kind": .text($0.kind), "uscc": .text($0.uscc), "name": .text($0.name), "new": .flag($0.isNew), "because": .text($0.because),
                ])
              }),
            "deadlines": .array(
              district.deadlines.map {
                .object([
                  "subject": .text($0.subject), "step": .text($0.step), "before": JSONValue($0.before?.description),
                  "after": JSONValue($0.after?.description), "also_needs": .array($0.alsoNeeds.map { .text($0) }),
                ])
              }),
            "clocks": .array(
              district.clocks.map {
                .object([
                  "clock": .text($0.clock.en), "moved": JSONValue($0.moved), "late_before": JSONValue($0.lateBefore),
                  "late_after": JSONValue($0.lateAfter), "alerts": JSONValue($0.alerts),
                ])
              }),
            "newly_late": .array(
              district.newlyLate.map {
                .object([
                  "subject": .text($0.subject), "clock": .text($0.clock.en), "before": JSONValue($0.before?.description),
                  "after": .text($0.after.description),
                ])
              }),
            "duties": .array(
              district.duties.map {
                .object([
                  "duty": .text($0.duty), "project": .text($0.project), "enterprise": .text($0.enterprise), "due": .text($0.due.description),
                  "state": .text($0.state), "new": .flag($0.isNew),
                ])
              }),
          ])
        }),
    ]).description
  }
}

extension PreviewReport {
  init(_ preview: Preview, token: String?, _ lang: LanguageOptions) {
    func sum(_ pick: (DistrictPreview) -> [Int]) -> [Int] {
      preview.districts.map(pick).reduce(into: []) { total, one in
        total = total.isEmpty ? one : zip(total, one).map(+)
      }
    }
    self.init(
      title: preview.rules.map(\.title).joined(separator: lang("、", ", ")),
      scope: preview.districts.count == 1 ? preview.districts[0].county.name : Divisions.changzhi["1404"]?.name ?? "",
      period: preview.period.name,
      rules: preview.rules.map { "\($0.title)（\($0.basis)）\($0.from)\($0.to.map { "–\($0)" } ?? lang("起", " on"))" },
      token: token, counts: PreviewTables.counts(preview), tables: PreviewTables.movers(preview, lang),
      names: [lang("得分与等级", "Scores and grades"), lang("提请", "Proposals"), lang("时限", "Deadlines"), lang("响应时钟", "Clocks"), lang("新增逾期", "Newly late"), lang("义务", "Duties")],
      bandsBefore: sum(\.bandsBefore), bandsAfter: sum(\.bandsAfter), gradesBefore: sum(\.gradesBefore), gradesAfter: sum(\.gradesAfter))
  }
}
