public import Columns

extension MonthlyReport {
  /// What a statement rests on: an article of the opinion, or a document of a district.
  public enum Basis: Sendable, Hashable {
    /// Articles 1–18.
    case article(Int)
    /// `潞州住建〔2026〕12号 第四条`.
    case document(String)

    /// Reads `A8` as an article, anything else as a document.
    public init(_ text: String) {
      if text.first == "A", let number = Int(text.dropFirst()), (1...18).contains(number) {
        self = .article(number)
      } else {
        self = .document(text)
      }
    }
  }

  /// Why something is proposed.
  public struct Reason: Sendable, Hashable {
    public var text: String
    public var basis: [Basis]
    /// Rows of evidence behind the reason.
    public var evidence: Int

    public init(_ text: String, basis: [Basis] = [], evidence: Int = 0) {
      self.text = text
      self.basis = basis
      self.evidence = evidence
    }
  }

  /// An enterprise for which something is proposed; an officer decides.
  public struct Proposal: Sendable, Hashable {
    public var enterprise: String
    /// Unified social credit code.
    public var code: String
    /// The county whose list it is, or whose rule proposes.
    public var county: String
    /// Points; `empty` where there is no score.
    public var score: Cell
    public var grade: String
    public var reasons: [Reason]
    /// The rule or job that proposes, where it is not the city's.
    public var rule: String
    /// The advice to the owners' assembly that goes with the measure (article 7).
    public var advice: String

    public init(
      enterprise: String, code: String, county: String, score: Cell = .empty, grade: String = "", reasons: [Reason],
      rule: String = "", advice: String = ""
    ) {
      self.enterprise = enterprise
      self.code = code
      self.county = county
      self.score = score
      self.grade = grade
      self.reasons = reasons
      self.rule = rule
      self.advice = advice
    }

    var evidence: Int { reasons.reduce(0) { $0.addingReportingOverflow($1.evidence).partialValue } }
  }

  /// How complaints of a county were answered (article 13). Each share is of the complaints for which the limit has
  /// run out or the step was taken.
  public struct Response: Sendable, Hashable {
    public var county: String
    /// Complaints accepted in the period, and in the one before.
    public var accepted: Int
    public var acceptedBefore: Int?
    /// A responsible person within 30 minutes.
    public var assigned: Share
    /// A preliminary result within 3 hours.
    public var preliminary: Share
    /// Basically closed within 3 days.
    public var closed: Share
    /// Closed complaints that were revisited.
    public var revisited: Share
    /// Revisited complaints that went back to be handled again.
    public var reworked: Share

    public init(
      county: String, accepted: Int, acceptedBefore: Int? = nil, assigned: Share, preliminary: Share, closed: Share,
      revisited: Share, reworked: Share
    ) {
      self.county = county
      self.accepted = accepted
      self.acceptedBefore = acceptedBefore
      self.assigned = assigned
      self.preliminary = preliminary
      self.closed = closed
      self.revisited = revisited
      self.reworked = reworked
    }
  }

  /// An enterprise whose score or grade moved.
  public struct Mover: Sendable, Hashable {
    public var enterprise: String
    public var code: String
    public var county: String
    /// Points, as decimals of three digits.
    public var before: Cell
    public var now: Cell
    public var gradeBefore: String
    public var gradeNow: String
    /// What moved it most.
    public var reason: String

    public init(
      enterprise: String, code: String, county: String, before: Cell, now: Cell, gradeBefore: String, gradeNow: String,
      reason: String
    ) {
      self.enterprise = enterprise
      self.code = code
      self.county = county
      self.before = before
      self.now = now
      self.gradeBefore = gradeBefore
      self.gradeNow = gradeNow
      self.reason = reason
    }
  }

  /// A district's rule and what it changed in the district's own column.
  public struct Adjustment: Sendable, Hashable {
    public var title: String
    public var district: String
    /// Document and article.
    public var basis: String
    public var enterprises: Int
    /// The sum of the points, deductions negative.
    public var points: Cell

    public init(title: String, district: String, basis: String, enterprises: Int, points: Cell) {
      self.title = title
      self.district = district
      self.basis = basis
      self.enterprises = enterprises
      self.points = points
    }
  }

  /// What the figures do not rest on.
  public struct Quality: Sendable, Hashable {
    /// Rows read by imports that concern the period, and those of them in quarantine.
    public var rowsRead: Int
    public var quarantined: Int
    /// What is not known, and how often: neither met nor unmet, and left out of the shares.
    public var unknowns: [Chart.Item]
    public var notes: [String]

    public init(rowsRead: Int = 0, quarantined: Int = 0, unknowns: [Chart.Item] = [], notes: [String] = []) {
      self.rowsRead = rowsRead
      self.quarantined = quarantined
      self.unknowns = unknowns
      self.notes = notes
    }
  }
}
