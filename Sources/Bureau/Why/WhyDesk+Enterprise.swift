internal import CityModel
internal import Columns
internal import DistrictRules

extension WhyDesk {
  /// The score: its lines, the district's rules clause by clause, the layers that were considered.
  func score(_ row: Int) throws -> Explanation {
    let year = WhyDesk.year(snapshot)
    let scores = try DistrictScores.compute(session, county: county, scripts: own, year: year)
    guard let entry = scores[enterprise: row] else {
      throw OfficeError("no-score", Bilingual(zh: "此范围内没有得分", en: "there is no score in this scope"))
    }
    var explanation = try about(row, "score", Bilingual(zh: "\(entry.score) 分，等级 \(entry.grade.rawValue)", en: "\(entry.score) points, grade \(entry.grade.rawValue)"))
    var lines = try ScoreTable.table(entry.city, in: snapshot, say: say)
    for (position, effect) in entry.effects {
      let outcome = scores.outcomes[position]
      lines.rows.append([
        "district", .text(say(Bilingual(zh: "\(outcome.title)：\(effect.rows.count)项", en: "\(outcome.title): \(effect.rows.count) cases"))), .empty,
        ScoreTable.points(effect.beforeCap), .empty, ScoreTable.points(effect.points), .text(outcome.basis.description),
        .integer(Int64(effect.rows.count)),
      ])
    }
    explanation.add("lines", "得分构成", "lines", lines)
    explanation.add("clauses", "本地规则逐条判断", "the district's rules, clause by clause", try adjustmentClauses(row))
    explanation.add("layers", "各层规则", "layers", try scoreLayers(entry, scores))
    var readings = entry.city.readings
    for line in entry.city.lines { readings += line.readings }
    for veto in entry.city.vetoes { readings += veto.readings }
    readings += try addOrders(try orders { by, _, _ in by == row }, board: scores.board, to: &explanation)
    explanation.add("parameters", "参数", "parameters", parameterTable(readings))
    return explanation
  }

  func about(_ row: Int, _ figure: String, _ value: Bilingual) throws -> Explanation {
    let enterprises = snapshot.table(Enterprise.schema)
    let name = try enterprises.cell("name", row: row).plain, code = try enterprises.cell("uscc", row: row).plain
    return Explanation(
      subject: Bilingual(zh: "\(name)（\(code)）截至 \(snapshot.day)", en: "\(name) (\(code)) as of \(snapshot.day)"), figure: figure, value: value,
      sections: [])
  }

  /// How many of the enterprise's rows each clause lets through, stops or cannot judge; of those that all let through, what counting and
  /// points rest on.
  private func adjustmentClauses(_ row: Int) throws -> ResultTable {
    var out = WhyDesk.clauseTable
    for (script, adjustment) in try adjustments() {
      let table = snapshot.table(adjustment.table)
      let mine = try rows(of: row, in: table)
      for clause in ClauseReader(dataset: snapshot).clauses(.all([adjustment.scope, adjustment.when]), over: table) {
        let verdicts = try clause.condition.verdicts(over: table, in: snapshot)
        for verdict in [Verdict.yes, .no, .unknown] {
          let count = mine.count { verdicts[$0] == verdict }
          guard count > 0 else { continue }
          out.rows.append([
            .text(adjustment.name), .text(revision(script)), .text(say(clause.name)), .text(say(clause.test)), .empty,
            .text(say(verdict.words)), .integer(Int64(count)),
          ])
        }
      }
      var met = try adjustment.scope.verdicts(over: table, in: snapshot)
      met.formAnd(try adjustment.when.verdicts(over: table, in: snapshot))
      out.rows += try countingClauses(adjustment, script, over: mine.filter { met[$0] == .yes })
    }
    return out
  }

  private func rows(of enterprise: Int, in table: Table) throws -> [Int] {
    if table.schema.name == Enterprise.schema.name { return [enterprise] }
    guard table.schema.field("enterprise") != nil else { return [] }
    let owners = try table.column("enterprise")
    return (0..<table.count).filter { owners.reference($0) == enterprise }
  }

  private func scoreLayers(_ entry: DistrictScores.Entry, _ scores: DistrictScores) throws -> ResultTable {
    var layers = WhyDesk.layerTable
    layers.rows.append([
      "city", .text(say(Bilingual(zh: "信用评分", en: "credit score"))), "A7", .empty, .empty, .empty, ScoreTable.points(entry.city.score),
      .text(say(Bilingual(zh: "市级各项不受县区改动", en: "no district touches the city's lines"))),
    ])
    let all = try adjustments()
    for (position, outcome) in scores.outcomes.enumerated() {
      let used = all.first { $0.adjustment.name == outcome.name && ($0.adjustment.effective.from == outcome.window?.lowerBound || outcome.window == nil || $0.adjustment.effective.from <= (outcome.window?.lowerBound ?? $0.adjustment.effective.from)) }
      let effect = entry.effects.first { $0.outcome == position }?.effect
      // Decisions about others are no layer of this enterprise's score.
      if effect == nil, outcome.name == CountyDeductions.name { continue }
      let why: Bilingual =
        if let effect, effect.points != effect.beforeCap {
          Bilingual(zh: "封顶前 \(effect.beforeCap) 分", en: "\(effect.beforeCap) before its cap")
        } else if effect == nil {
          Bilingual(zh: "没有符合条件的事实", en: "no fact meets its conditions")
        } else {
          Bilingual(zh: "符合条件的事实 \(effect?.rows.count ?? 0) 件", en: "\(effect?.rows.count ?? 0) facts meet its conditions")
        }
      layers.rows.append([
        "district", .text(outcome.title), .text(outcome.basis.description), .text(used.map { revision($0.script) } ?? ""),
        used.map { .day($0.adjustment.effective.from) } ?? .empty, used?.adjustment.effective.to.map { .day($0) } ?? .empty,
        ScoreTable.points(effect?.points ?? .zero), .text(say(why)),
      ])
    }
    let sum = entry.effects.reduce(Points.zero) { $0 + $1.effect.points }
    if sum != entry.adjustment {
      layers.rows.append([
        "city", .text(say(Bilingual(zh: "县区加扣上限", en: "bound of a district's column"))), "D10", .empty, .empty, .empty,
        ScoreTable.points(entry.adjustment), .text(say(Bilingual(zh: "原为 \(sum) 分", en: "would be \(sum)"))),
      ])
    }
    if entry.city.grade == .d {
      layers.rows.append([
        "city", .text(say(Bilingual(zh: "D级", en: "grade D"))), "A7", .empty, .empty, .empty, "D",
        .text(say(Bilingual(zh: "县区加分不改变D级和一票否决", en: "no district lifts a D or cancels a veto"))),
      ])
    }
    return layers
  }

  /// A list: every criterion with its verdict, also those that are not met.
  func list(_ row: Int, isBlack: Bool) throws -> Explanation {
    guard county != nil else {
      throw OfficeError("no-county", Bilingual(zh: "红黑榜按县区提名\n提示：加 --district", en: "lists are proposed county by county\nhelp: give --district"))
    }
    let month = snapshot.day.adding(days: 1 - snapshot.day.dayOfMonth)
    let (lists, own) = { ($0.proposals, $0.outcomes) }(try ruled.advisor.lists(month...snapshot.day))
    let reasons = (isBlack ? lists.black : lists.assessed).first { $0.enterprise == row }?.reasons ?? []
    let red = lists.red.first { $0.enterprise == row }
    let added = own.contains { $0.outcome.added.contains { $0.enterprise == row } }
    let isProposed = isBlack ? !reasons.isEmpty || added : red?.isWithinShare ?? false
    let value: Bilingual =
      if isProposed {
        Bilingual(zh: "提名", en: "is proposed")
      } else if let red {
        Bilingual(zh: "符合全部条件，但排名第 \(red.rank)，名额 \(lists.places) 个", en: "meets every criterion, but ranks \(red.rank) for \(lists.places) places")
      } else {
        Bilingual(zh: "不提名", en: "is not proposed")
      }
    var explanation = try about(row, isBlack ? "black_list" : "red_list", value)
    explanation.add(
      "criteria", "条件", "criteria",
      ResultTable(
        columns: [
          .init("criterion", title: "条件"), .init("verdict", title: "结果"), .init("what", title: "内容"), .init("article", title: "依据"),
          .init("evidence", title: "证据数"),
        ],
        rows: reasons.map { reason in
          [.figure(reason.code), .text(say(reason.verdict.words)), .text(say(reason.sentence)), .text(reason.basis), .integer(Int64(reason.evidenceCount))]
        } + (isBlack ? unmet(reasons) : [])))
    explanation.add("layers", "各层规则", "layers", try criterionLayers(row, isBlack: isBlack, own))
    if let finding = lists.board.exits.first(where: { $0.enterprise == row }) { explanation.add("exit", "退出条件", "the exit test", exit(finding)) }
    let orderReadings = try addOrders(try orders { by, _, _ in by == row }, board: lists.board, to: &explanation)
    explanation.add("parameters", "参数", "parameters", parameterTable(reasons.flatMap(\.readings) + orderReadings))
    return explanation
  }

  /// What each criterion of the district did with the enterprise.
  private func criterionLayers(
    _ row: Int, isBlack: Bool, _ outcomes: [(criterion: Criterion, outcome: CriterionOutcome)]
  ) throws -> ResultTable {
    var layers = WhyDesk.layerTable
    for (criterion, outcome) in outcomes where (criterion.list == .black) == isBlack {
      let script = ruled.law.criteria.first { $0.rule.name == criterion.name }?.script
      layers.rows.append([
        "district", .text(criterion.title), .text(criterion.basis.description), .text(script.map(revision) ?? ""), .day(criterion.effective.from),
        criterion.effective.to.map { .day($0) } ?? .empty, .text(outcome.added.contains { $0.enterprise == row } || outcome.kept.contains(row) ? "+" : "−"),
        .text(say(try criterion.said(row, outcome, in: snapshot))),
      ])
    }
    return layers
  }

  /// The grounds for the black list that are not met.
  private func unmet(_ met: [ListReason]) -> [[Cell]] {
    let all: [(code: String, sentence: Bilingual, basis: String)] =
      (1...6).map { ("black-veto-v\($0)", Bilingual(zh: "一票否决V\($0)", en: "veto V\($0)"), "A7") } + [
        ("black-grade-d", Bilingual(zh: "最近公布信用等级为D级", en: "the last published grade is D"), "A5, A7"),
        ("black-exit", Bilingual(zh: "达到退出条件", en: "the exit test is met"), "A8"),
        ("black-refusals", Bilingual(zh: "连续两个月拒不整改", en: "refused to rectify in two consecutive months"), "A7, A8"),
        ("black-serious", Bilingual(zh: "严重行政处罚或截留公共收益", en: "a serious penalty, or common revenue withheld"), "A11"),
      ]
    return all.filter { one in !met.contains { $0.code == one.code } }.map {
      [.figure($0.code), .text(say(Verdict.no.words)), .text(say($0.sentence)), .text($0.basis), .integer(0)]
    }
  }

  func exit(_ finding: ExitFinding) -> ResultTable {
    ResultTable(
      columns: [
        .init("limb", title: "条件", type: .enumeration(OfficeWords.limbs)), .init("verdict", title: "结果"), .init("part", title: "数"), .init("whole", title: "界限或总数"),
        .init("what", title: "内容"),
      ],
      rows: finding.limbs.map { limb in
        [.text(limb.kind.rawValue), .text(say(limb.verdict.words)), .integer(Int64(limb.part)), .integer(Int64(limb.whole)), .text(say(limb.sentence))]
      })
  }

  /// The exit test of A8, limb by limb.
  func exit(_ row: Int) throws -> Explanation {
    let findings = try ExitTest.findings(snapshot, on: snapshot.day)
    let mine = findings.filter { $0.enterprise == row && (county == nil || $0.county == nil || $0.county == county) }
    let value = mine.contains(where: \.isTriggered)
      ? Bilingual(zh: "达到退出条件", en: "the exit test is met") : Bilingual(zh: "未达到退出条件", en: "the exit test is not met")
    var explanation = try about(row, "exit", value)
    for finding in mine { explanation.add("exit", "退出条件（\(finding.window.lowerBound)至\(finding.window.upperBound)）", "the exit test (\(finding.window.lowerBound) to \(finding.window.upperBound))", exit(finding)) }
    let orderReadings = try addOrders(try orders { by, _, _ in by == row }, to: &explanation)
    explanation.add("parameters", "参数", "parameters", parameterTable(mine.flatMap { $0.readings + $0.limbs.flatMap(\.readings) } + orderReadings))
    return explanation
  }
}
