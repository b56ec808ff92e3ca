public import CityModel
public import Columns
public import DistrictRules
internal import Synchronization

/// The city's own rules, for scripts that ask.
public final class CityAdvisor: Advisor, Sendable {
  private let snapshot: Snapshot
  private let criteria: [Criterion]
  private let memory = Mutex<[ClosedRange<Day>: Lists]>([:])

  /// A county's proposals, and what each criterion did to them.
  struct Lists: Sendable {
    var proposals: ListProposals
    var outcomes: [(criterion: Criterion, outcome: CriterionOutcome)]
  }

  /// - Parameter criteria: the district's own, applied in this order after the city's.
  public init(_ snapshot: Snapshot, criteria: [Criterion] = []) {
    self.snapshot = snapshot
    self.criteria = criteria
  }

  /// The row of the snapshot's county in the divisions; `nil` for the city.
  public static func countyRow(of snapshot: Snapshot) throws(ColumnError) -> Int? {
    guard case .county(let code) = snapshot.scope else { return nil }
    let divisions = snapshot.table(Division.schema)
    let codes = try divisions.column(Division.codeField)
    return (0..<divisions.count).first { codes.text($0) == code }
  }

  public func candidates(_ list: Proposal.Kind, from first: Day, to last: Day) throws -> [Candidate] {
    let lists = try self.lists(first...max(first, last))
    let chosen: [ListProposal] =
      switch list {
      case .redList: lists.proposals.red.filter(\.isWithinShare)
      case .redRemoval: lists.proposals.redRemovals
      default: lists.proposals.black
      }
    let found = chosen.map { proposal in
      let evidence = proposal.reasons.flatMap(\.evidence).max { $0.count < $1.count }
      return Candidate(
        enterprise: proposal.enterprise, because: proposal.reasons.map(\.sentence.zh).joined(separator: "；"),
        grounds: proposal.reasons.map(\.code), evidence: evidence.map { .init(table: $0.table, rows: $0.rows) })
    }
    guard list == .blackList else { return found }
    var known = Set(found.map(\.enterprise))
    return found + (try lists.outcomes.flatMap { criterion, outcome in
      let behind = RowEvidence(criterion.scope, over: snapshot.table(Enterprise.schema), in: snapshot)
      return try outcome.added.filter { known.insert($0.enterprise).inserted }.map { added in
        Candidate(
          enterprise: added.enterprise, because: added.because, grounds: [criterion.name], evidence: try behind.evidence(of: added.enterprise))
      }
    })
  }

  /// The lists' criteria applied to the county, the city's and then the district's.
  public func proposals(_ period: ClosedRange<Day>) throws -> ListProposals { try lists(period).proposals }

  /// Worked out once a period.
  func lists(_ period: ClosedRange<Day>) throws -> Lists {
    if let known = memory.withLock({ $0[period] }) { return known }
    guard let county = try CityAdvisor.countyRow(of: snapshot) else {
      throw OfficeError(
        "no-county",
        Bilingual(zh: "红黑榜按县区提名\n提示：加 --district", en: "lists are proposed county by county\nhelp: give --district"))
    }
    var fresh = Lists(proposals: try ListProposals.compute(snapshot, county: county, period: period), outcomes: [])
    for criterion in criteria { fresh.outcomes.append((criterion, try fresh.proposals.narrow(by: criterion, in: snapshot))) }
    let lists = fresh
    memory.withLock { $0[period] = lists }
    return lists
  }

  public func why(enterprise row: Int) throws -> ResultTable {
    let board = try ScoreBoard.compute(snapshot, on: snapshot.day, county: try CityAdvisor.countyRow(of: snapshot))
    guard let score = board[enterprise: row] else { return ScoreTable.empty }
    return try ScoreTable.table(score, in: snapshot)
  }
}
