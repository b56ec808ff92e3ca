public import CityModel
public import Columns
public import DistrictRules

/// Names what is missing in rows that an adjustment could not judge.
struct MissingFacts {
  private let enterprises: (Int) -> Int?
  private let clauses: [(name: Bilingual, isUnknown: (Int) -> Bool)]
  /// What counting rests on: the rule's date, and the fields of which agreeing rows count once.
  private let needed: [(field: Columns.Field, column: Column)]

  init(_ adjustment: Adjustment, in snapshot: Snapshot) throws {
    let table = snapshot.table(adjustment.table)
    enterprises = try table.enterprises()
    clauses = try ClauseReader(dataset: snapshot).clauses(.all([adjustment.scope, adjustment.when]), over: table).map { clause in
      let verdicts = try clause.condition.verdicts(over: table, in: snapshot)
      return (clause.name, { verdicts[$0] == .unknown })
    }
    let dated = adjustment.counted?.onceEver ?? table.schema.dated.flatMap { table.schema.field($0) }
    needed = try ([dated].compactMap { $0 } + (adjustment.counted?.onceFor ?? [])).map { (field: $0, column: try table.column($0)) }
  }

  /// The facts that a row lacks, each once.
  func names(_ row: Int) -> [Bilingual] {
    var names = clauses.filter { $0.isUnknown(row) }.map(\.name)
    if enterprises(row) == nil { names.append(Bilingual(zh: Enterprise.schema.chinese, en: Enterprise.schema.name)) }
    names += needed.filter { $0.column.isMissing(row) }.map { Bilingual(zh: $0.field.chinese, en: $0.field.name) }
    var seen = Set<String>()
    return names.filter { seen.insert($0.en).inserted }
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
