public import CityModel
public import Columns
public import DistrictRules
internal import Synchronization

/// The city's own rules, for scripts that ask.
public final class CityAdvisor: Advisor, Sendable {
  private let snapshot: Snapshot
  private let memory = Mutex<[ClosedRange<Day>: ListProposals]>([:])

  public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The row of the snapshot's county in the divisions; `nil` for the city.
  public static func countyRow(of snapshot: Snapshot) throws(ColumnError) -> Int? {
    guard case .county(let code) = snapshot.scope else { return nil }
    let divisions = snapshot.table(Division.schema)
    let codes = try divisions.column(Division.codeField)
    return (0..<divisions.count).first { codes.text($0) == code }
  }

  public func candidates(_ list: Proposal.Kind, from first: Day, to last: Day) throws -> [Candidate] {
    let proposals = try self.proposals(first...max(first, last))
    let chosen = list == .redList ? proposals.red.filter(\.isWithinShare) : proposals.black
    return chosen.map { proposal in
      let evidence = proposal.reasons.flatMap(\.evidence).max { $0.count < $1.count }
      return Candidate(
        enterprise: proposal.enterprise, because: proposal.reasons.map(\.sentence.zh).joined(separator: "；"),
        grounds: proposal.reasons.map(\.code), evidence: evidence.map { .init(table: $0.table, rows: $0.rows) })
    }
  }

  /// The lists' criteria applied to the county, worked out once a period.
  public func proposals(_ period: ClosedRange<Day>) throws -> ListProposals {
    if let known = memory.withLock({ $0[period] }) { return known }
    guard let county = try CityAdvisor.countyRow(of: snapshot) else {
      throw OfficeError(
        "no-county",
        Bilingual(zh: "红黑榜按县区提名\n提示：加 --district", en: "lists are proposed county by county\nhelp: give --district"))
    }
    let fresh = try ListProposals.compute(snapshot, county: county, period: period)
    memory.withLock { $0[period] = fresh }
    return fresh
  }

  public func why(enterprise row: Int) throws -> ResultTable {
    let board = try ScoreBoard.compute(snapshot, on: snapshot.day, county: try CityAdvisor.countyRow(of: snapshot))
    guard let score = board[enterprise: row] else { return ScoreTable.empty }
    return try ScoreTable.table(score, in: snapshot)
  }
}
