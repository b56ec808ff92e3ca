public import Columns
internal import LuaSyntax

/// What the city's own rules say about a snapshot, for scripts that ask.
public protocol Advisor: AnyObject {
  /// The enterprises that meet the city's criteria, best (or worst) first.
  func candidates(_ list: Proposal.Kind, from first: Day, to last: Day) throws -> [Candidate]
  /// The lines of an enterprise's score.
  func why(enterprise row: Int) throws -> ResultTable
  /// What scripts would change, given by their files: for whoever asks at a prompt. No script that is run reads a file.
  ///
  /// - Parameter period: the month that ended last where none is named.
  func whatIf(_ files: [String], period: Period?) throws -> ResultTable
}

extension Advisor {
  public func whatIf(_ files: [String], period: Period?) throws -> ResultTable {
    throw RuleProblem.fault(
      "not-here", chinese: "只有在提问时（xize repl、xize eval）才能问 `假如`", english: "`what_if` is asked at a prompt only: xize repl, xize eval",
      help: Wording(chinese: "或用命令 xize preview", english: "or use the command xize preview"))
  }
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
