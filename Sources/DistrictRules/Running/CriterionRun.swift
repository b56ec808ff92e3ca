internal import CityModel
internal import Columns

/// What a criterion makes of the city's candidates.
public struct CriterionOutcome: Sendable, Hashable {
  /// Why a candidate was left out.
  public enum Reason: Sendable, Hashable {
    case condition
    /// A fact that the condition asks for is missing.
    case unknown
    /// This enterprise of the same place is better.
    case place(Int)
  }

  public struct Dropped: Sendable, Hashable {
    public var enterprise: Int
    public var reason: Reason
  }

  public struct Added: Sendable, Hashable {
    public var enterprise: Int
    public var because: String
  }

  /// Red: the candidates that stay, best first.
  public var kept: [Int] = []
  public var dropped: [Dropped] = []
  /// Black: the enterprises that are proposed besides, in order of row.
  public var added: [Added] = []
  /// Black: enterprises that could not be judged because a fact is missing.
  public var unknown: [Int] = []
}

/// Executes a criterion over the enterprises of a snapshot.
struct CriterionRun {
  let criterion: Criterion
  let snapshot: Snapshot

  func outcome(candidates: [Int]) throws -> CriterionOutcome {
    let table = snapshot.table(Enterprise.schema)
    let verdicts = try criterion.scope.verdicts(over: table, in: snapshot)
    var outcome = CriterionOutcome()
    guard criterion.list == .red else {
      let known = Set(candidates)
      for row in verdicts.rows(.yes) where !known.contains(Int(row)) {
        let because = try criterion.because?.text(row: Int(row), of: table, in: snapshot) ?? criterion.title
        outcome.added.append(.init(enterprise: Int(row), because: because))
      }
      outcome.unknown = verdicts.rows(.unknown).map { Int($0) }
      return outcome
    }
    var kept: [Int] = []
    for row in candidates where row >= 0 && row < verdicts.count {
      switch verdicts[row] {
      case .yes: kept.append(row)
      case .no: outcome.dropped.append(.init(enterprise: row, reason: .condition))
      case .unknown: outcome.dropped.append(.init(enterprise: row, reason: .unknown))
      }
    }
    kept = try ranked(kept, table)
    guard let place = try places(table) else {
      outcome.kept = kept
      return outcome
    }
    var best: [Int64: Int] = [:]
    for row in kept {
      guard let at = place(row) else {
        outcome.kept.append(row)
        continue
      }
      if let first = best[at] {
        outcome.dropped.append(.init(enterprise: row, reason: .place(first)))
      } else {
        best[at] = row
        outcome.kept.append(row)
      }
    }
    return outcome
  }

  /// What is equal keeps the city's order; who has no value comes last.
  private func ranked(_ rows: [Int], _ table: Table) throws -> [Int] {
    var columns: [(cell: (Int) throws -> Cell, descending: Bool)] = []
    for rank in criterion.rank { columns.append(({ try table.cell(rank.field.name, row: $0) }, rank.descending)) }
    let keyed = try rows.enumerated().map { place, row in (place: place, row: row, cells: try columns.map { try $0.cell(row) }) }
    return keyed.sorted { a, b in
      for (index, column) in columns.enumerated() {
        let (x, y) = (a.cells[index], b.cells[index])
        if x == y { continue }
        if x == .empty { return false }
        if y == .empty { return true }
        if Cell.precedes(x, y) != Cell.precedes(y, x) { return Cell.precedes(x, y) != column.descending }
      }
      return a.place < b.place
    }.map(\.row)
  }

  private func places(_ table: Table) throws -> ((Int) -> Int64?)? {
    switch criterion.onePer {
    case nil: return nil
    case .field(let field)?:
      let column = try table.column(field)
      return { column.identity($0) }
    case .street?:
      let streets = try mainStreets(table.count)
      return { row in streets[row].map(Int64.init) }
    }
  }

  /// The street in which each enterprise serves the most households; the lower row where two are equal.
  private func mainStreets(_ count: Int) throws -> [Int?] {
    let projects = snapshot.table(Project.schema)
    let enterprise = try projects.column(Project.enterprise), street = try projects.column(Project.street)
    let households = try projects.column(Project.households)
    var served: [[Int: Int64]] = Array(repeating: [:], count: count)
    for row in 0..<projects.count {
      guard let by = enterprise.reference(row), by < count, let at = street.reference(row) else { continue }
      served[by][at, default: 0] &+= max(1, households.integer(row) ?? 1)
    }
    return served.map { streets in streets.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }
}
