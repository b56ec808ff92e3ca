internal import Columns

/// A14: 对纳入“黑榜”的物业服务企业，自列入之日起至移出名单期间，严禁作为维修资金申请、使用的主体。
/// Reading 15, 18: by an entry of any county; where no enterprise applies, nobody is listed. Parameters: none.
extension FundRequestColumns {
  static func listed(_ party: Field, _ requests: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    let today = snapshot.day
    let black = Set(try ListStanding.entries(snapshot).filter { $0.isBlack && $0.isInEffect(on: today) }.map(\.enterprise))
    let enterprise = try requests.column(party)
    // Nobody there is nobody listed: a request of the owners' committee has no applying enterprise.
    return Derivations.flags(requests.count) { row in enterprise.reference(row).map(black.contains) ?? false }
  }
}
