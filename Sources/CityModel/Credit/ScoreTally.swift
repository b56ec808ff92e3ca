/// Collects the cases of every item before caps and weights turn them into lines.
struct ScoreTally {
  struct Key: Hashable {
    var enterprise: Int
    var item: Int
    /// Row of the estate, -1 for the enterprise as a whole.
    var project: Int
  }

  struct Cases {
    var counts: [String: Int] = [:]
    var evidence: [String: [UInt32]] = [:]
    var readings: [Reading] = []
  }

  private(set) var cases: [Key: Cases] = [:]
  var vetoes: [Int: [VetoFinding]] = [:]
  /// Credit records whose item or case is not known, so that none is lost without a word.
  var unread: [UInt32] = []

  /// Adds cases of an item; an item of the enterprise's level forgets the estate.
  mutating func add(
    _ code: String, _ variant: String = "points", enterprise: Int, project: Int? = nil, count: Int = 1, table: String,
    rows: [UInt32], readings: [Reading] = []
  ) {
    guard count > 0, let item = ScoreItem.code(code) else { return }
    let key = Key(enterprise: enterprise, item: item.order, project: item.level == .project ? project ?? -1 : -1)
    cases[key, default: Cases()].counts[variant, default: 0] += count
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
