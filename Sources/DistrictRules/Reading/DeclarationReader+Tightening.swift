internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

extension DeclarationReader {
  func tightening() -> Tightening? {
    allow("concerns", "where", "deadline", "within", "alert", "due", "parameter", "to")
    let heading = heading()
    let target: Tightening.Target?
    switch (body.has("parameter"), body.has("due"), body.has("deadline")) {
    case (true, false, false): target = threshold().map(Tightening.Target.threshold)
    case (false, true, false): target = duty().map(Tightening.Target.duty)
    case (false, false, true): target = clock().map(Tightening.Target.clock)
    default:
      body.missing(
        "deadline", chinese: "写 办理时限、应办日 或 参数 之一", english: "write one of deadline, due or parameter: what is made stricter")
      target = nil
    }
    guard let heading, let target else { return nil }
    return Tightening(heading: heading, target: target)
  }

  private func clock() -> ClockTightening? {
    let step: ResponseClock.Step? = body.word("deadline")
    if !body.has("within") { body.missing("within", chinese: "写作 时限 = 小时(24)", english: "write within = hours(24)") }
    let within = body.span("within", [.seconds, .calendarDays, .workingDays])
    var alert: ClockTightening.Alert?
    if let keys = body.inner("alert", chinese: "{ 之后 = 小时(12), 至 = \"街道\" }", english: "{ after = hours(12), to = \"street\" }") {
      keys.allow(["after", "to"])
      for key in ["after", "to"] where !keys.has(key) {
        keys.missing(key, chinese: "写明多久之后告诉谁", english: "say after what time, and who is told")
      }
      if let after = keys.span("after", [.seconds, .calendarDays, .workingDays]), let to = level(keys, "to") {
        alert = .init(after: after, to: to)
        if let within, within.unit == after.unit, after.count >= within.count {
          sink.add(
            RuleProblem(
              "alert-too-late", at: keys.path("after"), Wording(chinese: "预警不早于时限，没有意义", english: "the alert comes no earlier than the deadline"),
              help: Wording(chinese: "时限是\(within.chinese)，预警须更早", english: "the deadline is \(within.english): the alert must come before it")))
        }
      }
    }
    guard let table = body.collection("concerns") else { return nil }
    if table.name != Complaint.schema.name {
      body.wrongTable(
        "concerns", table, chinese: "投诉", english: "complaint", help: .init(chinese: "“三三三”时限只管投诉（第十三条）", english: "the clocks of article 13 are of complaints"))
    }
    let scope = body.condition("where", over: table)
    guard let step, let within else { return nil }
    return ClockTightening(table: table, scope: scope, deadline: step, within: within, alert: alert)
  }

  private func duty() -> DutyTightening? {
    guard let table = body.collection("concerns") else { return nil }
    let scope = body.condition("where", over: table)
    if table.name != Duty.schema.name {
      body.wrongTable("concerns", table, chinese: "应办事项", english: "duty", help: .init(chinese: "写 涉及 = 应办事项", english: "write concerns = duty"))
      return nil
    }
    let word = duty(scope)
    guard case .table(let list)? = body.at("due"), !list.array.isEmpty, list.named.isEmpty else {
      body.wrong("due", chinese: "花括号里的日子", english: "days in braces", help: .init(chinese: "写作 { \"07-31\", \"01-31\" }", english: "write { \"07-31\", \"01-31\" }"))
      return nil
    }
    var due: [MonthDay] = []
    for value in list.array {
      guard let day = body.monthDay(value, at: ["due"]) else { continue }
      if due.contains(day) {
        sink.add(
          RuleProblem(
            "repeated-day", at: ["due"], Wording(chinese: "`\(day)` 写了两次", english: "`\(day)` stands twice"),
            help: Wording(chinese: "每个应办日写一次", english: "write each due day once")))
      } else {
        due.append(day)
      }
    }
    guard let word, due.count == list.array.count else { return nil }
    let tightening = DutyTightening(table: table, scope: scope, duty: word, due: due)
    if DutyRequirement(word, .each(tightening.periods), from: Day(ordinal: 0), source: name) == nil {
      sink.add(
        RuleProblem(
          "duty-done-once", at: ["where", "duty"],
          Wording(chinese: "`\(word)` 只办一次，没有每年的应完成日期", english: "`\(word)` is done once: it has no due days in every year"),
          help: Wording(chinese: "每年重复的是公示和公共收益公开", english: "what recurs is disclosure and the accounts of common revenue")))
    }
    return tightening
  }

  /// Which duty the rule is about: that, and nothing else, is said under `where`.
  private func duty(_ scope: Condition) -> String? {
    if case .field("duty", .equals(.text(let word))) = scope { return word }
    let before = sink.problems.count
    if before == 0 || !sink.problems.contains(where: { $0.path.first == "where" }) {
      sink.add(
        RuleProblem(
          "duty-not-named", at: body.has("where") ? ["where"] : [],
          Wording(chinese: "须写明是哪一项应办事项，且不写别的条件", english: "one duty is named under `where`, and no other condition"),
          help: Wording(chinese: "写作 范围 = { 应办事项 = \"公共收益公开\" }", english: "write where = { duty = \"common revenue accounts\" }")))
    }
    return nil
  }

  private func threshold() -> ThresholdTightening? {
    for key in ["concerns", "where"] where body.has(key) {
      sink.add(
        RuleProblem(
          "key-not-for-this", at: [key],
          Wording(chinese: "参数对全县（区）一律适用，不能用 `\(CityVocabulary.chinese(key))` 限于一部分", english: "a parameter holds in the whole county: `\(key)` cannot narrow it"),
          help: Wording(
            chinese: "只对一部分从严的：投诉时限写 期限 = …，维修资金写 程序 … 修订 = \"city/fund-…\"",
            english: "what is stricter for some only: deadline = … for complaints, procedure … amends = \"city/fund-…\" for the fund")))
    }
    guard let word = body.text("parameter") else { return nil }
    guard let description = CityParameters.all.first(where: { $0.name == word || $0.chinese == word }) else {
      sink.add(
        .unknown(
          "unknown-parameter", word, at: ["parameter"], what: .init(chinese: "市级参数", english: "the city's list of parameters"),
          among: CityParameters.all.filter { $0.strictness != nil }.map { word.utf8.allSatisfy { $0 < 128 } ? $0.name : $0.chinese }))
      return nil
    }
    guard description.strictness != nil else {
      let open = CityParameters.all.filter { $0.strictness != nil }.map { "`\($0.name)`" }.joined(separator: ", ")
      sink.add(
        RuleProblem(
          "not-tightenable", at: ["parameter"],
          Wording(chinese: "`\(description.chinese)` 由市级统一规定，县区不能改动", english: "`\(description.name)` is the city's alone: a district cannot change it"),
          help: Wording(chinese: "可以收紧的参数：\(open)", english: "these can be tightened: \(open)")))
      return nil
    }
    guard let value = body.at("to") else {
      body.missing("to", chinese: "写明收紧到多少", english: "say to what it is tightened")
      return nil
    }
    guard let read = parameter(value, description.kind) else {
      body.wrong("to", "wrong-unit", chinese: "这个参数的值", english: description.kind.form)
      return nil
    }
    return ThresholdTightening(parameter: description, value: read)
  }

  private func parameter(_ value: LuaValue, _ kind: ParameterKind) -> ParameterValue? {
    switch kind {
    case .integer: value.wholeNumber.flatMap { $0.magnitude < 1_000_000 ? .integer(Int($0)) : nil }
    case .flag: if case .boolean(let flag) = value { .flag(flag) } else { nil }
    case .points: (kinds.points.value(of: value) ?? value.decimal(digits: 3)).map { .points(Points(thousandths: $0)) }
    case .money: kinds.money.value(of: value).map { .money(Money(fen: $0)) }
    case .elapsed: kinds.elapsed.value(of: value).map { .elapsed($0) }
    case .months: kinds.calendarMonths.value(of: value).flatMap { $0.magnitude < 100_000 ? .months(Int($0)) : nil }
    case .ratio: kinds.percent.value(of: value).flatMap { Ratio("\($0)%") }.map { .ratio($0) }
    case .monthDay, .choice: value.string.flatMap(kind.parse)
    }
  }
}
