internal import Columns

/// Collects the cases of every item before caps and weights turn them into lines.
struct ScoreTally {
  struct Key: Hashable {
    var enterprise: Int
    var item: Int
    /// Row of the estate, -1 for the enterprise as a whole.
    var project: Int
  }

  /// Cases of one kind that are worth the same.
  struct Kind: Hashable {
    var variant: String
    /// Which of the values that the points had in the period.
    var step: Int
  }

  struct Cases {
    var counts: [Kind: Int] = [:]
    var evidence: [String: [UInt32]] = [:]
    var readings: [Reading] = []
  }

  let points: PointsByDay
  private(set) var cases: [Key: Cases] = [:]
  var vetoes: [Int: [VetoFinding]] = [:]

  init(_ points: PointsByDay) { self.points = points }

  /// Adds cases of an item, one for each day: the day of the fact, by which its points go. An item of the enterprise's level
  /// forgets the estate.
  mutating func add(
    _ item: ScoreItem, _ variant: String = "points", enterprise: Int, project: Int? = nil, days: some Collection<Day>, table: String,
    rows: some Sequence<UInt32>, readings: [Reading] = []
  ) {
    guard !days.isEmpty else { return }
    let key = Key(enterprise: enterprise, item: item.order, project: item.level == .project ? project ?? -1 : -1)
    if points.isSteady(item, variant) {
      cases[key, default: Cases()].counts[Kind(variant: variant, step: 0), default: 0] += days.count
    } else {
      for day in days {
        let kind = Kind(variant: variant, step: points.step(item, variant, on: day))
        cases[key, default: Cases()].counts[kind, default: 0] += 1
      }
    }
    cases[key]?.evidence[table, default: []].append(contentsOf: rows)
    if let known = cases[key]?.readings, known.isEmpty { cases[key]?.readings = readings }
  }

  /// Adds a recorded fact as one case.
  mutating func add(_ item: ScoreItem, _ fact: RecordedFact, _ facts: ScoreFacts) {
    add(
      item, fact.variant, enterprise: fact.enterprise, project: fact.project, days: [fact.day], table: "credit_record", rows: [fact.row],
      readings: [facts.recordReading])
  }

  /// Adds one case that rests on answers at revisits and in surveys.
  mutating func add(
    _ item: ScoreItem, _ variant: String, enterprise: Int, _ answers: SatisfactionRates, on day: Day, readings: [Reading]
  ) {
    add(item, variant, enterprise: enterprise, days: [day], table: "complaint", rows: answers.complaints, readings: readings)
    guard !answers.surveys.isEmpty else { return }
    cases[Key(enterprise: enterprise, item: item.order, project: -1)]?.evidence["survey", default: []] += answers.surveys
  }

  /// Says that an enterprise meets a veto, in the veto's own words or in words that say more.
  mutating func veto(
    _ veto: Veto, enterprise: Int, saying sentence: Bilingual? = nil, readings: [Reading], evidence: [Evidence]
  ) {
    if let at = vetoes[enterprise]?.firstIndex(where: { $0.code == veto.code }) {
      vetoes[enterprise]?[at].evidence += evidence
    } else {
      vetoes[enterprise, default: []].append(
        VetoFinding(
          code: veto.code, article: veto.article, sentence: sentence ?? veto.sentence, readings: readings, evidence: evidence))
    }
  }
}
