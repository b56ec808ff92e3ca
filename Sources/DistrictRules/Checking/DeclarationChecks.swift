internal import CityModel
internal import Columns
internal import LuaSyntax

/// What is wrong with a declaration that could be read: beside the city's rules, its own dates, and itself.
struct DeclarationChecks {
  let declaration: Declaration
  let rulebook: Rulebook
  /// The day on which it is checked.
  let day: Day

  var problems: [RuleProblem] {
    var found = dates + neverMatches + impliedAlternatives
    switch declaration {
    case .adjustment(let rule): found += check(rule)
    case .tightening(let rule): found += check(rule)
    case .procedure(let rule): found += AmendmentChecks(rule: rule, rulebook: rulebook, day: day).problems
    case .criterion(let rule): found += check(rule)
    case .job(let rule): found += check(rule)
    case .ownProcedure, .report: break
    }
    return found
  }

  // MARK: Jobs

  /// Rules that are in force already may lack it: their proposals are refused when they are decided.
  private func check(_ rule: Job) -> [RuleProblem] {
    guard case .table(let work) = rule.work, work.kind == .adviceToOwners, work.advice == nil else { return [] }
    return [
      .missing(
        "advice", at: [],
        help: Wording(
          chinese: "写明建议业主大会什么（第七条）：建议内容 = \"降低收费标准\"，或 \"解聘\"",
          english: "say what the owners' assembly is advised (article 7): advice = \"lower fee\", or \"dismiss\""))
    ]
  }

  // MARK: Dates

  private var dates: [RuleProblem] {
    let (basis, effective) = (declaration.basis, declaration.heading.effective)
    var found: [RuleProblem] = []
    if let published = basis.published, effective.from < published {
      found.append(
        RuleProblem(
          "dates-out-of-order", at: ["effective", "from"],
          Wording(chinese: "施行早于依据的公布日期 \(published)", english: "it takes effect before its basis was published on \(published)"),
          help: Wording(chinese: "规则不溯及既往：改正日期", english: "no rule reaches back: correct one of the days")))
    }
    if let expires = basis.expires {
      if let last = effective.to, last > expires {
        found.append(
          RuleProblem(
            "dates-out-of-order", at: ["effective", "to"],
            Wording(chinese: "终止晚于依据的有效期 \(expires)", english: "it ends after its basis has expired on \(expires)"),
            help: Wording(chinese: "改正日期，或延长依据的有效期", english: "correct the day, or have the basis renewed")))
      }
      let left = Int(expires.ordinal) - Int(day.ordinal)
      if left < 0 {
        found.append(
          RuleProblem(
            "basis-expired", at: ["basis", "expires"],
            Wording(chinese: "依据已于 \(expires) 失效", english: "its basis expired on \(expires)"),
            help: Wording(chinese: "换用现行文件，或废止这条规则", english: "name the document that is in force, or repeal the rule")))
      } else if left <= 60 {
        found.append(
          RuleProblem(
            "basis-expires-soon", .warning, at: ["basis", "expires"],
            Wording(chinese: "依据还有 \(left) 天失效", english: "its basis expires in \(left) day\(left == 1 ? "" : "s")"),
            help: Wording(chinese: "及时办理延期或换文", english: "have it renewed in time")))
      }
    }
    return found
  }

  private var neverMatches: [RuleProblem] {
    var found: [RuleProblem] = []
    if let season = declaration.heading.season, let last = declaration.heading.effective.to,
      season.ranges(within: declaration.heading.effective.from...max(last, declaration.heading.effective.from)).isEmpty
    {
      found.append(never(at: ["season"]))
    }
    if let (table, condition) = declaration.selection {
      if ConditionSpace(condition, over: table).isEmpty {
        found.append(never(at: place))
      } else if let days = ownDays(table), !condition.looksBack, ConditionSpace(.all([condition, days]), over: table).isEmpty {
        let effective = declaration.heading.effective
        let last = effective.to.map { ($0.description, " to \($0)") }
        found.append(
          RuleProblem(
            "never-matches", at: place,
            Wording(
              chinese: "施行期（自 \(effective.from)\(last.map { "至 \($0.0)" } ?? "")）以外的事实不算，条件永远不会成立",
              english: "facts outside the days in force (from \(effective.from)\(last?.1 ?? "")) do not count: the conditions never hold"),
            help: Wording(chinese: "核对条件里的日期和 施行", english: "compare the dates of the conditions with `effective`")))
      }
    }
    return found
  }

  /// The days whose facts the rule reaches, as a condition; `nil` where it looks at others too.
  private func ownDays(_ table: TableSchema) -> Condition? {
    switch declaration {
    case .adjustment(let rule):
      if case .offset = rule.amount { return nil }
      if rule.counted?.onceEver != nil { return nil }
    case .tightening: break
    default: return nil
    }
    let effective = declaration.heading.effective
    guard let last = effective.to ?? Day(year: 9998, month: 12, day: 31), effective.from <= last else { return nil }
    return table.dated(within: [effective.from...last])
  }

  /// Of alternatives, one within another says nothing.
  private var impliedAlternatives: [RuleProblem] {
    guard let (table, condition) = declaration.selection else { return [] }
    let parts: [(key: String, condition: Condition)] =
      switch declaration {
      case .adjustment(let rule): [("where", rule.scope), ("when", rule.when)]
      case .job(let job): if case .table(let work) = job.work { [("where", work.scope), ("when", work.when)] } else { [] }
      default: [("where", condition)]
      }
    return parts.compactMap { key, condition in
      guard let (narrow, wide) = DeclarationChecks.impliedAlternative(in: condition, over: table) else { return nil }
      return RuleProblem(
        "implied-alternative", .warning, at: [key],
        Wording(
          chinese: "任一 的第 \(narrow + 1) 项已包含在第 \(wide + 1) 项里，写不写都一样",
          english: "alternative \(narrow + 1) of any_of is within alternative \(wide + 1): it says nothing"),
        help: Wording(chinese: "删去较窄的一项，或改正数", english: "leave the narrower one out, or correct it"))
    }
  }

  /// The first alternative that is within another of the same list.
  private static func impliedAlternative(in condition: Condition, over table: TableSchema) -> (narrow: Int, wide: Int)? {
    switch condition {
    case .field, .months: return nil
    case .all(let parts): return parts.lazy.compactMap { impliedAlternative(in: $0, over: table) }.first
    case .related(let name, let inner):
      guard case .reference(let target)? = table.field(name)?.type, let next = CitySchema.table(target) else { return nil }
      return impliedAlternative(in: inner, over: next)
    case .any(let parts):
      let spaces = parts.map { ConditionSpace($0, over: table) }
      for narrow in parts.indices {
        if let wide = parts.indices.first(where: { $0 != narrow && spaces[narrow].isSubset(of: spaces[$0]) }) { return (narrow, wide) }
      }
      return parts.lazy.compactMap { impliedAlternative(in: $0, over: table) }.first
    }
  }

  /// The key under which the last condition stands.
  private var place: [String] {
    switch declaration {
    case .adjustment(let rule): rule.when == .always ? ["where"] : ["when"]
    case .job(let job): if case .table(let work) = job.work, work.when != .always { ["when"] } else { ["where"] }
    default: ["where"]
    }
  }

  private func never(at path: [String]) -> RuleProblem {
    RuleProblem(
      "never-matches", at: path, Wording(chinese: "条件互相矛盾，永远不会成立", english: "the conditions contradict each other: they never hold"),
      help: Wording(chinese: "逐项核对 范围、条件 和 季节；“或”写作 任一{ … }", english: "look at `where`, `when` and `season` together; alternatives are written any_of{ … }"))
  }

  // MARK: Kinds

  private func check(_ rule: Adjustment) -> [RuleProblem] {
    let on = max(rule.effective.from, day)
    guard let bound = try? rulebook.parameters.value(CreditParameters.districtAdjustMax, on: on) else { return [] }
    func beyond(_ points: Points, _ path: [String]) -> RuleProblem? {
      guard points > bound else { return nil }
      return RuleProblem(
        "adjustment-beyond-bound", at: path,
        Wording(
          chinese: "\(points) 分超出县区调整幅度 ±\(bound) 分", english: "\(points) points are beyond what a district may adjust: \(bound) up or down"),
        help: Wording(chinese: "县区一栏合计不得超过 \(bound) 分", english: "a district's whole column is at most \(bound) points"))
    }
    var found: [RuleProblem?] = []
    let key = rule.deducts ? "deduct" : "add"
    switch rule.amount {
    case .fixed(let points): found.append(beyond(points, [key]))
    case .forEach(let each): found.append(beyond(each.points, [key, "points"]))
    case .function, .group, .offset: break
    }
    if let cap = rule.cap { found.append(beyond(cap.points, ["cap", "points"])) }
    return found.compactMap { $0 }
  }

  private func check(_ rule: Criterion) -> [RuleProblem] {
    guard rule.list == .red, rule.scope == .always, rule.onePer == nil, rule.rank.isEmpty else { return [] }
    return [DeclarationChecks.nothing]
  }

  static let nothing = RuleProblem(
    "changes-nothing", .warning, at: [], Wording(chinese: "这条规则什么也没有改变", english: "this rule changes nothing"),
    help: Wording(chinese: "写明它改变什么，或删去", english: "say what it changes, or leave it out"))

  private func check(_ rule: Tightening) -> [RuleProblem] {
    let on = max(rule.effective.from, day)
    return switch rule.target {
    case .clock(let clock): check(clock, on)
    case .threshold(let threshold): check(threshold, on)
    case .duty(let duty): check(duty, on)
    }
  }

  private func same(_ path: [String], chinese: String, english: String) -> RuleProblem {
    RuleProblem(
      "same-as-city", .warning, at: path, Wording(chinese: "与市级规定相同（\(chinese)），没有收紧", english: "this is the city's own (\(english)): nothing is tightened"),
      help: Wording(chinese: "删去，或写得更严", english: "leave it out, or make it stricter"))
  }

  private func looser(_ code: Diagnostic.Code, _ path: [String], chinese: String, english: String) -> RuleProblem {
    RuleProblem(
      code, at: path, Wording(chinese: "比市级规定宽：\(chinese)", english: "this is looser than the city's rule: \(english)"),
      help: Wording(chinese: "县区只能收紧，不能放宽", english: "a district may tighten, never loosen"))
  }

  private func check(_ clock: ClockTightening, _ on: Day) -> [RuleProblem] {
    let parameters = rulebook.parameters
    let path = ["within"]
    func elapsed(_ key: ParameterKey<ElapsedTime>) -> [RuleProblem] {
      guard let city = try? parameters.value(key, on: on) else { return [] }
      let span = TimeSpan(city.seconds, .seconds)
      guard clock.within.unit == .seconds, clock.within.count <= city.seconds else {
        return [looser("deadline-above-city", path, chinese: "市级为\(span.chinese)", english: "the city gives \(span.english)")]
      }
      return clock.within.count == city.seconds ? [same(path, chinese: span.chinese, english: span.english)] : []
    }
    switch clock.deadline {
    case .assign: return elapsed(ClockParameters.assign)
    case .preliminary: return elapsed(ClockParameters.preliminary)
    case .close:
      guard let days = try? parameters.value(ClockParameters.closeDays, on: on),
        let basis = try? parameters.value(ClockParameters.closeBasis, on: on)
      else { return [] }
      let (unit, chinese, english): (TimeSpan.Unit, String, String) =
        switch basis {
        case .calendar: (.calendarDays, "\(days)个自然日", "\(days) calendar days")
        case .elapsed: (.seconds, "\(days * 24)小时", "\(days * 24) hours")
        case .working: (.workingDays, "\(days)个工作日", "\(days) working days")
        }
      let within = clock.within
      // Hours from acceptance end no later than the day that they would fill; working days may reach over a holiday.
      let least = within.unit == .seconds ? Int64(days) * 86_400 : Int64(days)
      let isComparable = within.unit == .seconds || within.unit == unit || within.unit == .calendarDays && unit == .workingDays
      guard isComparable, within.count <= least else {
        return [looser("deadline-above-city", path, chinese: "市级为\(chinese)", english: "the city gives \(english)")]
      }
      return within.unit == unit && within.count == least ? [same(path, chinese: chinese, english: english)] : []
    }
  }

  private func check(_ threshold: ThresholdTightening, _ on: Day) -> [RuleProblem] {
    let parameter = threshold.parameter
    guard let strictness = parameter.strictness, let city = rulebook.parameters.reading(parameter.name, on: on),
      let order = strictness.compare(threshold.value, with: city.value)
    else { return [] }
    if order == 0 { return [same(["to"], chinese: "\(city.value)", english: "\(city.value)")] }
    guard order < 0 else { return [] }
    return [looser("loosens", ["to"], chinese: "`\(parameter.chinese)` 市级为 \(city.value)", english: "the city's `\(parameter.name)` is \(city.value)")]
  }

  private func check(_ duty: DutyTightening, _ on: Day) -> [RuleProblem] {
    guard duty.duty == "common revenue accounts", let city = try? DutyRequirement.city(rulebook.parameters, on: on),
      let own = city.first(where: { $0.duty == duty.duty }), case .each(let periods) = own.schedule
    else { return [] }
    let days = periods.map(\.due.description).joined(separator: " ")
    func wait(_ period: DutyRequirement.Period) -> Int {
      guard let from = period.until.inYear(2025), let due = period.due.inYear(2025) else { return 0 }
      let days = Int(due.ordinal) - Int(from.ordinal)
      return days > 0 ? days : days + 365
    }
    let cityWait = periods.map(wait).max() ?? 0, ownWait = duty.periods.map(wait).max() ?? 0
    if duty.due.count < periods.count || ownWait > cityWait {
      return [looser("loosens", ["due"], chinese: "市级应完成日期为 \(days)", english: "the city's due days are \(days)")]
    }
    return duty.due.count == periods.count && ownWait == cityWait ? [same(["due"], chinese: days, english: days)] : []
  }
}

extension Condition {
  /// Whether a test moves with the day on which it is asked.
  fileprivate var looksBack: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.looksBack)
    case .related(_, let inner): inner.looksBack
    case .field(_, .withinLast): true
    case .field: false
    case .months: true
    }
  }
}
