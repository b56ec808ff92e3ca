internal import Columns

/// Turns the tally into lines with caps and weights, and lines into scores and grades.
struct ScoreAssembly {
  private let facts: ScoreFacts
  private let tally: ScoreTally
  private let base: Dated<Points>
  private let additionsCap: AdditionsCap
  private let scaleEnds: ScaleEnds
  private let grading: Grading
  /// Caps by the name of their parameter, read once.
  private var caps: [String: Dated<Points>] = [:]
  private let weights: HouseholdWeights

  init(_ facts: ScoreFacts, _ tally: ScoreTally) throws(RuleError) {
    self.facts = facts
    self.tally = tally
    base = try facts.read(CreditParameters.base)
    additionsCap = try AdditionsCap(facts)
    scaleEnds = try ScaleEnds(facts)
    grading = try Grading(facts)
    for item in ScoreItem.all {
      if let key = item.capKey { caps[key.name] = try facts.read(key) }
    }
    weights = try column { () throws(ColumnError) in try HouseholdWeights(facts, tally.cases.keys) }
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
      day: facts.day, county: facts.county, scores: scores, unreadRecords: facts.recordings.unread.sorted(), exits: facts.exits)
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
    let weight = weights.of(key)
    let signed = capped.times(sign)
    return ScoreLine(
      item: item, project: key.project >= 0 ? key.project : nil, parts: parts, uncapped: sum.times(sign),
      points: signed,
      weightPart: weight.part, weightWhole: weight.whole, weighted: signed.share(weight.part, of: weight.whole),
      readings: readings + cases.readings,
      evidence: cases.evidence.keys.sorted().map { Evidence($0, rows: (cases.evidence[$0] ?? []).sorted()) })
  }

  private func score(_ firm: Int, _ own: [ScoreLine], _ vetoes: [VetoFinding], since: Day?) -> CreditScore {
    var lines = own
    if let limit = additionsCap.line(own) { lines.append(limit) }
    let sum = lines.reduce(base.value) { $0 + $1.weighted }
    if let limit = scaleEnds.line(sum) { lines.append(limit) }
    let score = lines.reduce(base.value) { $0 + $1.weighted }
    let unweighted = own.reduce(base.value) { $0 + $1.points }
    let yearEnds = Day(year: facts.day.year, month: 12, day: 31)
    return CreditScore(
      enterprise: firm, county: facts.county, day: facts.day, window: facts.window, base: base.value, lines: lines,
      vetoes: vetoes, score: score, unweighted: unweighted,
      grade: grading.grade(score, isVetoed: !vetoes.isEmpty, since: since, on: facts.day),
      isProvisional: facts.day != yearEnds,
      readings: [base.reading, facts.windowReading] + grading.readings + additionsCap.readings + scaleEnds.readings)
  }
}
