public import Columns

/// The exit test, A8: 对于一年内投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算），且拒不整改或客户满意度不足50%的物业服务企业，
/// 属地住建部门会同街道（乡镇）依法依规启动物业服务企业退出机制.
public enum ExitTest {
  /// The finding of every enterprise with a substantiated complaint, a refusal or answers in the window, in order of
  /// enterprise and county.
  ///
  /// - Parameters:
  ///   - day: the last day of the window; the first is the day after the same day a year earlier (Civil Code 201, 202).
  ///   - county: the row of the only county wanted; `nil` for all. Without effect where the parameter asks for the whole city.
  /// - Throws: ``RuleError``.
  public static func findings(_ snapshot: Snapshot, on day: Day, county: Int? = nil) throws(RuleError) -> [ExitFinding]
  {
    let terms = try parameter { () throws(ParameterError) in try Terms(snapshot.rulebook.parameters, day) }
    let groups = try column { () throws(ColumnError) in try Groups(snapshot, terms.scope.value, county: county) }
    let counted = try column { () throws(ColumnError) in try Counted(snapshot, terms, groups) }
    let refusals = try Refusals(snapshot, window: terms.window) { enterprise, county in
      let group = groups.group(UInt32(truncatingIfNeeded: enterprise), county)
      return group >= 0 ? group : nil
    }
    var result: [ExitFinding] = []
    for at in 0..<groups.size {
      let rows = counted.substantiated.rows(of: at)
      let orders = refusals.refused[at] ?? []
      guard !rows.isEmpty || !orders.isEmpty || counted.answered[at] > 0 else { continue }
      result.append(
        finding(
          terms, enterprise: at / groups.width,
          county: terms.scope.value == .enterpriseInCounty ? groups.counties.rows[at % groups.width] : nil,
          rows: Array(rows),
          distinct: counted.distinct[at], anonymous: counted.anonymous[at], answered: counted.answered[at],
          satisfied: counted.satisfied[at], answers: Array(counted.answers.rows(of: at)),
          surveys: counted.surveys[at] ?? [],
          orders: orders, looked: refusals.looked[at] ?? 0, refusalReadings: refusals.readings))
    }
    return result
  }

  /// What the test reads, once.
  struct Terms {
    var window: ClosedRange<Day>
    var minimum: Dated<Int>
    var length: Dated<CalendarMonths>
    var below: Dated<Ratio>
    var scope: Dated<ExitScope>
    var parse: Dated<ExitParse>
    var partly: Dated<Bool>
    var anonymous: Dated<Bool>
    var sample: Dated<Int>

    init(_ parameters: Parameters, _ day: Day) throws(ParameterError) {
      length = try parameters.read(ExitParameters.window, on: day)
      minimum = try parameters.read(ExitParameters.minDistinctExclusive, on: day)
      below = try parameters.read(ExitParameters.satisfactionBelow, on: day)
      scope = try parameters.read(ExitParameters.scope, on: day)
      parse = try parameters.read(ExitParameters.parse, on: day)
      partly = try parameters.read(ExitParameters.countPartly, on: day)
      anonymous = try parameters.read(ExitParameters.countAnonymous, on: day)
      sample = try parameters.read(ExitParameters.satisfactionMinSample, on: day)
      window = day.window(months: length.value.count)
    }
  }

  private static func finding(
    _ terms: Terms, enterprise: Int, county: Int?, rows: [UInt32], distinct: Int, anonymous: Int, answered: Int,
    satisfied: Int, answers: [UInt32], surveys: [UInt32], orders: [UInt32], looked: Int, refusalReadings: [Reading]
  ) -> ExitFinding {
    let people = distinct + (terms.anonymous.value ? anonymous : 0)
    let limit = terms.minimum.value
    let many = ExitFinding.Limb(
      kind: .complainants, verdict: Verdict(people > limit), part: people, whole: limit,
      readings: [
        terms.minimum.reading, terms.length.reading, terms.scope.reading, terms.partly.reading, terms.anonymous.reading,
      ], evidence: [Evidence("complaint", rows: rows)],
      sentence: Bilingual(
        zh: "一年内投诉属实的投诉举报人\(people)人，\(people > limit ? "超过" : "未超过")\(limit)人",
        en:
          "\(people) distinct complainants with substantiated complaints in the window, \(people > limit ? "more than" : "not more than") \(limit)"
      ))
    let refusal = ExitFinding.Limb(
      kind: .refusal, verdict: Verdict(!orders.isEmpty), part: orders.count, whole: looked, readings: refusalReadings,
      evidence: [Evidence("order", rows: orders)],
      sentence: orders.isEmpty
        ? Bilingual(zh: "没有经认定的拒不整改", en: "no determined refusal to rectify stands")
        : Bilingual(zh: "经认定拒不整改\(orders.count)件", en: "\(orders.count) determined refusals to rectify stand"))
    let enough = answered >= terms.sample.value && answered > 0
    let low = enough && terms.below.value.compare(Int64(satisfied), of: Int64(answered)) < 0
    let satisfaction = ExitFinding.Limb(
      kind: .satisfaction, verdict: enough ? Verdict(low) : .unknown, part: satisfied, whole: answered,
      readings: [terms.below.reading, terms.sample.reading],
      evidence: [Evidence("complaint", rows: answers), Evidence("survey", rows: surveys)],
      sentence: enough
        ? Bilingual(
          zh: "满意\(satisfied)份，共\(answered)份，\(low ? "不足" : "不低于")\(terms.below.value)",
          en: "\(satisfied) of \(answered) answers satisfied, \(low ? "below" : "not below") \(terms.below.value)")
        : Bilingual(
          zh: "满意度样本\(answered)份，不足\(terms.sample.value)份，视为未知",
          en: "\(answered) answers, fewer than \(terms.sample.value): satisfaction is unknown"))
    let triggered =
      switch terms.parse.value {
      case .refusalOrSatisfaction: many.verdict == .yes && (refusal.verdict == .yes || satisfaction.verdict == .yes)
      case .satisfactionAlone: many.verdict == .yes && refusal.verdict == .yes || satisfaction.verdict == .yes
      }
    return ExitFinding(
      enterprise: enterprise, county: county, window: terms.window, anonymous: anonymous,
      limbs: [many, refusal, satisfaction], isTriggered: triggered, readings: [terms.parse.reading])
  }
}

extension Day {
  /// The rolling window of so many months that ends on this day; its starting day is not counted (Civil Code 201, 202).
  public func window(months: Int) -> ClosedRange<Day> {
    let first = adding(months: -months).adding(days: 1)
    return min(first, self)...self
  }
}
