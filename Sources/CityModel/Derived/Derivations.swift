internal import Columns

/// The fields that are computed rather than stored: one file a table computes them.
enum Derivations {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch table.schema.name {
    case Project.schema.name: try ProjectColumns.column(field, of: table, in: snapshot)
    case Enterprise.schema.name: try EnterpriseColumns.column(field, of: table, in: snapshot)
    case Contract.schema.name: try ContractExpiry.column(field, of: table, in: snapshot)
    case Complaint.schema.name: try ComplaintColumns.column(field, of: table, in: snapshot)
    case FundAccount.schema.name: try AccountAvailable.column(field, of: table, in: snapshot)
    case FundRequest.schema.name: try FundRequestColumns.column(field, of: table, in: snapshot)
    case Manager.schema.name: try ManagerColumns.column(field, of: table, in: snapshot)
    case ChargingSurvey.schema.name: try ChargingShortfall.column(field, of: table, in: snapshot)
    case OwnerVote.schema.name: try VoteCarried.column(field, of: table, in: snapshot)
    case Referral.schema.name: try ReferralWaiting.column(field, of: table, in: snapshot)
    default: throw unknown(field, of: table)
    }
  }

  /// A field that says it is derived and that nobody derives.
  static func unknown(_ field: Field, of table: Table) -> ColumnError {
    ColumnError(.notLoaded, table: table.schema.plural, field: field.name)
  }

  /// A parameter as of the snapshot's day, for a column: without it the column cannot be had.
  static func parameter<Value>(
    _ key: ParameterKey<Value>, for field: Field, of table: Table, in snapshot: Snapshot
  ) throws(ColumnError) -> Value {
    do {
      return try snapshot.rulebook.parameters.value(key, on: snapshot.day)
    } catch {
      throw ColumnError(
        .sourceFailed, table: table.schema.plural, field: field.name, detail: error.message.en, underlying: error)
    }
  }

  /// A column of whole numbers from a function of the row; `nil` is missing.
  static func integers(_ count: Int, _ value: (Int) -> Int64?) -> Column {
    .int64(ColumnBuffer(count: count) { out in for row in 0..<count { out[row] = value(row) ?? Missing.int64 } })
  }

  static func flags(_ count: Int, _ value: (Int) -> Bool?) -> Column {
    .flags(
      ColumnBuffer(count: count) { out in
        for row in 0..<count { out[row] = value(row).map { Verdict($0).rawValue } ?? Verdict.unknown.rawValue }
      })
  }
}
