internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// Executes an adjustment over the columns of a snapshot.
struct AdjustmentRun {
  let adjustment: Adjustment
  let snapshot: Snapshot
  /// The days that the evaluation looks at: the calendar year up to the data cut.
  let year: ClosedRange<Day>
  /// The points that the rule's function gives to a row.
  let ask: (LuaFunction, TableSchema, UInt32) throws -> Points

  func outcome() throws -> AdjustmentOutcome {
    var outcome = AdjustmentOutcome(
      name: adjustment.name, title: adjustment.title, basis: adjustment.basis, relates: adjustment.relates,
      table: adjustment.table, window: window, effects: [], unknownRows: [])
    guard let window else { return outcome }
    let table = snapshot.table(adjustment.table)
    var verdicts = try adjustment.scope.verdicts(over: table, in: snapshot)
    verdicts.formAnd(try adjustment.when.verdicts(over: table, in: snapshot))
    if let dated = AdjustmentRun.dated(adjustment.table, within: window) {
      verdicts.formAnd(try dated.verdicts(over: table, in: snapshot))
    }
    outcome.unknownRows = verdicts.rows(.unknown)
    let counted = try countedRows(verdicts.rows(.yes), of: table, unknown: &outcome.unknownRows)
    outcome.effects = try effects(counted, of: table)
    return outcome
  }

  /// A fact counts by its own date, and only in the days on which the rule applies.
  private var window: ClosedRange<Day>? {
    let first = max(year.lowerBound, adjustment.effective.from)
    let last = adjustment.effective.to.map { min($0, year.upperBound) } ?? year.upperBound
    return first <= last ? first...last : nil
  }

  /// The condition of being dated within some days, both included.
  static func dated(_ schema: TableSchema, within days: ClosedRange<Day>) -> Condition? {
    guard let name = schema.dated, let field = schema.field(name) else { return nil }
    if case .moment = field.type {
      return .field(name, .between(days.lowerBound.start.seconds, days.upperBound.end.seconds - 1))
    }
    return .field(name, .between(Int64(days.lowerBound.ordinal), Int64(days.upperBound.ordinal)))
  }

  private struct Counted {
    var row: UInt32
    var enterprise: Int
    var date: Int64
  }

  /// The rows by enterprise and date, each repetition counted once.
  private func countedRows(_ rows: [UInt32], of table: Table, unknown: inout [UInt32]) throws -> [Counted] {
    let enterprises = table.schema.name == Enterprise.schema.name ? nil : try table.column("enterprise")
    let dates = try table.schema.dated.map { (name) throws(ColumnError) in try table.column(name) }
    var counted: [Counted] = []
    for row in rows {
      let owner = enterprises.map { $0.reference(Int(row)) } ?? Int(row)
      guard let owner else {
        unknown.append(row)
        continue
      }
      counted.append(Counted(row: row, enterprise: owner, date: dates?.integer(Int(row)) ?? 0))
    }
    counted.sort { ($0.enterprise, $0.date, $0.row) < ($1.enterprise, $1.date, $1.row) }
    guard let field = adjustment.onceFor else { return counted }
    let identities = try table.column(field)
    var seen = Set<Int64>()
    var current = -1
    var unique: [Counted] = []
    for item in counted {
      if item.enterprise != current {
        seen.removeAll(keepingCapacity: true)
        current = item.enterprise
      }
      // Whoever is anonymous cannot be told apart from the others: such a row is unknown, not another person.
      guard let identity = identities.identity(Int(item.row)) else {
        unknown.append(item.row)
        continue
      }
      if seen.insert(identity).inserted { unique.append(item) }
    }
    return unique
  }

  private func effects(_ counted: [Counted], of table: Table) throws -> [AdjustmentOutcome.Effect] {
    let projects = try adjustment.cap?.per == .project ? table.schema.field("project").map { _ in try table.column("project") } : nil
    var effects: [AdjustmentOutcome.Effect] = []
    var start = 0
    while start < counted.count {
      let enterprise = counted[start].enterprise
      var end = start
      while end < counted.count, counted[end].enterprise == enterprise { end += 1 }
      var raw = Points.zero
      var byProject: [Int: Points] = [:]
      for item in counted[start..<end] {
        let points: Points =
          switch adjustment.amount {
          case .fixed(let points): points
          case .function(let function): try ask(function, adjustment.table, item.row)
          }
        raw += points
        if let projects { byProject[projects.reference(Int(item.row)) ?? -1, default: .zero] += points }
      }
      var capped = raw
      if let cap = adjustment.cap {
        switch cap.per {
        case .enterprise: capped = min(raw, cap.points)
        case .project: capped = byProject.values.reduce(.zero) { $0 + min($1, cap.points) }
        }
      }
      effects.append(
        .init(
          enterprise: enterprise, points: adjustment.deducts ? -capped : capped, beforeCap: adjustment.deducts ? -raw : raw,
          rows: counted[start..<end].map(\.row)))
      start = end
    }
    return effects
  }
}
