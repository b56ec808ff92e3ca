public import CityModel
public import Columns

/// What a row that meets a condition rests on: the rows behind the derived fields of the clauses that it meets, or else itself.
public final class RowEvidence {
  private let condition: Condition
  private let table: Table
  private let snapshot: Snapshot
  /// Of each clause about a derived field: the way to its row, whether it is met, and the rows behind the field.
  private lazy var clauses: Result<[Clause], any Error> = Result { try clauses(condition, table, []) }

  private struct Clause {
    var path: [Column]
    var verdicts: Verdicts
    var sources: SourceRows
  }

  public init(_ condition: Condition, over table: Table, in snapshot: Snapshot) {
    (self.condition, self.table, self.snapshot) = (condition, table, snapshot)
  }

  /// - Throws: ``ColumnError``.
  public func evidence(of row: Int) throws -> Proposal.Evidence {
    var found: Proposal.Evidence?
    for clause in try clauses.get() {
      var at: Int? = row
      for column in clause.path { at = at.flatMap { column.reference($0) } }
      guard let at, clause.verdicts[at] == .yes else { continue }
      // One proposal names the rows of one table: those of the first such clause.
      guard found == nil || found?.table == clause.sources.table else { continue }
      found = .init(table: clause.sources.table, rows: Set((found?.rows ?? []) + clause.sources.rows(of: at)).sorted())
    }
    guard let found, !found.rows.isEmpty else { return .init(table: table.schema.name, rows: [UInt32(clamping: row)]) }
    return found
  }

  private func clauses(_ condition: Condition, _ table: Table, _ path: [Column]) throws -> [Clause] {
    switch condition {
    case .all(let parts), .any(let parts): return try parts.flatMap { try clauses($0, table, path) }
    case .related(let name, let inner):
      guard let field = table.schema.field(name), let target = snapshot.target(of: field) else { return [] }
      return try clauses(inner, target, path + [try table.column(field)])
    case .field(let name, _), .months(let name, _, _):
      guard let field = table.schema.field(name), let sources = try snapshot.sourceRows(of: field, in: table) else { return [] }
      return [Clause(path: path, verdicts: try condition.verdicts(over: table, in: snapshot), sources: sources)]
    }
  }
}
