internal import Columns

/// What is derived about a fund request: its overrun, and who of it stands on a black list (A14).
enum FundRequestColumns {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch field.name {
    case FundRequest.overrun.name: try overrun(table)
    case FundRequest.overrunRatio.name: try overrunRatio(table)
    case FundRequest.applicantListed.name: try listed(FundRequest.applicant, table, snapshot)
    case FundRequest.userListed.name: try listed(FundRequest.user, table, snapshot)
    case FundRequest.applicantListedOn.name: try listedOn(FundRequest.applicant, table, snapshot)
    case FundRequest.userListedOn.name: try listedOn(FundRequest.user, table, snapshot)
    case FundRequest.substitute.name: try substitute(table, snapshot)
    default: throw Derivations.unknown(field, of: table)
    }
  }
}
