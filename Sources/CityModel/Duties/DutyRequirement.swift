public import Columns

/// What enterprises have to do by when: the city's requirement, or a district's stricter one beside it.
public struct DutyRequirement: Sendable, Hashable {
  /// A part of the year that something is about, and the day by which it is due: the first such day after the part's end.
  public struct Period: Sendable, Hashable {
    public var from: MonthDay
    public var until: MonthDay
    public var due: MonthDay

    public init(from: MonthDay, until: MonthDay, due: MonthDay) {
      self.from = from
      self.until = until
      self.due = due
    }
  }

  public enum Schedule: Sendable, Hashable {
    /// For each of these parts of every year.
    case each([Period])
    /// Once, so many calendar days after service at an estate begins; -1 is the day before it.
    case afterStart(days: Int)
    /// Once, so many calendar days after a contract was signed.
    case afterSignature(days: Int)
  }

  /// A word of ``Duty/kinds``.
  public let duty: String
  public let schedule: Schedule
  /// First and last day on which it is in force: it asks for what falls due between them.
  public let from: Day
  public let until: Day?
  /// The article or the document that asks for it.
  public let source: String
  /// Whether it stands beside the city's: a district's.
  public let isBeside: Bool

  /// `nil` for a word that is no duty, for parts of the year of what is done once (filings, reporting in), and for a signature
  /// where no contract is filed.
  public init?(_ duty: String, _ schedule: Schedule, from: Day, until: Day? = nil, source: String, beside isBeside: Bool = false) {
    guard let index = Duty.kinds.index(of: duty) else { return nil }
    let word = Duty.kinds.values[index].name
    switch schedule {
    case .each(let periods): guard !periods.isEmpty, DutyRequirement.disclosure[word] != nil else { return nil }
    case .afterStart(let days):
      guard word != "common revenue accounts", word != "contract filing", days.magnitude <= 3660 else { return nil }
    case .afterSignature(let days): guard word == "contract filing", days.magnitude <= 3660 else { return nil }
    }
    self.duty = word
    self.schedule = schedule
    self.from = from
    self.until = until
    self.source = source
    self.isBeside = isBeside
  }

  /// The kind of disclosure that fulfils a duty, where one does.
  static let disclosure: [String: String] = [
    "common revenue accounts": "common revenue", "manager and contact": "manager and contact",
    "complaint phone": "complaint phone", "service standard": "service standard", "fee standard": "fee standard",
    "facility maintenance": "facility maintenance", "complaint channels": "complaint channels",
  ]
}
