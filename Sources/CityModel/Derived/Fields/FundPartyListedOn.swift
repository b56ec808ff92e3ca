internal import Columns

/// A14: 自列入之日起至移出名单期间
/// Reading 15: since the last of the entries, of any county, that are in effect. Parameters: none.
extension FundRequestColumns {
  static func listedOn(_ party: Field, _ requests: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
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
}
