public import CityModel
public import Columns
public import DistrictRules

/// The city's own rules, for scripts that ask.
public final class CityAdvisor: Advisor {
  private let snapshot: Snapshot

  public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  public func candidates(_ list: Proposal.Kind, from first: Day, to last: Day) throws -> [Candidate] {
    []
  }

  public func why(enterprise row: Int) throws -> ResultTable {
    ResultTable(columns: [])
  }
}
