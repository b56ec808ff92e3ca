public import CityModel
public import Columns
public import DistrictRules

/// Names what is missing in rows that a rule could not judge.
struct MissingFacts {
  private let clauses: [(name: Bilingual, isUnknown: (Int) -> Bool)]
  /// What the rule rests on besides its conditions: to whom a row belongs, its date, the fields of which agreeing rows count once.
  private let needed: [(name: Bilingual, isMissing: (Int) -> Bool)]
  /// What may rightly be missing, and is named only where nothing else is.
  private let ends: [(name: Bilingual, isMissing: (Int) -> Bool)]

  /// - Parameters:
  ///   - condition: what the rule asks of the rows of the table.
  ///   - fields: without which a row cannot be judged either.
  ///   - ends: fields without which a row that is over cannot be judged.
  init(
    _ condition: Condition, over table: Table, needing fields: [Columns.Field] = [], ends: [Columns.Field] = [], owners: [TableSchema] = [],
    in snapshot: Snapshot
  ) throws {
    clauses = try ClauseReader(dataset: snapshot).clauses(condition, over: table).map { clause in
      let verdicts = try clause.condition.verdicts(over: table, in: snapshot)
      return (clause.name, { verdicts[$0] == .unknown })
    }
    var needed: [(name: Bilingual, isMissing: (Int) -> Bool)] = []
    for owner in owners {
      let of = owner.name == Enterprise.schema.name ? try table.enterprises() : try table.projects()
      needed.append((Bilingual(zh: owner.chinese, en: owner.name), { of($0) == nil }))
    }
    func missing(_ field: Columns.Field) throws -> (name: Bilingual, isMissing: (Int) -> Bool) {
      let column = try table.column(field)
      return (Bilingual(zh: field.chinese, en: field.name), { column.isMissing($0) })
    }
    self.needed = needed + (try fields.map(missing))
    self.ends = try ends.map(missing)
  }

  init(_ adjustment: Adjustment, in snapshot: Snapshot) throws {
    let table = snapshot.table(adjustment.table)
    let dated = adjustment.counted?.onceEver ?? table.schema.dated.flatMap { table.schema.field($0) }
    // What is given back goes by the estate, whoever serves it.
    let owner = if case .offset = adjustment.amount { Project.schema } else { Enterprise.schema }
    try self.init(
      .all([adjustment.scope, adjustment.when]), over: table, needing: [dated].compactMap { $0 } + (adjustment.counted?.onceFor ?? []),
      owners: [owner], in: snapshot)
  }

  init(_ clock: ClockTightening, in snapshot: Snapshot) throws {
    // Without the day of acceptance no clock runs; without the end of a complaint that is over, nobody knows whether it was in time.
    let ends: [Columns.Field] =
      switch clock.deadline {
      case .assign: [Complaint.assignedAt]
      case .preliminary: [Complaint.preliminaryAt]
      case .close: [Complaint.basicallyClosedAt]
      }
    try self.init(clock.scope, over: snapshot.table(clock.table), needing: [Complaint.acceptedAt], ends: ends, in: snapshot)
  }

  init(_ job: JobTable, in snapshot: Snapshot) throws {
    try self.init(
      .all([job.scope, job.when]), over: snapshot.table(job.table), owners: [Enterprise.schema] + (job.kind.allowsProject ? [Project.schema] : []),
      in: snapshot)
  }

  /// The facts that a row lacks, each once.
  func names(_ row: Int) -> [Bilingual] {
    var seen = Set<String>()
    let names = (clauses.filter { $0.isUnknown(row) }.map(\.name) + needed.filter { $0.isMissing(row) }.map(\.name)).filter { seen.insert($0.en).inserted }
    return names.isEmpty ? ends.filter { $0.isMissing(row) }.map(\.name) : names
  }

  /// That a row cannot be judged, and which facts it lacks.
  func said(_ row: Int) -> Bilingual {
    let names = names(row)
    guard !names.isEmpty else { return Bilingual(zh: "缺少事实，无法判断", en: "a fact is missing: it cannot be judged") }
    return Bilingual(
      zh: "缺少事实，无法判断：\(names.map(\.zh).joined(separator: "、"))",
      en: "a fact is missing, it cannot be judged: \(names.map(\.en).joined(separator: ", "))")
  }
}

extension AdjustmentOutcome {
  /// The rows that could not be judged, each with the facts that it lacks.
  ///
  /// - Parameters:
  ///   - adjustment: the rule whose outcome it is.
  ///   - limit: how many rows are listed at most.
  /// - Throws: ``OfficeError``.
  public func unknownTable(
    of adjustment: Adjustment, in snapshot: Snapshot, limit: Int, say: (Bilingual) -> String = { $0.zh }
  ) throws(OfficeError) -> ResultTable {
    var out = ResultTable(columns: [
      .init("number", title: "编号"), .init("date", title: "日期"), .init("project", title: "项目"), .init("missing", title: "缺少的事实"),
    ])
    guard !unknownRows.isEmpty else { return out }
    do {
      let missing = try MissingFacts(adjustment, in: snapshot)
      for row in unknownRows.prefix(limit) {
        let fact = try EvidenceRow(Int(row), of: snapshot.table(table), in: snapshot)
        out.rows.append([
          fact.number, fact.date, fact.project, .text(missing.names(Int(row)).map(say).joined(separator: say(Bilingual(zh: "、", en: ", ")))),
        ])
      }
    } catch {
      throw OfficeError(error)
    }
    return out
  }
}
