public import Columns

/// A proposal on its way to a decision (D11): proposed by a run, noticed to the enterprise, decided by a named officer.
public struct ProposalCase: Sendable, Hashable {
  public enum State: String, Sendable, Hashable, CaseIterable {
    case waiting, noticed, accepted, declined
    /// A later run of the same data no longer makes it.
    case withdrawn

    public var isOpen: Bool { self == .waiting || self == .noticed }
  }

  public var number: Int64
  /// `red_list`, `black_list`, `interview`, `circular`, `rectification` …
  public var kind: String
  /// Unified social credit code, and name.
  public var enterprise: String
  public var name: String
  /// Code of the county.
  public var county: String
  /// The job and the period of the run that proposed it, and who ran it.
  public var job: String
  public var period: String
  public var proposedBy: String
  public var because: String
  /// Codes of the grounds: `black-veto-v4`.
  public var grounds: [String]
  /// Rows that it rests on.
  public var evidence: Int
  public var state: State
  public var noticedOn: Day?
  /// Number of the notice.
  public var noticeDocument: String?
  /// Last day for the enterprise's statement and defence.
  public var defenceUntil: Day?
  public var decidedOn: Day?
  public var decidedBy: String?
  public var document: String?
  public var reason: String?
  public var publishedOn: Day?
  public var objectionUntil: Day?

  public init(
    number: Int64, kind: String, enterprise: String, name: String, county: String, job: String, period: String, proposedBy: String,
    because: String, grounds: [String], evidence: Int, state: State, noticedOn: Day? = nil, defenceUntil: Day? = nil,
    decidedOn: Day? = nil, decidedBy: String? = nil, document: String? = nil, reason: String? = nil, publishedOn: Day? = nil,
    objectionUntil: Day? = nil
  ) {
    self.number = number
    self.kind = kind
    self.enterprise = enterprise
    self.name = name
    self.county = county
    self.job = job
    self.period = period
    self.proposedBy = proposedBy
    self.because = because
    self.grounds = grounds
    self.evidence = evidence
    self.state = state
    self.noticedOn = noticedOn
    self.defenceUntil = defenceUntil
    self.decidedOn = decidedOn
    self.decidedBy = decidedBy
    self.document = document
    self.reason = reason
    self.publishedOn = publishedOn
    self.objectionUntil = objectionUntil
  }

  public var isListing: Bool { kind == "red_list" || kind == "black_list" }
  /// A listing, and what costs an enterprise its name or its points, is decided after notice and defence (国办发〔2020〕49号; 行政处罚法
  /// 44, 45).
  public var needsNotice: Bool { isListing || kind == "circular" || kind == "deduction" }
  /// Whatever is asked of anybody rests on rows that can be shown; advice to the owners asks nothing.
  public var needsEvidence: Bool { kind != "advice_to_owners" }
  /// Longer terms on the black list: a veto or a serious penalty.
  public var isSerious: Bool { grounds.contains { $0.hasPrefix("black-veto") || $0 == "black-serious" } }
}

/// What an officer does with a proposal.
public enum ProposalAction: Sendable, Hashable {
  /// Serves the notice on the enterprise, from which the days of defence run.
  case notice
  case accept
  case decline(reason: String)
}

/// A proposal and the few facts that its clauses need.
public struct ProposalSlice: Sendable, Hashable {
  /// An entry of a list that is in effect in the same county.
  public struct Standing: Sendable, Hashable {
    public var number: String
    public var isBlack: Bool
    public var document: String
    public init(number: String, isBlack: Bool, document: String) {
      self.number = number
      self.isBlack = isBlack
      self.document = document
    }
  }

  public var proposal: ProposalCase
  public var officer: Officer
  public var standing: [Standing]
  /// The document by which the city adopted the policy, which is a draft until then.
  public var adoptedBy: String?
  /// The criteria of the red list that the enterprise does not meet on the day, of a proposal for it.
  public var unmet: [Bilingual]

  public init(proposal: ProposalCase, officer: Officer, standing: [Standing], adoptedBy: String?, unmet: [Bilingual] = []) {
    self.unmet = unmet
    self.proposal = proposal
    self.officer = officer
    self.standing = standing
    self.adoptedBy = adoptedBy
  }
}
