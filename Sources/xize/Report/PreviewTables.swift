internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import LuaSyntax
internal import Register
internal import Reports

/// A preview as tables, and as the page's contents.
enum PreviewTables {
  /// County by county: how much moves.
  static func counts(_ preview: Preview) -> ResultTable {
    var table = counted(preview)
    // Stricter clocks, duties and procedures of a district's own are rare: their columns stand where there is something to count.
    let hasClocks = preview.districts.contains { !$0.newlyLate.isEmpty }, hasDuties = preview.districts.contains { !$0.duties.isEmpty }
    let hasCases = preview.districts.contains { !$0.cases.isEmpty }
    for (name, isShown) in [
      ("newly_late", hasClocks), ("duties", hasDuties), ("cases_new", hasCases), ("cases_gone", hasCases), ("cases_late", hasCases),
    ] where !isShown {
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
        .init("proposals_gone", title: "减少提请"), .init("cases_new", title: "新开案件"), .init("cases_gone", title: "减少案件"),
        .init("cases_late", title: "新增逾期案件"), .init("deadlines", title: "时限变动"), .init("newly_late", title: "新增逾期"), .init("duties", title: "义务变动"),
        .init("unknown", title: "无法判断"),
      ],
      rows: preview.districts.map { district in
        [
          .text(district.county.name), .integer(Int64(district.scored)), .integer(Int64(district.scores.count { $0.moved != .zero })),
          .integer(Int64(district.scores.count { $0.gradeBefore != $0.gradeAfter })),
          .decimal(units: district.scores.reduce(0) { $0 + $1.moved.thousandths }, digits: 3),
          .integer(Int64(district.proposals.count { $0.isNew })), .integer(Int64(district.proposals.count { !$0.isNew })),
          .integer(Int64(district.cases.count { $0.before == nil })), .integer(Int64(district.cases.count { $0.after == nil })),
          .integer(Int64(district.cases.count { $0.isNewlyLate })), .integer(Int64(deadlines(district))),
          .integer(Int64(district.newlyLate.count)), .integer(Int64(district.duties.count)), .integer(Int64(district.unknown)),
        ]
      })
  }

  /// Requests, complaints and cases that are due at another time.
  private static func deadlines(_ district: DistrictPreview) -> Int {
    let moved = district.cases.count { one in one.before.flatMap { before in one.after.map { $0.due != before.due } } ?? false }
    return district.deadlines.count + district.clocks.reduce(0) { $0 + $1.moved } + moved
  }

  private static let kinds = FieldType.enumeration(OfficeWords.proposals)
  private static let signs = FieldType.enumeration(Enumeration("change", [.init("+", "新增"), .init("−", "减少"), .init("~", "变动")]))

  /// The district's own procedures, step by step: how many cases wait there, and in how many its time has passed.
  private static func steps(_ preview: Preview) -> ResultTable {
    ResultTable(
      columns: [
        .init("procedure", title: "程序"), .init("step", title: "步骤"), .init("by", title: "层级", type: .enumeration(Division.levels)),
        .init("before", title: "原案件"), .init("after", title: "新案件"), .init("late_before", title: "原逾期"), .init("late_after", title: "新逾期"),
      ],
      rows: preview.districts.flatMap(\.steps).map { step in
        [
          .text(step.procedure), .init(step.place.said), step.place.level.map { .text($0.rawValue) } ?? .empty, .integer(Int64(step.before)),
          .integer(Int64(step.after)), .integer(Int64(step.lateBefore)), .integer(Int64(step.lateAfter)),
        ]
      })
  }

  private static func cases(_ preview: Preview, _ lang: LanguageOptions) -> ResultTable {
    func place(_ standing: DistrictPreview.Standing?) -> Cell { standing.map { .init($0.place.said) } ?? .empty }
    func due(_ standing: DistrictPreview.Standing?) -> Cell { standing?.due.map { .lastMoment($0) } ?? .empty }
    return ResultTable(
      columns: [
        .init("change", title: "变动", type: signs), .init("case", title: "案件"), .init("procedure", title: "程序"), .init("before", title: "原步骤"),
        .init("due_before", title: "原时限"), .init("after", title: "新步骤"), .init("due_after", title: "新时限"), .init("also_needs", title: "另需"),
        .init("because", title: "缘由"),
      ],
      rows: preview.districts.flatMap(\.cases).map { one in
        [
          one.before == nil ? "+" : one.after == nil ? "−" : "~", .text(one.subject), .text(one.procedure), place(one.before), due(one.before),
          place(one.after), due(one.after), one.alsoNeeds.isEmpty ? .empty : .text(one.alsoNeeds.joined(separator: ", ")), .text(lang(one.because)),
        ]
      })
  }

  /// The facts without which the rules cannot judge some rows.
  private static func missing(_ preview: Preview) -> ResultTable {
    ResultTable(
      columns: [
        .init("county", title: "县区"), .init("rule", title: "规则"), .init("fact", title: "缺少的事实"), .init("before", title: "原缺少条数"),
        .init("after", title: "新缺少条数"),
      ],
      rows: preview.districts.flatMap { district in
        district.missing.map { one in
          [.text(district.county.name), .text(one.rule), .init(one.fact), .integer(Int64(one.before)), .integer(Int64(one.after))]
        }
      })
  }

  static func movers(_ preview: Preview, _ lang: LanguageOptions) -> [ResultTable] {
    func grade(_ before: CreditGrade, _ after: CreditGrade) -> Cell {
      before == after ? .init(after.said) : .init(Bilingual(zh: "\(before.said.zh) → \(after.said.zh)", en: "\(before.said.en) → \(after.said.en)"))
    }
    func points(_ points: Points) -> Cell { .decimal(units: points.thousandths, digits: 3) }
    var scores = ResultTable(columns: [
      .init("enterprise", title: "企业"), .init("uscc", title: "统一社会信用代码"), .init("before", title: "原得分"), .init("after", title: "新得分"),
      .init("moved", title: "变动"), .init("grade", title: "等级"), .init("because", title: "缘由"),
    ])
    var proposals = ResultTable(columns: [
      .init("change", title: "变动", type: signs), .init("kind", title: "提请", type: kinds), .init("enterprise", title: "企业"), .init("uscc", title: "统一社会信用代码"),
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
      .init("change", title: "变动", type: signs), .init("duty", title: "义务", type: Duty.duty.type), .init("project", title: "项目"), .init("enterprise", title: "企业"),
      .init("due", title: "应完成日期"), .init("state", title: "状态", type: Duty.state.type),
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
          grade(change.gradeBefore, change.gradeAfter),
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
          .text(change.subject), .word(change.step, chinese: change.stepChinese), change.before.map { .day($0) } ?? .empty,
          change.after.map { .day($0) } ?? .empty, .text(change.alsoNeeds.joined(separator: ", ")),
        ])
      }
    }
    return [steps(preview), cases(preview, lang), scores, proposals, deadlines, clocks, late, duties, missing(preview)]
  }

  /// The names of ``movers(_:_:)``.
  static func names(_ lang: LanguageOptions) -> [String] {
    [
      lang("程序各步骤的案件", "Cases, step by step"), lang("案件", "Cases"), lang("得分与等级", "Scores and grades"), lang("提请", "Proposals"),
      lang("时限", "Deadlines"), lang("响应时钟", "Clocks"), lang("新增逾期", "Newly late"), lang("义务", "Duties"), lang("缺少的事实", "Missing facts"),
    ]
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
      names: PreviewTables.names(lang),
      bandsBefore: sum(\.bandsBefore), bandsAfter: sum(\.bandsAfter), gradesBefore: sum(\.gradesBefore), gradesAfter: sum(\.gradesAfter))
  }
}
