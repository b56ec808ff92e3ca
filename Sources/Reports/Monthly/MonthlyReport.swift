public import Columns

/// What a month's jobs found and propose, as a value: everything the page shows and nothing else.
///
/// Texts are in the language of the reader already; names of persons are masked by who makes the value, and the page
/// has no field in which a complainant could stand (Personal Information Protection Law, article 25).
public struct MonthlyReport: Sendable, Hashable {
  /// `物业服务监管月报`.
  public var title: String
  /// Whom the report covers: `长治市`, `潞州区`.
  public var scope: String
  /// The month, `2026-09`.
  public var period: String
  /// Facts up to this moment are counted.
  public var dataCut: Moment
  /// Whether the governing text is a draft for comments (征求意见稿): proposals then bind nobody.
  public var isDraft: Bool
  public var run: Run

  public var keyFigures: [KeyFigure] = []
  /// Article 7.
  public var redProposals: [Proposal] = []
  /// Who is to leave the red list; none leaves the part out. Article 7.
  public var redRemovals: [Proposal] = []
  /// Article 7.
  public var blackProposals: [Proposal] = []
  /// Interviews that districts' jobs propose (article 7).
  public var interviews: [Proposal] = []
  /// Grades of the credit evaluation (article 7); `nil` when none was computed.
  public var grades: Grades?
  /// Enterprises by score; empty leaves the chart out.
  public var scores: [ScoreBand] = []
  /// The 3-3-3 response by county (article 13), in the order in which they are to be read.
  public var responses: [Response] = []
  /// Complaints by category, the most frequent first; empty leaves the chart out.
  public var categories: [Chart.Item] = []
  /// Enterprises whose score or grade moved since the month before; `nil` where nothing was compared, and so nothing
  /// can be said.
  public var movers: [Mover]?
  /// How many moved, where `movers` holds only those that moved most.
  public var moved: Int?
  /// What the district rules in force changed; `nil` where none was run.
  public var adjustments: [Adjustment]?
  /// `nil` where it was not looked into.
  public var quality: Quality?

  public init(title: String, scope: String, period: String, dataCut: Moment, isDraft: Bool, run: Run) {
    self.title = title
    self.scope = scope
    self.period = period
    self.dataCut = dataCut
    self.isDraft = isDraft
    self.run = run
  }
}

extension MonthlyReport {
  /// What names a run: the same four give the same report, byte for byte.
  public struct Run: Sendable, Hashable {
    /// The number of the last entry of the ledger that was read.
    public var ledgerPosition: Int64
    public var rulesRevision: String
    public var parametersRevision: String
    public var engineVersion: String

    public init(ledgerPosition: Int64, rulesRevision: String, parametersRevision: String, engineVersion: String) {
      self.ledgerPosition = ledgerPosition
      self.rulesRevision = rulesRevision
      self.parametersRevision = parametersRevision
      self.engineVersion = engineVersion
    }
  }

  /// A number at the head of the page.
  public struct KeyFigure: Sendable, Hashable {
    public var title: String
    public var value: Cell
    /// What is counted: `件`, `家`.
    public var unit: String
    /// How many cases the figure rests on; a ratio says so itself.
    public var sample: Int?
    /// The figure of the month before.
    public var previous: Cell?
    /// The figures of past months, oldest first, for a line beside the number.
    public var course: [Int]
    public var basis: Basis?

    public init(
      _ title: String, _ value: Cell, unit: String = "", sample: Int? = nil, previous: Cell? = nil, course: [Int] = [],
      basis: Basis? = nil
    ) {
      self.title = title
      self.value = value
      self.unit = unit
      self.sample = sample
      self.previous = previous
      self.course = course
      self.basis = basis
    }
  }

  /// Enterprises by grade.
  public struct Grades: Sendable, Hashable {
    /// Counts of one evaluation.
    public struct Count: Sendable, Hashable {
      public var a, b, c, d, unrated: Int

      public init(a: Int = 0, b: Int = 0, c: Int = 0, d: Int = 0, unrated: Int = 0) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.unrated = unrated
      }

      public var total: Int { [a, b, c, d, unrated].reduce(0) { $0.addingReportingOverflow($1).partialValue } }
    }

    /// The provisional grades of this month.
    public var now: Count
    /// The last published ones.
    public var published: Count?
    /// When those were published, as people name it: `2025 年度`.
    public var publishedName: String

    public init(now: Count, published: Count? = nil, publishedName: String = "") {
      self.now = now
      self.published = published
      self.publishedName = publishedName
    }
  }

  /// How many enterprises have a score in `[from, to)`.
  public struct ScoreBand: Sendable, Hashable {
    public var from: Int
    public var to: Int
    public var count: Int
    /// The grade of all of the band, `A` to `D`, when it has one.
    public var grade: String

    public init(from: Int, to: Int, count: Int, grade: String = "") {
      self.from = from
      self.to = to
      self.count = count
      self.grade = grade
    }
  }

  /// A part of a whole that is kept as both numbers.
  public struct Share: Sendable, Hashable {
    public var part: Int
    public var whole: Int

    public init(_ part: Int, of whole: Int) {
      self.part = part
      self.whole = whole
    }
  }
}
