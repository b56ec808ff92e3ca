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

  private static func overrun(_ requests: Table) throws(ColumnError) -> Column {
    let settled = try requests.column(FundRequest.settlement), approved = try requests.column(FundRequest.approved)
    return Derivations.integers(requests.count) { row in
      guard let settled = settled.integer(row), let approved = approved.integer(row) else { return nil }
      let (difference, overflow) = settled.subtractingReportingOverflow(approved)
      return overflow ? nil : difference
    }
  }

  /// Rounded up, so that the least overrun of a bound is above the bound: 110.001 % of 100 is more than 10 %.
  private static func overrunRatio(_ requests: Table) throws(ColumnError) -> Column {
    let overrun = try requests.int64(FundRequest.overrun)
    let approved = try requests.column(FundRequest.approved)
    return Derivations.integers(requests.count) { row in
      guard overrun.base[row] != Missing.int64, let whole = approved.integer(row), whole > 0 else { return nil }
      let (scaled, overflow) = overrun.base[row].multipliedReportingOverflow(by: 10_000)
      guard !overflow else { return nil }
      return scaled / whole + (scaled > 0 && scaled % whole != 0 ? 1 : 0)
    }
  }

  /// 自列入之日起至移出名单期间: by an entry of any county, because a black list reaches the whole city (reference §1.1, 15).
  private static func listed(_ party: Field, _ requests: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let today = snapshot.day
    let black = Set(try ListStanding.entries(snapshot).filter { $0.isBlack && $0.isInEffect(on: today) }.map(\.enterprise))
    let enterprise = try requests.column(party)
    // Nobody there is nobody listed: a request of the owners' committee has no applying enterprise.
    return Derivations.flags(requests.count) { row in enterprise.reference(row).map(black.contains) ?? false }
  }

  private static func listedOn(_ party: Field, _ requests: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let today = snapshot.day
    var since: [Int: Int32] = [:]
    for entry in try ListStanding.entries(snapshot) where entry.isBlack && entry.isInEffect(on: today) {
      since[entry.enterprise] = max(since[entry.enterprise] ?? .min, entry.decidedOn.ordinal)
    }
    let enterprise = try requests.column(party)
    return .int32(
      ColumnBuffer(count: requests.count) { out in
        for row in 0..<requests.count { out[row] = enterprise.reference(row).flatMap { since[$0] } ?? Missing.int32 }
      })
  }

  /// The owners' committee, or the interim committee in its place, where one is in office; the community may always (A14).
  private static func substitute(_ requests: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let committees = snapshot.table(Committee.schema)
    let project = try committees.column(Committee.project), kind = try committees.column(Committee.kind)
    let elected = try committees.column(Committee.electedOn), expires = try committees.column(Committee.expiresOn)
    let ended = try committees.column(Committee.endedOn)
    let today = snapshot.day
    var inOffice: [Int: String] = [:]
    for row in 0..<committees.count {
      guard let at = project.reference(row), let word = kind.text(row), let start = elected.day(row), start <= today,
        expires.day(row).map({ today <= $0 }) ?? true, ended.day(row).map({ today < $0 }) ?? true
      else { continue }
      if inOffice[at] == nil || word == "owners committee" { inOffice[at] = word }
    }
    let own = try requests.column(FundRequest.project)
    let kinds = FundRequest.applicantKinds
    return .codes(
      ColumnBuffer(count: requests.count) { out in
        for row in 0..<requests.count {
          out[row] = own.reference(row).map { kinds.code(inOffice[$0] ?? "community") } ?? Missing.code
        }
      }, TextDictionary(kinds.dictionary))
  }
}
