internal import Columns
internal import Synchronization

/// The duties of a snapshot as a table: computed when somebody first asks for one, its columns made when they are touched.
final class DutyTable: ColumnSource {
  private let link: SnapshotLink
  /// Requirements beside the city's.
  private let more: [DutyRequirement]
  private let known = Mutex<Result<ComputedDuties, ColumnError>?>(nil)

  init(_ link: SnapshotLink, adding more: [DutyRequirement]) {
    self.link = link
    self.more = more
  }

  func countRows(of table: Table) throws(ColumnError) -> Int { try computed(for: table).rows.count }

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    try computed(for: table).loadColumns(fields, of: table)
  }

  private func computed(for table: Table) throws(ColumnError) -> ComputedDuties {
    if let known = known.withLock({ $0 }) { return try known.get() }
    let result: Result<ComputedDuties, ColumnError>
    do throws(ColumnError) { result = .success(try compute(for: table)) } catch { result = .failure(error) }
    // Two threads may have computed them: the first stays.
    return try known.withLock { known in
      let first = known ?? result
      known = first
      return first
    }.get()
  }

  private func compute(for table: Table) throws(ColumnError) -> ComputedDuties {
    guard let snapshot = link.get() else { throw ColumnError(.notLoaded, table: table.schema.plural, field: table.schema.key) }
    let city: [DutyRequirement]
    do throws(ParameterError) {
      city = try DutyRequirement.city(snapshot.rulebook.parameters, on: snapshot.day)
    } catch {
      throw ColumnError(.sourceFailed, table: table.schema.plural, field: table.schema.key, detail: error.message.en, underlying: error)
    }
    let requirements = city + more
    return ComputedDuties(rows: try Duties.rows(snapshot, requirements), requirements: requirements)
  }
}

private struct ComputedDuties {
  let rows: [DutyRow]
  let requirements: [DutyRequirement]

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    var columns: [Column] = []
    for field in fields { columns.append(try column(table.schema.fields[field], of: table)) }
    return columns
  }

  private func column(_ field: Field, of table: Table) throws(ColumnError) -> Column {
    switch field.name {
    case Duty.number.name: texts { $0.number }
    case Duty.duty.name: words(Duty.kinds) { $0.duty }
    case Duty.project.name: .rows(ColumnBuffer(rows.map(\.project)))
    case Duty.enterprise.name: .rows(ColumnBuffer(rows.map(\.enterprise)))
    case Duty.county.name: .rows(ColumnBuffer(rows.map(\.county)))
    case Duty.coversFrom.name: days { $0.covers?.lowerBound }
    case Duty.coversUntil.name: days { $0.covers?.upperBound }
    case Duty.due.name: days { $0.due }
    case Duty.doneOn.name: days { $0.doneOn }
    case Duty.lateBy.name: .int64(ColumnBuffer(rows.map { Int64($0.lateBy) }))
    case Duty.state.name: words(Duty.states) { $0.state.rawValue }
    case Duty.requirement.name: texts { requirements[$0.requirement].source }
    default: throw Derivations.unknown(field, of: table)
    }
  }

  private func days(_ value: (DutyRow) -> Day?) -> Column {
    .int32(ColumnBuffer(rows.map { value($0)?.ordinal ?? Missing.int32 }))
  }

  private func words(_ enumeration: Enumeration, _ value: (DutyRow) -> String) -> Column {
    .codes(ColumnBuffer(rows.map { enumeration.code(value($0)) }), TextDictionary(enumeration.dictionary))
  }

  private func texts(_ value: (DutyRow) -> String) -> Column {
    var codes: [String: UInt32] = [:]
    var texts: [String] = []
    let column = rows.map { row in
      let text = value(row)
      if let code = codes[text] { return code }
      let code = UInt32(truncatingIfNeeded: texts.count)
      codes[text] = code
      texts.append(text)
      return code
    }
    return .codes(ColumnBuffer(column), TextDictionary(texts))
  }
}
