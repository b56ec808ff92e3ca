internal import CityModel
package import Columns
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
  /// The points that the rule's function gives to the rows of an enterprise or estate.
  let askGroup: (LuaFunction, Group) throws -> Points

  /// Rows that are taken together.
  struct Group {
    var subject: TableSchema
    var row: UInt32
    var table: TableSchema
    /// Ascending.
    var rows: [UInt32]
  }

  func outcome() throws -> AdjustmentOutcome {
    var outcome = AdjustmentOutcome(adjustment, year: year)
    let days = adjustment.heading.days(within: year)
    guard !days.isEmpty else { return outcome }
    let table = snapshot.table(adjustment.table)
    var verdicts = try adjustment.scope.verdicts(over: table, in: snapshot)
    if adjustment.when != .always { verdicts.formAnd(try adjustment.when.verdicts(over: table, in: snapshot)) }
    let once = adjustment.counted?.onceEver
    if let dated = once?.within(days) ?? adjustment.table.dated(within: days) { verdicts.formAnd(try dated.verdicts(over: table, in: snapshot)) }
    outcome.unknownRows = verdicts.rows(.unknown)
    var counting = try RowCounting(adjustment, table)
    let earlier = try once.map { try earlierRows(of: $0, table) } ?? []
    var events = counting.events(earlier + verdicts.rows(.yes)).filter { event in earlier.isEmpty || days.contains { $0.contains(event.day) } }
    outcome.unknownRows += counting.unknown.filter { !earlier.contains($0) }
    var together: [[RowCounting.Event]]?
    if case .group(let group) = adjustment.amount {
      let projects = try table.projects()
      if group.per == .project {
        outcome.unknownRows += events.filter { projects(Int($0.row)) == nil }.map(\.row)
        events.removeAll { projects(Int($0.row)) == nil }
      }
      together = AdjustmentRun.groups(events) { event in
        CapBucket(project: group.per == .project ? projects(Int(event.row)) ?? -1 : -1, period: group.period.index(of: event.day))
      }
    }
    outcome.unknownRows.sort()
    outcome.effects = try effects(together ?? events.map { [$0] }, of: table)
    return outcome
  }

  /// The rows whose date lies in the rule's days before the year: those of its scope counted then, and do not count again.
  private func earlierRows(of date: Columns.Field, _ table: Table) throws -> [UInt32] {
    guard adjustment.counted?.onceFor.isEmpty == false, adjustment.effective.from < year.lowerBound else { return [] }
    let days = adjustment.effective.from...year.lowerBound.adding(days: -1)
    var verdicts = try adjustment.scope.verdicts(over: table, in: snapshot)
    verdicts.formAnd(try date.within([days]).verdicts(over: table, in: snapshot))
    return verdicts.rows(.yes)
  }

  /// The events of one enterprise that agree in a bucket, in the order of their first.
  private static func groups(_ events: [RowCounting.Event], _ bucket: (RowCounting.Event) -> CapBucket) -> [[RowCounting.Event]] {
    var groups: [[RowCounting.Event]] = []
    var places: [CapBucket: Int] = [:]
    for event in events {
      if groups.last?.first?.enterprise != event.enterprise { places.removeAll() }
      let key = bucket(event)
      if let at = places[key] {
        groups[at].append(event)
      } else {
        places[key] = groups.count
        groups.append([event])
      }
    }
    return groups
  }

  /// - Parameter groups: what counts, taken together where a function asks for it, by enterprise.
  private func effects(_ groups: [[RowCounting.Event]], of table: Table) throws -> [AdjustmentOutcome.Effect] {
    let units = try WholeUnits(adjustment, table)
    let byProject = if case .group(let group) = adjustment.amount { group.per == .project } else { false }
    let projects = try adjustment.cap?.per == .project || byProject ? table.projects() : nil
    var effects: [AdjustmentOutcome.Effect] = []
    var start = 0
    while start < groups.count {
      let enterprise = groups[start][0].enterprise
      var end = start
      while end < groups.count, groups[end][0].enterprise == enterprise { end += 1 }
      var raw = Points.zero
      var buckets: [CapBucket: Points] = [:]
      var counts: [AdjustmentOutcome.Count] = []
      for group in groups[start..<end] {
        let event = group[0]
        let points: Points =
          switch adjustment.amount {
          case .fixed(let points): points
          case .forEach(let each): units?.points(each, row: Int(event.row)) ?? .zero
          case .function(let function): try ask(function, adjustment.table, event.row)
          case .group(let asked): try askGroup(asked.function, self.group(group, asked, table, projects))
          case .offset: .zero
          }
        // No whole unit has passed: nothing to count.
        switch adjustment.amount {
        case .forEach where points == .zero, .group where points == .zero: continue
        default: break
        }
        raw += points
        counts.append(.init(row: event.row, rows: group.flatMap(\.rows), points: points))
        if let cap = adjustment.cap {
          let project = cap.per == .project ? projects.flatMap { $0(Int(event.row)) } ?? -1 : -1
          buckets[CapBucket(project: project, period: cap.period.index(of: event.day)), default: .zero] += points
        }
      }
      if !counts.isEmpty {
        let capped = adjustment.cap.map { cap in buckets.values.reduce(.zero) { $0 + min($1, cap.points) } } ?? raw
        effects.append(
          .init(
            enterprise: enterprise, points: adjustment.deducts ? -capped : capped, beforeCap: adjustment.deducts ? -raw : raw, counts: counts))
      }
      start = end
    }
    return effects
  }

  private func group(_ events: [RowCounting.Event], _ asked: Adjustment.PointsForGroup, _ table: Table, _ projects: ((Int) -> Int?)?) -> Group {
    let first = events[0]
    let row = asked.per == .project ? projects.flatMap { $0(Int(first.row)) } ?? first.enterprise : first.enterprise
    return Group(
      subject: asked.per == .project ? Project.schema : Enterprise.schema, row: UInt32(clamping: row), table: table.schema, rows: events.map(\.row).sorted())
  }

  private struct CapBucket: Hashable {
    var project: Int
    var period: Int
  }
}

extension AdjustmentOutcome {
  init(_ adjustment: Adjustment, year: ClosedRange<Day>) {
    name = adjustment.name
    title = adjustment.title
    basis = adjustment.basis
    relates = adjustment.relates
    table = adjustment.table
    let days = adjustment.heading.days(within: year)
    window = days.first.flatMap { first in days.last.map { first.lowerBound...$0.upperBound } }
  }
}

extension Adjustment.CapPeriod {
  /// A number that is equal for days of the same period.
  func index(of day: Day) -> Int {
    let (year, month, _) = day.civil
    return switch self {
    case .month: year * 12 + month - 1
    case .quarter: year * 4 + (month - 1) / 3
    case .year: year
    }
  }
}

extension Table {
  /// The enterprise of each row: the row itself in the table of enterprises.
  package func enterprises() throws(ColumnError) -> (Int) -> Int? { try owner(Enterprise.schema) }

  /// The estate of each row; `nil` for every row of a table without estates.
  package func projects() throws(ColumnError) -> (Int) -> Int? { try owner(Project.schema) }

  private func owner(_ schema: TableSchema) throws(ColumnError) -> (Int) -> Int? {
    if self.schema.name == schema.name { return { $0 } }
    guard self.schema.field(schema.name) != nil else { return { _ in nil } }
    let column = try column(schema.name)
    return { column.reference($0) }
  }
}
