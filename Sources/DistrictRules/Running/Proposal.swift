public import CityModel
public import Columns

/// What a script asks an officer to decide.
public struct Proposal: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case redList = "red_list"
    case blackList = "black_list"
    /// Off the red list, whose criteria it does not meet any more.
    case redRemoval = "red_removal"
    case interview
    case circular
    case rectification
    case deduction
    case adviceToOwners = "advice_to_owners"
    case referral
    case task

    /// Whether it may be about an estate rather than its enterprise.
    public var allowsProject: Bool {
      switch self {
      case .rectification, .task, .adviceToOwners, .referral: true
      default: false
      }
    }

    /// What may be advised to the owners' assembly with it, A7; empty where nothing can be. Only a measure may go without advice.
    public var advices: [String] {
      let words = SupervisionMeasure.advices.values.map(\.name)
      return switch self {
      case .adviceToOwners: words.filter { $0 != "none" }
      case .interview, .circular: words
      default: []
      }
    }
  }

  public var kind: Kind
  /// Row of the enterprise: the subject, or the one that serves the estate; `nil` when nobody serves it.
  public var enterprise: Int?
  /// Row of the estate, where the proposal is about one.
  public var project: Int?
  public var because: String
  /// Codes of the criteria met.
  public var grounds: [String]
  /// The table and rows it rests on.
  public var evidence: Evidence?
  /// The job that proposed it.
  public var rule: String
  public var basis: Basis
  /// Such a proposal is made once in this time.
  public var oncePer: String?
  /// By when it is to be done, counted from the decision.
  public var due: TimeSpan?
  /// To whom: `street`, `county`, or a department.
  public var to: String?
  /// What the owners are advised, a word of ``SupervisionMeasure/advices``.
  public var advice: String?
  /// A deduction's points and item.
  public var points: Points?
  public var item: String?

  public struct Evidence: Sendable, Hashable {
    public var table: String
    public var rows: [UInt32]

    public init(table: String, rows: [UInt32]) {
      self.table = table
      self.rows = rows
    }
  }
}
