public import Columns

/// A credit grade, A7. The draft names only A and D.
public enum CreditGrade: String, Sendable, Hashable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  /// Too short a service to be graded, which is not D.
  case unrated
}

/// One line of a score. A score is its base and its lines, exactly.
public struct ScoreLine: Sendable, Hashable {
  /// So many cases at so many points each.
  public struct Part: Sendable, Hashable {
    /// `serious`; `points` for an item with one kind of case.
    public var variant: String
    public var count: Int
    public var each: Points
  }

  public var item: ScoreItem
  /// Row of the estate, for an item that is weighted.
  public var project: Int?
  public var parts: [Part]
  /// The signed sum of the parts, before the cap and the weight.
  public var uncapped: Points
  /// The signed points within the cap, before the weight.
  public var points: Points
  /// The estate's households, and the households of all the enterprise's estates; 1 of 1 for the enterprise as a whole.
  public var weightPart: Int64
  public var weightWhole: Int64
  /// What the line adds to the score: the share of the points, rounded to a thousandth.
  public var weighted: Points
  public var readings: [Reading]
  public var evidence: [Evidence]

  public var isCapped: Bool { uncapped != points }
  public var count: Int { parts.reduce(0) { $0 + $1.count } }

  /// 属实投诉：12项，扣6分……
  public var sentence: Bilingual {
    let total = points.thousandths < 0 ? -points : points
    let verb = points.thousandths < 0 ? ("扣", "deducted") : ("加", "added")
    return Bilingual(
      zh: item.kind == .limit
        ? "\(item.chinese)：\(weighted)分" : "\(item.chinese)：\(count)项，\(verb.0)\(total)分\(isCapped ? "（已封顶）" : "")",
      en: item.kind == .limit
        ? "\(item.english): \(weighted)"
        : "\(item.english): \(count) cases, \(total) \(verb.1)\(isCapped ? " (capped)" : "")")
  }
}

extension ScoreLine {
  /// A line that keeps a score within a limit.
  static func limit(_ item: ScoreItem, _ points: Points, _ readings: [Reading]) -> ScoreLine {
    ScoreLine(
      item: item, project: nil, parts: [], uncapped: points, points: points, weightPart: 1, weightWhole: 1, weighted: points,
      readings: readings, evidence: [])
  }
}

/// A ground that makes the grade D whatever the score.
public struct VetoFinding: Sendable, Hashable {
  /// `V1` … `V6`.
  public var code: String
  public var article: String
  public var sentence: Bilingual
  public var readings: [Reading]
  public var evidence: [Evidence]
}

/// The credit score of an enterprise on a day, city-wide or over one county's estates, A7.
public struct CreditScore: Sendable, Hashable {
  /// Row of the enterprise.
  public var enterprise: Int
  /// Row of the county; `nil` city-wide.
  public var county: Int?
  public var day: Day
  /// The days of the facts that are computed from the register.
  public var window: ClosedRange<Day>
  public var base: Points
  /// In order of item and estate, the limits last.
  public var lines: [ScoreLine]
  public var vetoes: [VetoFinding]
  /// The base and all lines' weighted points, exactly.
  public var score: Points
  /// The base and all lines' points before weights: what a firm of one estate would have.
  public var unweighted: Points
  public var grade: CreditGrade
  /// Until the year is over, and until it is published.
  public var isProvisional: Bool
  /// What the base, the limits and the grade read.
  public var readings: [Reading]
}
