public import Columns

/// A14: 自列入之日起至移出名单期间
/// Reading 13: from the day of the decision to the day before the removal, or to the end of the longest term, when it stops by itself. Parameters: none.
public struct ListStanding: Sendable, Hashable {
  /// Row of the entry.
  public var row: Int
  /// Row of the enterprise.
  public var enterprise: Int
  /// Row of the county that listed it.
  public var county: UInt32
  public var isBlack: Bool
  public var decidedOn: Day
  public var removedOn: Day?
  public var maximumUntil: Day?

  /// 自列入之日起至移出名单期间 (A14): from the day of the decision to the day before the removal, or to the end of the longest
  /// period, after which publication stops by itself (NDRC Order 36).
  public func isInEffect(on day: Day) -> Bool {
    decidedOn <= day && (removedOn.map { day < $0 } ?? true) && (maximumUntil.map { day <= $0 } ?? true)
  }

  /// Every entry whose enterprise, list and day are known.
  static func entries(_ snapshot: Snapshot) throws(ColumnError) -> [ListStanding] {
    let table = snapshot.table(ListEntry.schema)
    try table.load(
      ListEntry.enterprise, ListEntry.county, ListEntry.list, ListEntry.decidedOn, ListEntry.removedOn,
      ListEntry.maximumUntil)
    let enterprise = try table.column(ListEntry.enterprise)
    let county = try table.references(ListEntry.county)
    let list = try table.codes(ListEntry.list)
    let decided = try table.column(ListEntry.decidedOn)
    let removed = try table.column(ListEntry.removedOn)
    let until = try table.column(ListEntry.maximumUntil)
    let black = ListEntry.kinds.code("black")
    let red = ListEntry.kinds.code("red")
    var result: [ListStanding] = []
    for row in 0..<table.count {
      guard let firm = enterprise.reference(row), let from = decided.day(row), list[row] == black || list[row] == red
      else { continue }
      result.append(
        ListStanding(
          row: row, enterprise: firm, county: county[row], isBlack: list[row] == black, decidedOn: from,
          removedOn: removed.day(row), maximumUntil: until.day(row)))
    }
    return result
  }
}
