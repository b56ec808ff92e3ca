internal import Columns

/// What is derived about a contract.
enum ContractColumns {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    guard field.name == Contract.expiresIn.name else { throw Derivations.unknown(field, of: table) }
    let until = try table.column(Contract.until), ended = try table.column(Contract.endedOn)
    let today = Int64(snapshot.day.ordinal)
    return Derivations.integers(table.count) { row in
      ended.day(row) == nil ? until.day(row).map { Int64($0.ordinal) - today } : nil
    }
  }
}
