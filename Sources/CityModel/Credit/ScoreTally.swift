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
  /// Credit records whose item or case is not known, so that none is lost without a word.
  var unread: [UInt32] = []

  init(_ points: PointsByDay) { self.points = points }

  /// Adds cases of an item, one for each day: the day of the fact, by which its points go. An item of the enterprise's level
  /// forgets the estate.
  mutating func add(
    _ code: String, _ variant: String = "points", enterprise: Int, project: Int? = nil, days: some Collection<Day>, table: String,
    rows: some Sequence<UInt32>, readings: [Reading] = []
  ) {
    guard !days.isEmpty, let item = ScoreItem.code(code) else { return }
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

  /// Adds rows of another table to an enterprise's item that has cases already.
  mutating func evidence(_ code: String, enterprise: Int, table: String, rows: [UInt32]) {
    guard let item = ScoreItem.code(code) else { return }
    cases[Key(enterprise: enterprise, item: item.order, project: -1)]?.evidence[table, default: []] += rows
  }

  mutating func veto(
    _ code: String, enterprise: Int, article: String, _ sentence: Bilingual, readings: [Reading] = [],
    evidence: [Evidence]
  ) {
    if let at = vetoes[enterprise]?.firstIndex(where: { $0.code == code }) {
      vetoes[enterprise]?[at].evidence += evidence
    } else {
      vetoes[enterprise, default: []].append(
        VetoFinding(code: code, article: article, sentence: sentence, readings: readings, evidence: evidence))
    }
  }
}

/// One rule of the score: adds its cases to the tally, from facts that are read once for all enterprises.
protocol ScoreRule: Sendable {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError)
}
