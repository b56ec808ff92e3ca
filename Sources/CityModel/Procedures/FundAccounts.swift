/// Which accounts bear a cost, and by what area (A14, Civil Code 283).
public enum FundAccounts {
  /// The accounts of the building where only its owners bear the cost and it has one, else those of the whole estate.
  ///
  /// An account's area is its building's; of one without a building what the estate has beyond the buildings with accounts of
  /// their own.
  ///
  /// - Parameters:
  ///   - building: code of the building; `nil` for the estate.
  ///   - accounts: all of the estate.
  ///   - buildings: at least those that the accounts name.
  public static func bearing(
    building: String?, of accounts: [CaseRow], buildings: [CaseRow], project: CaseRow?
  ) -> [(account: CaseRow, area: Int64?)] {
    let own = accounts.filter { building != nil && $0.text(FundAccount.building) == building }
    let common = building == nil ? accounts : accounts.filter { !$0.has(FundAccount.building) }
    let areas = Dictionary(buildings.map { ($0.key, $0.number(Building.area)) }) { first, _ in first }
    let apart = Set(accounts.compactMap { $0.text(FundAccount.building) }).sorted()
    var rest = project?.number(Project.area)
    for code in apart {
      guard let whole = rest, let part = areas[code] ?? nil else { continue }
      rest = max(0, whole.subtractingReportingOverflow(part).partialValue)
    }
    return (own.isEmpty ? common : own).map { account in
      (account, account.text(FundAccount.building).map { areas[$0] ?? nil } ?? rest)
    }
  }
}
