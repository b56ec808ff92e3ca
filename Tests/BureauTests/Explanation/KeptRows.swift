import CityModel
import Columns
import Testing

/// A table of which only some rows say anything.
private struct KeptSource: ColumnSource {
  let original: Table
  let rows: Set<Int>

  func countRows(of table: Table) throws(ColumnError) -> Int { try original.counted() }

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    var columns: [Column] = []
    for field in fields { columns.append(try original.column(field).keeping(rows)) }
    return columns
  }
}

extension Snapshot {
  /// This snapshot in which only these rows say anything; the divisions, which everybody knows, stay.
  func keeping(_ rows: [String: Set<Int>]) -> Snapshot {
    let sources = CitySchema.storedTables.map { schema -> Source in
      let original = table(schema)
      guard schema.name != Division.schema.name else {
        return Source(schema, columns: MutatedSource(original: original, changed: [:]))
      }
      return Source(schema, columns: KeptSource(original: original, rows: rows[schema.name] ?? []))
    }
    return Snapshot(scope: scope, cut: cut, ledgerPosition: ledgerPosition, rulebook: rulebook, sources: sources)
  }

  /// The rows that evidence names, and those that they refer to, as far as the references go. A duty, which is no row of the
  /// register, stands for what its estate and its enterprise's filing there say.
  func named(_ evidence: [Evidence]) throws -> [String: Set<Int>] {
    var rows: [String: Set<Int>] = [:]
    var open = evidence.flatMap { one in one.rows.map { (one.table, Int($0)) } }
    while let (name, row) = open.popLast() {
      guard rows[name, default: []].insert(row).inserted else { continue }
      let schema = try #require(CitySchema.table(name))
      for field in schema.fields where !field.isDerived || name == Duty.schema.name {
        guard case .reference(let target) = field.type, let at = try table(schema).column(field.name).reference(row) else { continue }
        open.append((target, at))
      }
      guard name == Duty.schema.name else { continue }
      let duties = table(Duty.schema)
      for (schema, field) in [
        (Contract.schema, Duty.project), (ManagerAssignment.schema, Duty.project), (DisclosureItem.schema, Duty.project),
        (CommonRevenueStatement.schema, Duty.project), (Filing.schema, Duty.enterprise),
      ] {
        guard let subject = try duties.column(field).reference(row) else { continue }
        let of = try table(schema).column(field.name)
        for at in 0..<table(schema).count where of.reference(at) == subject { open.append((schema.name, at)) }
      }
    }
    rows[Duty.schema.name] = nil
    return rows
  }
}

extension Column {
  /// These rows as they are, nothing in the others.
  func keeping(_ rows: Set<Int>) -> Column {
    func only<T>(_ buffer: ColumnBuffer<T>, _ missing: T) -> ColumnBuffer<T> {
      ColumnBuffer((0..<buffer.count).map { rows.contains($0) ? buffer[$0] : missing })
    }
    return switch self {
    case .int64(let buffer): .int64(only(buffer, Missing.int64))
    case .int32(let buffer): .int32(only(buffer, Missing.int32))
    case .flags(let buffer): .flags(only(buffer, 1))
    case .codes(let buffer, let dictionary): .codes(only(buffer, Missing.code), dictionary)
    case .rows(let buffer): .rows(only(buffer, Missing.code))
    }
  }
}
