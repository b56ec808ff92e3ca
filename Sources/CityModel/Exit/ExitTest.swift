public import Columns

/// A8: 对于一年内投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算），且拒不整改或客户满意度不足50%的物业服务企业，属地住建部门会同街道（乡镇）依法依规启动物业服务企业退出机制。
/// Reading 1, 2, 3, 4, 5, 6, 7, 8: more than 20 distinct complainants with substantiated complaints in the rolling year, and (a determined refusal, or satisfaction below one half). Parameters: `exit.minDistinctExclusive`, `exit.window`, `exit.parse`, `exit.scope`, `exit.satisfactionBelow`, `exit.countPartly`, `exit.countAnonymous`, `satisfaction.minSample`, `refusal.requiresDetermination`, `refusal.requiresReminder`.
///
/// An enterprise is tested in each county by itself; the anonymous do not count; satisfaction with too few answers is unknown and not
/// met. What counts as a refusal is ``Refusals``. The test starts nothing: the county department and the street do.
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
      let orders = refusals.refused[at] ?? []
      guard !counted.isEmpty(at) || !orders.isEmpty else { continue }
      let limbs = [
        complainants(counted, at, terms), refusal(orders, of: refusals.looked[at] ?? 0, refusals.readings),
        satisfaction(counted, at, terms),
      ]
      result.append(
        ExitFinding(
          enterprise: at / groups.width,
          county: groups.county(of: at, terms.scope.value), window: terms.window,
          anonymous: counted.anonymous[at], limbs: limbs, isTriggered: isTriggered(limbs.map { $0.verdict == .yes }, terms.parse.value),
          readings: [terms.parse.reading]))
    }
    return result
  }

  /// 一年内投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算）: more people than the number, since 超过 excludes it.
  private static func complainants(_ counted: Counted, _ group: Int, _ terms: Terms) -> ExitFinding.Limb {
    let people = counted.distinct[group] + (terms.anonymous.value ? counted.anonymous[group] : 0)
    let limit = terms.minimum.value
    let isMet = people > limit
    return ExitFinding.Limb(
      kind: .complainants, verdict: Verdict(isMet), part: people, whole: limit,
      readings: [
        terms.minimum.reading, terms.length.reading, terms.scope.reading, terms.partly.reading, terms.anonymous.reading,
      ], evidence: [Evidence("complaint", rows: counted.substantiated(group))],
      sentence: Bilingual(
        zh: "一年内投诉属实的投诉举报人\(people)人，\(isMet ? "超过" : "未超过")\(limit)人",
        en:
          "\(people) distinct complainants with substantiated complaints in the window, \(isMet ? "more than" : "not more than") \(limit)"
      ))
  }

  /// 拒不整改: one refusal that stands is enough.
  private static func refusal(_ orders: [UInt32], of looked: Int, _ readings: [Reading]) -> ExitFinding.Limb {
    ExitFinding.Limb(
      kind: .refusal, verdict: Verdict(!orders.isEmpty), part: orders.count, whole: looked, readings: readings,
      evidence: [Evidence("order", rows: orders)],
      sentence: orders.isEmpty
        ? Bilingual(zh: "没有经认定的拒不整改", en: "no determined refusal to rectify stands")
        : Bilingual(zh: "经认定拒不整改\(orders.count)件", en: "\(orders.count) determined refusals to rectify stand"))
  }

  /// 客户满意度不足50%: less than the share, since 不足 excludes it; unknown where too few people answered.
  private static func satisfaction(_ counted: Counted, _ group: Int, _ terms: Terms) -> ExitFinding.Limb {
    let answered = counted.answered[group], satisfied = counted.satisfied[group]
    let isKnown = answered >= terms.sample.value && answered > 0
    let isMet = isKnown && terms.below.value.compare(Int64(satisfied), of: Int64(answered)) < 0
    return ExitFinding.Limb(
      kind: .satisfaction, verdict: isKnown ? Verdict(isMet) : .unknown, part: satisfied, whole: answered,
      readings: [terms.below.reading, terms.sample.reading],
      evidence: [
        Evidence("complaint", rows: counted.answers(group)), Evidence("survey", rows: counted.surveys[group] ?? []),
      ],
      sentence: isKnown
        ? Bilingual(
          zh: "满意\(satisfied)份，共\(answered)份，\(isMet ? "不足" : "不低于")\(terms.below.value)",
          en: "\(satisfied) of \(answered) answers satisfied, \(isMet ? "below" : "not below") \(terms.below.value)")
        : Bilingual(
          zh: "满意度样本\(answered)份，不足\(terms.sample.value)份，视为未知",
          en: "\(answered) answers, fewer than \(terms.sample.value): satisfaction is unknown"))
  }

  /// 属实且超过20次，且拒不整改或客户满意度不足50%: how “且” and “或” join the three, by ``ExitParse``.
  private static func isTriggered(_ met: [Bool], _ parse: ExitParse) -> Bool {
    let (many, refuses, dissatisfied) = (met[0], met[1], met[2])
    return switch parse {
    case .refusalOrSatisfaction: many && (refuses || dissatisfied)
    case .satisfactionAlone: many && refuses || dissatisfied
    }
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
}
