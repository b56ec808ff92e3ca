/// What a script asks an officer to decide.
public struct Proposal: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case redList = "red_list"
    case blackList = "black_list"
    case interview
    case circular
  }

  public var kind: Kind
  /// Row of the enterprise.
  public var enterprise: Int
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

  public struct Evidence: Sendable, Hashable {
    public var table: String
    public var rows: [UInt32]

    public init(table: String, rows: [UInt32]) {
      self.table = table
      self.rows = rows
    }
  }
}
