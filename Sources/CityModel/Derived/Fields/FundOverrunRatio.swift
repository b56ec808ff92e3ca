internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading 28: the overrun as a share of what was approved, rounded up, so that the least overrun of a bound is above the bound. Parameters: none.
extension FundRequestColumns {
  static func overrunRatio(_ requests: Table) throws(ColumnError) -> Column {
    let overrun = try requests.int64(FundRequest.overrun)
    let approved = try requests.column(FundRequest.approved)
    return Derivations.integers(requests.count) { row in
      guard overrun.base[row] != Missing.int64, let whole = approved.integer(row), whole > 0 else { return nil }
      let (scaled, overflow) = overrun.base[row].multipliedReportingOverflow(by: 10_000)
      guard !overflow else { return nil }
      return scaled / whole + (scaled > 0 && scaled % whole != 0 ? 1 : 0)
    }
  }
}
