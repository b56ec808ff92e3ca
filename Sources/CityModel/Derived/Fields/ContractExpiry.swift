internal import Columns

/// A2: 落实合同和项目负责人备案制度
/// Reading: days to the agreed end of a contract that has not ended; below zero where it runs on (民法典 948). Parameters: none.
enum ContractExpiry {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    guard field.name == Contract.expiresIn.name else { throw Derivations.unknown(field, of: table) }
    let until = try table.column(Contract.until), ended = try table.column(Contract.endedOn)
    let today = Int64(snapshot.day.ordinal)
    return Derivations.integers(table.count) { row in
      ended.day(row) == nil ? until.day(row).map { Int64($0.ordinal) - today } : nil
    }
  }
}
