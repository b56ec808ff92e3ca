internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: an overrun is what was settled beyond what was approved. Parameters: none.
extension FundRequestColumns {
  static func overrun(_ requests: Table) throws(ColumnError) -> Column {
    let settled = try requests.column(FundRequest.settlement), approved = try requests.column(FundRequest.approved)
    return Derivations.integers(requests.count) { row in
      guard let settled = settled.integer(row), let approved = approved.integer(row) else { return nil }
      let (difference, overflow) = settled.subtractingReportingOverflow(approved)
      return overflow ? nil : difference
    }
  }
}
