internal import Columns

/// Reading restrictions on new estates, A11.
enum Restrictions {
  static func isInForce(_ row: CaseRow, on day: Day) -> Bool {
    TenderStanding.isRestricted(
      decided: row.day(Restriction.decidedOn), removed: row.day(Restriction.removedOn), expires: row.day(Restriction.expiresOn), on: day)
  }
}
