public import CityModel
public import DistrictRules

/// What a period's jobs found and proposed, district by district.
public struct PeriodRun: Sendable {
  public var period: Period
  public var districts: [DistrictRun]
  /// Digest of the parameters that were read.
  public var parametersRevision: String

  public var proposals: [ProposalFacts] { districts.flatMap(\.proposals) }
}

/// One district's part of a run: plain facts, so that its rows need not stay in memory.
public struct DistrictRun: Sendable {
  public var county: Division
  public var ledgerPosition: Int64
  /// Digest of the city's and the district's scripts.
  public var rulesRevision: String
  /// The jobs that were run, in order.
  public var jobs: [String]
  public var proposals: [ProposalFacts]
  public var rates: ResponseRates?
  public var before: Int
  public var revisited: (part: Int, whole: Int)
  public var reworked: (part: Int, whole: Int)
  /// Complaints accepted in the period, by category.
  public var categories: [(name: String, count: Int)]
  public var adjustments: [AdjustmentFacts]
  public var scores: [ScoreFacts]

  /// An enterprise's score in the district.
  public struct ScoreFacts: Sendable, Hashable {
    public var uscc: String
    public var name: String
    public var city: Points
    public var adjustment: Points
    public var score: Points
    public var grade: CreditGrade
    public var publishedGrade: String?
    public var publishedScore: Points?
  }

  /// What a district's adjustment made.
  public struct AdjustmentFacts: Sendable, Hashable {
    public var title: String
    public var basis: Basis
    public var enterprises: Int
    public var points: Points
    public var unknown: Int
  }
}

/// A proposal with the names that people read.
public struct ProposalFacts: Sendable, Hashable {
  public var proposal: Proposal
  public var county: Division
  public var enterprise: String
  public var uscc: String
  public var score: Points?
  public var grade: CreditGrade?
  /// Reason by reason, when the city's criteria found the enterprise.
  public var reasons: [Reason]

  public struct Reason: Sendable, Hashable {
    public var code: String
    public var sentence: Bilingual
    public var basis: String
    public var evidence: Int
  }
}
