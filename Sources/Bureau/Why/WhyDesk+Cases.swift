internal import CityModel
internal import Columns
internal import DistrictRules
internal import Register

extension WhyDesk {
  /// A complaint: its three clocks, and each rule of the district that looks at complaints, clause by clause.
  func complaint(_ row: Int) throws -> Explanation {
    let table = snapshot.table(Complaint.schema)
    let number = try table.cell("number", row: row).plain
    var states: [(ResponseClock.Step, Cell, Cell, ResponseClock.State)] = []
    let steps: [(ResponseClock.Step, Field, Field)] = [
      (.assign, Complaint.assignDue, Complaint.assignedAt), (.preliminary, Complaint.preliminaryDue, Complaint.preliminaryAt),
      (.close, Complaint.closeDue, Complaint.basicallyClosedAt),
    ]
    for (step, due, done) in steps {
      let at = try table.column(due).integer(row).map { Moment(seconds: $0) }, end = try table.column(done).integer(row).map { Moment(seconds: $0) }
      let state = at.map { ResponseClock.state(due: $0, done: end, cut: snapshot.cut) } ?? .unknown
      states.append((step, at.map { .lastMoment($0) } ?? .empty, end.map { .moment($0) } ?? .empty, state))
    }
    let close = states[2]
    var explanation = Explanation(
      subject: Bilingual(zh: "投诉 \(number) 截至 \(snapshot.day)", en: "complaint \(number) as of \(snapshot.day)"), figure: "clock",
      value: close.1 == .empty
        ? Bilingual(zh: "受理时尚无时限规定", en: "no clock ran when it was accepted")
        : Bilingual(zh: "基本办结时限 \(close.1.plain)：\(WhyDesk.chinese(close.3))", en: "to be basically closed by \(close.1.plain): \(close.3.rawValue)"),
      sections: [])
    explanation.add(
      "lines", "时限", "clocks",
      ResultTable(
        columns: [.init("step", title: "环节", type: .enumeration(OfficeWords.clockSteps)), .init("due", title: "时限"), .init("done", title: "完成"), .init("state", title: "状态"), .init("article", title: "条款")],
        rows: states.map { [.text($0.0.rawValue), $0.1, $0.2, .text(say(Bilingual(zh: WhyDesk.chinese($0.3), en: $0.3.rawValue))), "A13"] }))
    var clauses = WhyDesk.clauseTable, layers = WhyDesk.layerTable
    layers.rows.append([
      "city", .text(say(Bilingual(zh: "三三三响应", en: "the 3-3-3 response"))), "A13", .empty, .empty, .empty, close.1,
      .text(say(Bilingual(zh: "时限自受理时起算", en: "the clocks run from acceptance"))),
    ])
    for (script, adjustment) in try adjustments() where adjustment.table.name == Complaint.schema.name {
      try self.clauses(
        .all([adjustment.scope, adjustment.when]), row, of: table, in: snapshot, rule: adjustment.name, revision: revision(script), into: &clauses)
      clauses.rows += try countingClauses(adjustment, script, row)
      layers.rows.append(try layer(adjustment, script, row))
    }
    for (entry, outcome) in try ruled.clocks(WhyDesk.year(snapshot)) {
      guard case .clock(let clock) = entry.rule.target else { continue }
      try self.clauses(clock.scope, row, of: table, in: snapshot, rule: entry.rule.name, revision: revision(entry.script), into: &clauses)
      layers.rows.append(try clockLayer(entry, clock, outcome, row))
    }
    try addCases(of: table.ledgerKey(row), to: &explanation, &layers)
    explanation.add("clauses", "本地规则逐条判断", "the district's rules, clause by clause", clauses)
    explanation.add("layers", "各层规则", "layers", layers)
    let accepted = try table.column(Complaint.acceptedAt).integer(row).map { Moment(seconds: $0).day }
    var readings = accepted.flatMap { try? ResponseClock.readings(on: $0, snapshot.rulebook.parameters) } ?? []
    let enterprise = try table.column(Complaint.enterprise).reference(row), project = try table.column(Complaint.project).reference(row)
    // Of the enterprise that is complained about, for this estate or for all of its, and open since the complaint was accepted.
    readings += try addOrders(
      try orders { by, at, rectified in
        by != nil && by == enterprise && (at == nil || at == project) && (rectified.map { done in accepted.map { done >= $0 } ?? true } ?? true)
      }, to: &explanation)
    explanation.add("parameters", "参数", "parameters", parameterTable(readings))
    explanation.add("facts", "事实", "facts", try facts(row, of: Complaint.schema))
    return explanation
  }

  /// Adds the district's own procedures that a complaint or an order goes through.
  func addCases(of key: String?, to explanation: inout Explanation, _ layers: inout ResultTable) throws {
    let desk = CaseDesk(office)
    for found in try key.map({ try desk.cases($0, asOf: snapshot.cut, before: snapshot.cut) }) ?? [] {
      let standing = try desk.standing(found, asOf: snapshot.cut)
      explanation.add(
        "steps", "程序“\(found.procedure.name)”：\(standing.zh)", "procedure `\(found.procedure.name)`: \(standing.en)",
        try desk.steps(of: found, asOf: snapshot.cut, say: say))
      layers.rows.append([
        .text(found.origin.script.hasPrefix("1404-") ? "city" : "district"), .text(found.title), .text(found.basis),
        .text(found.origin.revision.map { say(Bilingual(zh: "第\($0)号修订", en: "revision \($0)")) } ?? say(Bilingual(zh: "未施行", en: "not enacted"))),
        .day(found.began.day), .empty, .text(say(Bilingual(zh: "适用", en: "applies"))), .text(say(standing)),
      ])
    }
  }

  /// Whether an adjustment counts a complaint or an order, and if not, why.
  func layer(_ adjustment: Adjustment, _ script: ScriptInForce, _ row: Int) throws -> [Cell] {
    let table = snapshot.table(adjustment.table)
    let outcome = try session.outcome(of: adjustment, year: WhyDesk.year(snapshot), in: script.script)
    let day = try table.began(row)?.day
    var verdicts = try adjustment.scope.verdicts(over: table, in: snapshot)
    verdicts.formAnd(try adjustment.when.verdicts(over: table, in: snapshot))
    let isTogether = if case .group = adjustment.amount { true } else { false }
    let counted = outcome.effects.first { effect in
      isTogether ? effect.counts.contains { $0.rows.contains(UInt32(clamping: row)) } : effect.rows.contains(UInt32(clamping: row))
    }
    let effect: Bilingual
    let why: Bilingual
    if let counted {
      effect = Bilingual(zh: "计入", en: "counts")
      why = counted.points == counted.beforeCap
        ? Bilingual(zh: "企业共 \(counted.rows.count) 件，\(counted.points) 分", en: "\(counted.rows.count) of the enterprise, \(counted.points) points")
        : Bilingual(zh: "企业共 \(counted.rows.count) 件，封顶 \(counted.points) 分", en: "\(counted.rows.count) of the enterprise, capped at \(counted.points) points")
    } else {
      effect = Bilingual(zh: "不计入", en: "does not count")
      if let day, outcome.window.map({ !$0.contains(day) }) ?? true {
        why = Bilingual(zh: "\(day) 不在规则施行期内", en: "\(day) is not within the rule's days")
      } else if verdicts[row] == .no {
        why = Bilingual(zh: "有条件不符合", en: "a clause is not met")
      } else if verdicts[row] == .unknown || outcome.unknownRows.contains(UInt32(clamping: row)) {
        why = try MissingFacts(adjustment, in: snapshot).said(row)
      } else if isTogether {
        why = Bilingual(zh: "合起来算，函数没有给分", en: "taken together, the function gives no points")
      } else {
        why = Bilingual(zh: "同一\(adjustment.counted?.onceFor.first?.chinese ?? "人")已计一次", en: "counted once already for the same \(adjustment.counted?.onceFor.first?.name ?? "person")")
      }
    }
    return [
      "district", .text(adjustment.title), .text(adjustment.basis.description), .text(revision(script)), .day(adjustment.effective.from),
      adjustment.effective.to.map { .day($0) } ?? .empty, .text(say(effect)), .text(say(why)),
    ]
  }

  /// When a stricter clock wants the complaint dealt with, and where it stands by it.
  private func clockLayer(
    _ entry: DistrictLaw.Entry<Tightening>, _ clock: ClockTightening, _ outcome: DeadlineOutcome, _ row: Int
  ) throws -> [Cell] {
    let found = outcome.rows.first { Int($0.row) == row }
    let why: Bilingual =
      if let found {
        Bilingual(
          zh: "\(clock.deadline.said.zh)从严：\(WhyDesk.chinese(found.state))" + (found.alertAt.map { "，\($0.saidAsLast) 预警" } ?? ""),
          en: "stricter clock (\(clock.deadline.rawValue)): \(found.state.rawValue)" + (found.alertAt.map { ", alert at \($0.saidAsLast)" } ?? ""))
      } else if outcome.unknownRows.contains(UInt32(clamping: row)) {
        try MissingFacts(clock, in: snapshot).said(row)
      } else {
        Bilingual(zh: "不在规则的范围、施行期或季节内", en: "outside the rule's scope, days or season")
      }
    return [
      "district", .text(entry.rule.title), .text(entry.rule.basis.description), .text(revision(entry.script)),
      .day(entry.rule.effective.from), entry.rule.effective.to.map { .day($0) } ?? .empty, found.map { .lastMoment($0.due) } ?? .empty, .text(say(why)),
    ]
  }

  private static func chinese(_ state: ResponseClock.State) -> String {
    switch state {
    case .inTime: "按时"
    case .late: "逾期完成"
    case .running: "期限内"
    case .overdue: "超期未完成"
    case .lapsed: "不再适用"
    case .unknown: "无法判断"
    }
  }

  /// A request to use the fund: whose turn it is, by when, and which procedure it follows, layer by layer.
  func fund(_ number: String) throws -> Explanation {
    let desk = FundDesk(office)
    guard let fundCase = try desk.request(number, before: snapshot.cut) else {
      throw OfficeError("unknown-request", Bilingual(zh: "没有申请 `\(number)`", en: "there is no request `\(number)`"))
    }
    let next = try FundForecast(office: office, county: fundCase.submission.county, scripts: rules.flatMap(\.scripts), session: session, snapshot: snapshot)
      .next(number, asOf: snapshot.cut)
    let isLate = next?.due.map { $0 < snapshot.day } ?? false
    let value: Bilingual =
      if let next {
        Bilingual(
          zh: "轮到\(WhyDesk.levels(next.by))办理 `\(next.procedure.step(named: next.step)?.chinese ?? next.step)`" + (next.due.map { "，限 \($0)\(isLate ? "（已逾期）" : "")" } ?? "")
            + (next.dueUnknown.map { "，时限算不出：\($0.zh)" } ?? ""),
          en: "`\(next.step)` is the turn of the \(next.by.map(\.rawValue).joined(separator: " / "))" + (next.due.map { ", by \($0)\(isLate ? " (late)" : "")" } ?? "")
            + (next.dueUnknown.map { "; the last day cannot be worked out: \($0.en)" } ?? ""))
      } else {
        Bilingual(zh: "已结束：\(CaseValue.text(fundCase.status.rawValue).shown(as: .enumeration(FundRequest.statuses), chinese: true))", en: "closed: \(fundCase.status.rawValue)")
      }
    var explanation = Explanation(
      subject: Bilingual(zh: "维修资金申请 \(number)", en: "fund request \(number)"), figure: "turn", value: value, sections: [])
    explanation.add("steps", "步骤", "steps", try desk.steps(of: fundCase, asOf: snapshot.cut))
    let began = fundCase.done.first?.at.day ?? snapshot.day
    let city = try FundProcedures.city(fundCase.submission.kind, office.rulebook.parameters, on: began)
    var clauses = WhyDesk.clauseTable, layers = WhyDesk.layerTable
    let isEarlier = Day(city.revision).map { began < $0 } ?? false
    layers.rows.append([
      "city", .text(say(city.title)), "A14", .text(city.revision), .day(began), .empty, .procedure(city.name),
      .text(
        say(
          isEarlier
            ? Bilingual(
              zh: "受理（\(began)）早于首次规定（\(city.revision)），按首次规定的流程判断",
              en: "it began (\(began)) before the first values of the rules (\(city.revision)) and goes by those")
            : Bilingual(zh: "自受理之日的流程", en: "the procedure of the day it began"))),
    ])
    for one in rules.flatMap(\.scripts) {
      for case .procedure(let change) in try session.load(one.script) where change.table.name == FundRequest.schema.name {
        let isOfKind = change.amends == city.name
        let concerns = try FundDesk.concerns(change, fundCase.submission, in: snapshot)
        let inTime = one.isInForce(on: began) && !change.heading.days(within: began...began).isEmpty
        if isOfKind, let row = try row(number, of: FundRequest.schema, field: FundRequest.number) {
          try self.clauses(
            change.scope, row, of: snapshot.table(FundRequest.schema), in: snapshot, rule: change.name, revision: revision(one), into: &clauses)
        }
        let why: Bilingual =
          if !isOfKind {
            Bilingual(zh: "修订的是“\(Cell.procedure(change.amends).chinese)”", en: "it amends \(change.amends)")
          } else if !inTime {
            Bilingual(zh: "申请受理时（\(began)）尚未施行", en: "not in force when the request began (\(began))")
          } else if concerns == .no {
            Bilingual(zh: "条件不符合", en: "its conditions are not met")
          } else if concerns == .unknown {
            // What cannot be judged is not exempt: an amendment only tightens.
            try unjudged(change, number, city)
          } else {
            Bilingual(zh: "从严：\(WhyDesk.said(change, city).zh)", en: "stricter: \(WhyDesk.said(change, city).en)")
          }
        layers.rows.append([
          .text(one.name.hasPrefix("1404-") ? "city" : "district"), .text(change.title), .text(change.basis.description), .text(revision(one)), .day(change.effective.from),
          change.effective.to.map { .day($0) } ?? .empty,
          .text(say(isOfKind && inTime && concerns != .no ? Bilingual(zh: "适用", en: "applies") : Bilingual(zh: "不适用", en: "does not apply"))),
          .text(say(why)),
        ])
      }
    }
    explanation.add("clauses", "本地规则逐条判断", "the district's rules, clause by clause", clauses)
    explanation.add("layers", "各层规则", "layers", layers)
    if let row = try row(number, of: FundRequest.schema, field: FundRequest.number) {
      let requests = snapshot.table(FundRequest.schema)
      let project = try requests.column(FundRequest.project).reference(row)
      let firms = [try requests.column(FundRequest.applicant).reference(row), try requests.column(FundRequest.user).reference(row)]
      let found = try orders { by, at, _ in at != nil && at == project || at == nil && by != nil && firms.contains(by) }
      explanation.add("parameters", "参数", "parameters", parameterTable(try addOrders(found, to: &explanation)))
      explanation.add("facts", "事实", "facts", try facts(row, of: FundRequest.schema))
    }
    return explanation
  }

  /// An amendment that holds because it cannot be told that it does not.
  private func unjudged(_ change: ProcedureChange, _ number: String, _ city: Procedure) throws -> Bilingual {
    let stricter = Bilingual(zh: "从严：\(WhyDesk.said(change, city).zh)", en: "stricter: \(WhyDesk.said(change, city).en)")
    guard let row = try row(number, of: FundRequest.schema, field: FundRequest.number) else { return stricter }
    let missing = try MissingFacts(change.scopeAtSubmission, over: snapshot.table(FundRequest.schema), in: snapshot).said(row)
    return Bilingual(zh: "\(stricter.zh)（\(missing.zh)，不因此免除）", en: "\(stricter.en) (\(missing.en), which exempts nobody)")
  }

  private static func levels(_ levels: [Division.Level]) -> String {
    levels.map { CaseValue.text($0.rawValue).shown(as: .enumeration(Division.levels), chinese: true) }.joined(separator: "或")
  }

  private static func said(_ change: ProcedureChange, _ procedure: Procedure) -> Bilingual {
    func chinese(_ step: String) -> String { procedure.step(named: step)?.chinese ?? step }
    var zh: [String] = [], en: [String] = []
    for step in change.changes {
      var own: [(zh: String, en: String)] = step.alsoNeeds.map { ("另需\($0)", "+\($0)") }
      if let days = step.withinWorkingDays { own.append(("限\(days)个工作日", "≤\(days) wd")) }
      if let share = step.atMostPercent { own.append(("至多\(share)%", "≤\(share)%")) }
      if let other = step.notSamePersonAs { own.append(("不与“\(chinese(other))”同人", "≠\(other)")) }
      zh.append("\(chinese(step.step))\(own.map(\.zh).joined(separator: "，"))")
      en.append("\(step.step) \(own.map(\.en).joined(separator: " "))")
    }
    return Bilingual(zh: zh.joined(separator: "；"), en: en.joined(separator: "; "))
  }
}
