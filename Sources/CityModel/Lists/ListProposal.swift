public import Columns

/// Why an enterprise is proposed for a list, or what speaks against it: one criterion with its verdict.
public struct ListReason: Sendable, Hashable {
  /// `red-satisfaction`, `black-veto`.
  public var code: String
  public var verdict: Verdict
  public var sentence: Bilingual
  /// The article that it carries out.
  public var basis: String
  public var readings: [Reading]
  public var evidence: [Evidence]

  /// Every code that a reason can have.
  public static let codes = Set(ListRules.red.map { $0.code } + ListRules.black.flatMap { $0.codes } + [RedRemovals.notServing])

  /// How many rows it rests on.
  public var evidenceCount: Int { evidence.reduce(0) { $0 + $1.count } }
}

/// A proposal to list an enterprise: never a decision, which a named officer takes after notice and defence (D11).
public struct ListProposal: Sendable, Hashable {
  /// Row of the enterprise.
  public var enterprise: Int
  public var isBlack: Bool
  /// Red: all criteria. Black: the grounds that are met.
  public var reasons: [ListReason]
  /// Red: 1 for the best of those that meet all criteria; black: 0.
  public var rank: Int
  /// Red: whether the rank is within the county's places. Black: always.
  public var isWithinShare: Bool
  /// The score that ranks: the last published, or the county's provisional one.
  public var score: Points
  public var grade: CreditGrade
  /// Black: the shortest and the longest time on the list.
  public var minimumMonths: Int?
  public var maximumMonths: Int?
  public var readings: [Reading]
}

/// A county's monthly proposals for its red and black lists, A7: 各县（区）要建立物业服务企业动态“红黑榜”，每月实时调整并主动向社会公布.
public struct ListProposals: Sendable {
  /// Row of the county.
  public var county: Int
  /// The month; facts are looked at as of its last day.
  public var period: ClosedRange<Day>
  /// All that meet every criterion, in order of rank.
  public var red: [ListProposal]
  /// In order of enterprise row.
  public var black: [ListProposal]
  /// Enterprises on the county's red list that fail a criterion, each with the criteria that it fails, in order of row. A criterion that
  /// cannot be judged is not failed, nor is one of rank.
  public var redRemovals: [ListProposal]
  /// Every enterprise scored in the county with all red criteria and their verdicts, in order of row: for who asks why not.
  public var assessed: [ListProposal]
  /// Rated enterprises of the county, and the places on the red list that follow.
  public var rated: Int
  public var places: Int
  /// The scores that the proposals rest on.
  public var board: ScoreBoard
}

extension ListProposals {
  /// The criteria of the red list that an enterprise does not meet; empty where it meets them all.
  public func unmet(_ enterprise: Int) -> [Bilingual] {
    guard let own = assessed.first(where: { $0.enterprise == enterprise }) else {
      return [Bilingual(zh: "在本县（区）没有评分", en: "it is not assessed in the county")]
    }
    return own.reasons.filter { $0.verdict != .yes }.map(\.sentence)
  }
}
