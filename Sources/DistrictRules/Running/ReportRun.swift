internal import CityModel
internal import Columns

/// Executes a report that is a table.
struct ReportRun {
  let report: Report
  let snapshot: Snapshot

  func table() throws -> ResultTable {
    var result = try whole()
    switch report.content {
    case .rows(let table):
      let shown = shownPaths(table).count
      if result.columns.count > shown {
        result.columns = Array(result.columns.prefix(shown))
        result.rows = result.rows.map { Array($0.prefix(shown)) }
      }
      return table.limit.map { result.limited(to: $0) } ?? result
    case .groups(let table, _, _), .events(let table, _): return table.limit.map { result.limited(to: $0) } ?? result
    case .function: return result
    }
  }

  /// Every row in order, before the limit, with the columns that are only ordered by.
  func whole() throws -> ResultTable {
    switch report.content {
    case .rows(let table): try ordered(rows(table), table)
    case .groups(let table, let by, let figures): try ordered(groups(table, by, figures), table)
    case .events(let table, let events): try ordered(merged(table, events), table)
    case .function: ResultTable(columns: [])
    }
  }

  private func query(_ table: ReportTable) throws -> Query {
    try Query(snapshot.table(table.table), in: snapshot).filtered(by: table.scope)
  }

  private func ordered(_ result: ResultTable, _ table: ReportTable) throws -> ResultTable {
    table.order.isEmpty ? result : try result.sorted(by: table.order)
  }

  // MARK: Rows

  private func shownPaths(_ table: ReportTable) -> [[String]] {
    table.columns.isEmpty ? table.table.fields.map { [$0.name] } : table.columns
  }

  private func rows(_ table: ReportTable) throws -> ResultTable {
    let source = snapshot.table(table.table)
    var paths = shownPaths(table)
    // What is only ordered by is fetched, and not shown.
    for word in table.order {
      let bare = word.hasPrefix("-") ? String(word.dropFirst()) : word
      if !paths.contains(where: { $0.joined(separator: "_") == bare }) { paths.append([bare]) }
    }
    var cells: [[Cell]] = []
    for row in try query(table).rows {
      var line: [Cell] = []
      for path in paths { line.append(try snapshot.cell(path, row: Int(row), of: source)) }
      cells.append(line)
    }
    let columns = paths.map { ResultTable.Column($0.joined(separator: "_"), title: snapshot.title($0, from: table.table)) }
    return ResultTable(columns: columns, rows: cells)
  }

  // MARK: Groups

  private func groups(_ table: ReportTable, _ by: [[String]], _ figures: [Report.Figure]) throws -> ResultTable {
    let base = try query(table)
    let source = snapshot.table(table.table)
    let all = try base.group(by: by).table([.count])
    let width = by.count
    var result = ResultTable(columns: Array(all.columns.prefix(width)), rows: all.rows.map { Array($0.prefix(width)) })
    for figure in figures {
      result.columns.append(.init(figure.name, title: CityVocabulary.chinese(figure.name)))
      func values(_ query: Query, _ aggregate: Aggregate) throws -> [[Cell]: Cell] {
        var found: [[Cell]: Cell] = [:]
        let counted = try query.group(by: by).table(aggregate == .count ? [.count] : [.count, aggregate])
        for row in counted.rows { found[Array(row.prefix(width))] = row.last ?? .empty }
        return found
      }
      let cells: ([Cell]) -> Cell
      switch figure.kind {
      case .count:
        let found = try values(base, .count)
        cells = { found[$0] ?? 0 }
      case .countWhere(let condition):
        let found = try values(try base.filtered(by: condition), .count)
        cells = { found[$0] ?? 0 }
      case .shareWhere(let condition):
        let verdicts = try condition.verdicts(over: source, in: snapshot)
        let met = try values(base.filtered(by: verdicts), .count), judged = try values(base.filtered(by: verdicts.judged), .count)
        cells = { key in
          guard case .integer(let whole)? = judged[key], whole > 0 else { return .empty }
          guard case .integer(let part)? = met[key] else { return .ratio(0, of: whole) }
          return .ratio(part, of: whole)
        }
      case .sum(let field):
        let found = try values(base, .sum(field.name))
        cells = { found[$0] ?? .empty }
      case .distinct(let field):
        let found = try values(base, .distinct(field.name))
        cells = { found[$0] ?? 0 }
      }
      for at in result.rows.indices { result.rows[at].append(cells(Array(result.rows[at].prefix(width)))) }
    }
    return result
  }

  // MARK: Events

  private func merged(_ table: ReportTable, _ events: Report.Events) throws -> ResultTable {
    let source = snapshot.table(table.table)
    guard let dated = table.table.dated else { return ResultTable(columns: []) }
    let dates = try source.column(dated)
    var columns: [Column] = []
    for field in events.same { columns.append(try source.column(field)) }
    let people = table.table.fields.first { $0.type == .token }
    let tokens = try people.map { (field) throws(ColumnError) in try source.column(field) }
    var merging: [[Int64]: Int] = [:]
    var found: [(first: UInt32, last: UInt32, rows: [UInt32])] = []
    let selected = try query(table).rows.map { (row: $0, second: dates.second(Int($0)) ?? 0) }.sorted { ($0.second, $0.row) < ($1.second, $1.row) }
    for (row, second) in selected {
      let key = columns.map { $0.identity(Int(row)) ?? -Int64(row) - 2 }
      if let at = merging[key], RowCounting.lasts(events.within, dates.second(Int(found[at].first)) ?? 0, second) {
        found[at].last = row
        found[at].rows.append(row)
      } else {
        merging[key] = found.count
        found.append((row, row, [row]))
      }
    }
    let shown = table.columns.isEmpty ? events.same.map { [$0.name] } : table.columns
    var result = ResultTable(columns: shown.map { .init($0.joined(separator: "_"), title: snapshot.title($0, from: table.table)) })
    result.columns += [
      .init("first", title: "最早"), .init("last", title: "最晚"), .init("count", title: "件数"), .init("people", title: people?.chinese ?? "人数"),
      .init("rows", title: table.table.chinese),
    ]
    for event in found {
      var line: [Cell] = []
      for path in shown { line.append(try snapshot.cell(path, row: Int(event.first), of: source)) }
      let persons = tokens.map { tokens in Set(event.rows.compactMap { tokens.identity(Int($0)) }).count }
      let labels = try event.rows.map { try source.cell(table.table.label, row: Int($0)).plain }
      line += [
        try source.cell(dated, row: Int(event.first)), try source.cell(dated, row: Int(event.last)), .integer(Int64(event.rows.count)),
        persons.map { .integer(Int64($0)) } ?? .empty, .text(labels.joined(separator: " ")),
      ]
      result.rows.append(line)
    }
    return result
  }
}

extension Snapshot {
  /// The value at a path of fields; a reference is shown by its label.
  func cell(_ path: [String], row: Int, of table: Table) throws(ColumnError) -> Cell {
    var table = table
    var row = row
    for (index, name) in path.enumerated() {
      guard let field = table.schema.field(name) else {
        throw ColumnError(.unknownField, table: table.schema.plural, field: name)
      }
      guard let target = target(of: field) else { return try table.cell(name, row: row) }
      guard let next = try table.column(name).reference(row) else { return .empty }
      if index == path.count - 1 { return try target.cell(target.schema.label, row: next) }
      (table, row) = (target, next)
    }
    return .empty
  }

  /// What people read above such a column: `项目·街道`.
  func title(_ path: [String], from schema: TableSchema) -> String {
    var words: [String] = []
    var schema = schema
    for name in path {
      guard let field = schema.field(name) else { break }
      words.append(field.chinese)
      if let target = target(of: field) { schema = target.schema }
    }
    return words.joined(separator: "·")
  }
}
