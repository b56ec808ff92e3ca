internal import Columns

/// The rows of duties as a table, its columns made when they are touched.
struct DutyTable: ColumnSource {
  let rows: [DutyRow]
  let requirements: [DutyRequirement]

  static func table(_ snapshot: Snapshot, adding more: [DutyRequirement]) -> Table {
    do throws(RuleError) {
      let city = try parameter { () throws(ParameterError) in
        try DutyRequirement.city(snapshot.rulebook.parameters, on: snapshot.day)
      }
      let requirements = city + more
      let rows = try CityModel.column { () throws(ColumnError) in try Duties.rows(snapshot, requirements) }
      return Table(Duty.schema, count: rows.count, source: DutyTable(rows: rows, requirements: requirements))
    } catch {
      return Table(Duty.schema, count: 0, source: FailedDuties(error: error))
    }
  }

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    var columns: [Column] = []
    for field in fields { columns.append(try column(table.schema.fields[field], of: table)) }
    return columns
  }

  private func column(_ field: Field, of table: Table) throws(ColumnError) -> Column {
    switch field.name {
    case Duty.number.name: texts { $0.duty + " " + $0.subject + " \($0.due)" + ($0.requirement == 0 ? "" : " \($0.requirement + 1)") }
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

/// Says why there are no duties to whoever reads one.
private struct FailedDuties: ColumnSource {
  let error: RuleError

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    if case .column(let error) = error { throw error }
    throw ColumnError(
      .sourceFailed, table: table.schema.plural, field: fields.first.map { table.schema.fields[$0].name } ?? "",
      detail: error.message.en, underlying: error)
  }
}
