public import CityModel
public import DistrictRules
public import Register

/// What a period's jobs found and proposed, district by district.
public struct PeriodRun: Sendable {
  public var period: Period
  public var districts: [DistrictRun]
  /// Every enterprise of the city, scored over all its estates; empty when a single county was run.
  public var city: [DistrictRun.ScoreFacts]
  /// Counties whose run came to nothing.
  public var failed: [FailedDistrict] = []
  /// Why ``city`` is empty although it was wanted.
  public var cityFailure: WorkerFailure?
  /// Rows that were read into the register so far, and those of them in quarantine.
  public var rowsRead: Int
  public var quarantined: Int
  /// Digest of the parameters that were read.
  public var parametersRevision: String

  public var proposals: [ProposalFacts] { districts.flatMap(\.proposals) }
}

/// One district's part of a run: plain facts, so that its rows need not stay in memory.
public struct DistrictRun: Sendable {
  public var county: Division
  public var ledgerPosition: Int64
  /// The rows that were seen, for a replay.
  public var marks: RunMarks
  /// The rules that were in force, and the divisions of those that were read from the folder because nothing is enacted.
  public var rules: JSONValue
  public var notEnacted: [String]
  /// The texts of the rules by their hash.
  public var texts: [String: [UInt8]] = [:]
  /// By job, the only enterprises that were looked at.
  public var subjects: [String: [String]] = [:]
  /// What each job made; ``proposals`` are theirs.
  public var results: [JobResult]
  /// Digest of the city's and the district's scripts.
  public var rulesRevision: String
  /// The jobs that were run, in order.
  public var jobs: [String] { results.map(\.job) }
  public var proposals: [ProposalFacts] { results.flatMap(\.proposals) }
  /// Every job that the district could run for the period.
  public var known: [String]
  public var rates: ResponseRates?
  public var before: Int
  public var revisited: (part: Int, whole: Int)
  public var reworked: (part: Int, whole: Int)
  /// Complaints accepted in the period, by category.
  public var categories: [(name: String, count: Int)]
  public var adjustments: [AdjustmentFacts]
  /// What the district's stricter clocks make of the period's complaints.
  public var deadlines: [DeadlineFacts] = []
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
    /// `潞州住建〔2026〕12号第四条`.
    public var basis: String
    public var enterprises: Int
    public var points: Points
    public var unknown: Int
  }
}

extension DistrictRun {
  /// What a stricter clock makes of a period: rows that it concerns, those of them that are late, those that would not be by the
  /// city's clock, and those of which somebody is to be told.
  public struct DeadlineFacts: Sendable, Hashable {
    public var title: String
    public var basis: String
    public var rows: Int
    public var late: Int
    public var newlyLate: Int
    public var alerts: Int
    public var unknown: Int
  }
}

/// A proposal with the names that people read.
public struct ProposalFacts: Sendable, Hashable {
  public var proposal: Said
  public var county: Division
  public var enterprise: String
  public var uscc: String
  /// The estate's code, when it concerns one.
  public var project: String?
  public var score: Points?
  public var grade: CreditGrade?
  /// Reason by reason, when the city's criteria found the enterprise.
  public var reasons: [Reason]
  public var evidence: Evidence

  /// What the script said.
  public struct Said: Sendable, Hashable {
    public var kind: Proposal.Kind
    public var because: String
    /// Codes of the criteria met.
    public var grounds: [String]
    /// The job that proposed it.
    public var rule: String
    /// The rule's document and article.
    public var basis: String
    /// Such a proposal is made once in this time.
    public var oncePer: String?
    /// By when it is to be done, to whom; a deduction's points and item.
    public var due: String?
    public var to: String?
    /// What the owners are advised.
    public var advice: String?
    public var points: Points?
    public var item: String?
  }

  /// The rows that it rests on, by the names that people know them by.
  public struct Evidence: Sendable, Hashable {
    /// Plural name of the table; empty without evidence.
    public var table: String
    public var count: Int
    /// The rows' keys in order, where there are not too many to read.
    public var keys: [String]
  }

  public struct Reason: Sendable, Hashable {
    public var code: String
    public var sentence: Bilingual
    public var basis: String
    public var evidence: Int
  }
}
