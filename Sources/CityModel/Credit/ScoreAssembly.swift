internal import Columns

/// Turns the tally into lines with caps and weights, and lines into scores and grades.
struct ScoreAssembly {
  private let facts: ScoreFacts
  private let tally: ScoreTally
  private let frame: Frame
  /// Caps by the name of their parameter, read once.
  private var caps: [String: Dated<Points>] = [:]
  private let portfolios: [Int: Portfolio]

  private struct Frame {
    var base, goodCap, least, most, a, b, c: Dated<Points>
    var unrated: Dated<CalendarMonths>
  }

  /// The households of an enterprise's estates.
  private struct Portfolio {
    var households: [Int: Int64] = [:]
    var total: Int64 = 0
  }

  init(_ facts: ScoreFacts, _ tally: ScoreTally) throws(RuleError) {
    self.facts = facts
    self.tally = tally
    frame = Frame(
      base: try facts.read(CreditParameters.base), goodCap: try facts.read(CreditParameters.goodCap),
      least: try facts.read(CreditParameters.min), most: try facts.read(CreditParameters.max),
      a: try facts.read(CreditParameters.gradeA), b: try facts.read(CreditParameters.gradeB),
      c: try facts.read(CreditParameters.gradeC), unrated: try facts.read(CreditParameters.unratedMonths))
    for item in ScoreItem.all {
      if let key = item.capKey { caps[key.name] = try facts.read(key) }
    }
    portfolios = try column { () throws(ColumnError) in try ScoreAssembly.portfolios(facts, tally) }
  }

  func board() throws(RuleError) -> ScoreBoard {
    var lines: [Int: [ScoreLine]] = [:]
    for key in tally.cases.keys.sorted(by: {
      ($0.enterprise, $0.item, $0.project) < ($1.enterprise, $1.item, $1.project)
    }) {
      guard let cases = tally.cases[key] else { continue }
      lines[key.enterprise, default: []].append(line(key, cases))
    }
    let since = try column { () throws(ColumnError) in
      try facts.snapshot.table(Enterprise.schema).column(Enterprise.servingSince)
    }
    var firstContract: [Int: Day] = [:]
    var serving: Set<Int> = []
    for contract in facts.contracts {
      firstContract[contract.enterprise] = min(firstContract[contract.enterprise] ?? contract.from, contract.from)
      if contract.from <= facts.day, contract.ended.map({ $0 >= facts.window.lowerBound }) ?? true {
        serving.insert(contract.enterprise)
      }
    }
    var scores: [CreditScore] = []
    for firm in 0..<facts.enterprises {
      let own = lines[firm] ?? []
      let vetoes = (tally.vetoes[firm] ?? []).sorted { $0.code < $1.code }
      // In a county, an enterprise that neither serves there nor has a line of its own conduct there has no score there; its
      // staff, and months on another county's black list, are no conduct there.
      guard
        facts.county == nil || serving.contains(firm) || own.contains(where: { !["G05", "B01"].contains($0.item.code) })
          || !vetoes.isEmpty
      else { continue }
      scores.append(score(firm, own, vetoes, since: since.day(firm) ?? firstContract[firm]))
    }
    return ScoreBoard(
      day: facts.day, county: facts.county, scores: scores, unreadRecords: tally.unread.sorted(), exits: facts.exits)
  }

  private func line(_ key: ScoreTally.Key, _ cases: ScoreTally.Cases) -> ScoreLine {
    let item = ScoreItem.all[key.item]
    let sign = item.kind == .addition ? 1 : -1
    var parts: [ScoreLine.Part] = []
    var readings: [Reading] = []
    var sum = Points.zero
    for variant in item.variants {
      let steps = cases.counts.keys.filter { $0.variant == variant }.map(\.step).sorted()
      for step in steps {
        guard let count = cases.counts[.init(variant: variant, step: step)], let each = tally.points.value(item, variant, step) else {
          continue
        }
        parts.append(ScoreLine.Part(variant: variant, count: count, each: each.value))
        readings.append(each.reading)
        sum += each.value.times(count)
      }
    }
    var capped = sum
    if let name = item.capKey?.name, let cap = caps[name] {
      readings.append(cap.reading)
      capped = min(sum, cap.value)
    }
    let weight = weight(key)
    let signed = capped.times(sign)
    return ScoreLine(
      item: item, project: key.project >= 0 ? key.project : nil, parts: parts, uncapped: sum.times(sign),
      points: signed,
      weightPart: weight.part, weightWhole: weight.whole, weighted: signed.share(weight.part, of: weight.whole),
      readings: readings + cases.readings,
      evidence: cases.evidence.keys.sorted().map { Evidence($0, rows: (cases.evidence[$0] ?? []).sorted()) })
  }

  private func weight(_ key: ScoreTally.Key) -> (part: Int64, whole: Int64) {
    guard key.project >= 0, let portfolio = portfolios[key.enterprise] else { return (1, 1) }
    if portfolio.total > 0 { return (portfolio.households[key.project] ?? 0, portfolio.total) }
    return (1, Int64(max(1, portfolio.households.count)))
  }

  private func score(_ firm: Int, _ own: [ScoreLine], _ vetoes: [VetoFinding], since: Day?) -> CreditScore {
    var lines = own
    let good = own.filter { $0.item.kind == .addition }.reduce(Points.zero) { $0 + $1.weighted }
    if good > frame.goodCap.value {
      lines.append(limit(.additionsCap, frame.goodCap.value - good, [frame.goodCap.reading]))
    }
    let sum = lines.reduce(frame.base.value) { $0 + $1.weighted }
    let score = sum.clamped(to: frame.least.value...max(frame.least.value, frame.most.value))
    if score != sum { lines.append(limit(.scaleEnds, score - sum, [frame.least.reading, frame.most.reading])) }
    let unweighted = own.reduce(frame.base.value) { $0 + $1.points }
    // A veto counts whatever the length of service; otherwise who has served too short a time has no grade, which is not D.
    let isShort = since.map { $0.adding(months: frame.unrated.value.count) > facts.day } ?? true
    let grade: CreditGrade =
      !vetoes.isEmpty
      ? .d
      : isShort
        ? .unrated
        : score >= frame.a.value ? .a : score >= frame.b.value ? .b : score >= frame.c.value ? .c : .d
    let yearEnds = Day(year: facts.day.year, month: 12, day: 31)
    return CreditScore(
      enterprise: firm, county: facts.county, day: facts.day, window: facts.window, base: frame.base.value,
      lines: lines,
      vetoes: vetoes, score: score, unweighted: unweighted, grade: grade, isProvisional: facts.day != yearEnds,
      readings: [
        frame.base.reading, facts.windowReading, frame.a.reading, frame.b.reading, frame.c.reading,
        frame.unrated.reading, frame.goodCap.reading, frame.least.reading, frame.most.reading,
      ])
  }

  private func limit(_ item: ScoreItem, _ points: Points, _ readings: [Reading]) -> ScoreLine {
    ScoreLine(
      item: item, project: nil, parts: [], uncapped: points, points: points, weightPart: 1, weightWhole: 1,
      weighted: points,
      readings: readings, evidence: [])
  }

  /// The estates that an enterprise served on any day of the period, and those that its lines concern.
  private static func portfolios(_ facts: ScoreFacts, _ tally: ScoreTally) throws(ColumnError) -> [Int: Portfolio] {
    let households = try facts.snapshot.table(Project.schema).column(Project.households)
    var result: [Int: Portfolio] = [:]
    func add(_ firm: Int, _ project: Int) {
      guard project < households.count, result[firm]?.households[project] == nil else { return }
      let count = max(0, min(households.integer(project) ?? 0, 1_000_000_000))
      result[firm, default: Portfolio()].households[project] = count
      result[firm]?.total += count
    }
    for contract in facts.contracts
    where contract.from <= facts.day && contract.ended.map({ $0 >= facts.window.lowerBound }) ?? true {
      add(contract.enterprise, contract.project)
    }
    for key in tally.cases.keys where key.project >= 0 { add(key.enterprise, key.project) }
    return result
  }
}
