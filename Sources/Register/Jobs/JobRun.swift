public import Columns

/// One run of a periodic job over one district, and what names it: the same inputs give the same output hash (D7).
public struct JobRun: Sendable, Hashable {
  /// The run's number in the register; 0 before it is recorded.
  public var number: Int64 = 0
  /// `monthly-lists`.
  public var job: String
  /// The district's code: `140403`; `1404` for the city.
  public var district: String
  /// `2026-09`.
  public var period: String
  /// Ledger position of the snapshot.
  public var position: Int64
  public var rules: String
  public var parameters: String
  public var engine: String
  /// `done`, `partly`, `failed`.
  public var outcome: String
  /// Hash of the output.
  public var output: String
  /// Set when the run is recorded.
  public var moment: Moment?
  public var officer: String?

  public init(
    job: String, district: String, period: String, position: Int64, rules: String, parameters: String, engine: String,
    outcome: String, output: String
  ) {
    self.job = job
    self.district = district
    self.period = period
    self.position = position
    self.rules = rules
    self.parameters = parameters
    self.engine = engine
    self.outcome = outcome
    self.output = output
  }
}

/// One computation of a run, with all that is needed to do it again and the bytes that came of it.
public struct JobAttempt: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case first
    /// Of the enterprises at which an earlier attempt failed.
    case resume
    /// Of everything again, on the register as it stood by then.
    case rerun
  }

  /// The attempt's number in the register; 0 before it is recorded.
  public var number: Int64 = 0
  public var run: Int64 = 0
  public var kind: Kind
  /// The rows that were seen.
  public var marks: RunMarks
  /// The scripts with the days of their force: `[{"name":…,"sha256":…,"from":…,"to":…,"revision":…}]`.
  public var rules: JSONValue
  /// The hashes of the parameter and calendar files: `{"parameters":…,"calendar":…}`.
  public var rulebook: JSONValue
  /// The codes of the only enterprises that were looked at; `nil` for all.
  public var subjects: [String]?
  public var engine: String
  public var outcome: String
  /// `[{"enterprise":…,"error":…}]`.
  public var failures: JSONValue
  /// The output, byte for byte.
  public var output: String
  /// Texts of the rules and the rulebook by their hash, to be kept with the run; empty when read back.
  public var texts: [String: [UInt8]] = [:]
  public var moment = Moment(seconds: 0)

  public init(
    kind: Kind, marks: RunMarks, rules: JSONValue, rulebook: JSONValue, subjects: [String]? = nil, engine: String, outcome: String,
    failures: JSONValue, output: String, texts: [String: [UInt8]] = [:]
  ) {
    self.kind = kind
    self.marks = marks
    self.rules = rules
    self.rulebook = rulebook
    self.subjects = subjects
    self.engine = engine
    self.outcome = outcome
    self.failures = failures
    self.output = output
    self.texts = texts
  }
}

/// What a run proposes to a person; never a decision (D11).
public struct StoredProposal: Sendable, Hashable {
  /// The proposal's number in the register; 0 before it is recorded.
  public var number: Int64 = 0
  public var run: Int64 = 0
  /// `red_list`, `black_list`, `interview`.
  public var kind: String
  /// The enterprise's unified social credit code.
  public var enterprise: String
  /// The estate's code, when it concerns one.
  public var project: String?
  /// The county's code.
  public var county: String?
  /// The sentence that the enterprise is told.
  public var because: String
  /// `year`: such a proposal is made once in this time.
  public var oncePer: String?
  /// The reasons as JSON: an array of objects.
  public var reasons: JSONValue
  /// Evidence counts by table: `{"complaints": 21}`.
  public var evidence: JSONValue
  /// `waiting`, `noticed`, `accepted`, `declined`, `withdrawn`.
  public var state: String

  public init(
    kind: String, enterprise: String, project: String? = nil, county: String?, because: String = "", oncePer: String? = nil,
    reasons: JSONValue, evidence: JSONValue, state: String = "waiting"
  ) {
    self.kind = kind
    self.enterprise = enterprise
    self.project = project
    self.county = county
    self.because = because
    self.oncePer = oncePer
    self.reasons = reasons
    self.evidence = evidence
    self.state = state
  }
}

/// What came of recording a run.
public enum RecordedRun: Sendable, Hashable {
  /// The run is now recorded, under this number, with a ledger entry.
  case recorded(JobRun)
  /// The job has run for this district and period; nothing was written.
  case alreadyRecorded(JobRun)
  /// An earlier run was done again, in part or whole: so many proposals are new, so many waiting ones no longer hold.
  case amended(JobRun, added: Int, withdrawn: Int)
}
