internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: what an account holds is the balance that the bank confirmed less the payments out of it from that day on. Parameters: none.
enum AccountAvailable {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    guard field.name == FundAccount.available.name else { throw Derivations.unknown(field, of: table) }
    let balance = try table.column(FundAccount.balance), reconciled = try table.column(FundAccount.reconciledOn)
    let payments = snapshot.table(FundPayment.schema)
    let account = try payments.column(FundPayment.account), on = try payments.column(FundPayment.paidOn)
    let amount = try payments.column(FundPayment.amount)
    var paid: [Int: Int64] = [:]
    for row in 0..<payments.count {
      guard let at = account.reference(row), let day = on.day(row), reconciled.day(at).map({ $0 <= day }) ?? true else { continue }
      let (sum, overflow) = (paid[at] ?? 0).addingReportingOverflow(amount.integer(row) ?? 0)
      paid[at] = overflow ? .max : sum
    }
    return Derivations.integers(table.count) { row in
      guard let held = balance.integer(row) else { return nil }
      let (left, overflow) = held.subtractingReportingOverflow(paid[row] ?? 0)
      return overflow ? nil : left
    }
  }
}
