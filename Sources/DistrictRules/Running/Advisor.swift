public import Columns

/// What the city's own rules say about a snapshot, for scripts that ask.
public protocol Advisor: AnyObject {
  /// The enterprises that meet the city's criteria, best (or worst) first.
  func candidates(_ list: Proposal.Kind, from first: Day, to last: Day) throws -> [Candidate]
  /// The lines of an enterprise's score.
  func why(enterprise row: Int) throws -> ResultTable
}

/// An enterprise that meets the criteria of a list.
public struct Candidate: Sendable {
  public var enterprise: Int
  public var because: String
  public var grounds: [String]
  public var evidence: Proposal.Evidence?

  public init(enterprise: Int, because: String, grounds: [String], evidence: Proposal.Evidence? = nil) {
    self.enterprise = enterprise
    self.because = because
    self.grounds = grounds
    self.evidence = evidence
  }
}
