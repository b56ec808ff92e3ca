internal import Columns

/// A11: 线索双向移送机制、处置反馈机制
/// Reading: days from the referral to the feedback, or to the day while there is none. Parameters: none.
enum ReferralWaiting {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    guard field.name == Referral.waiting.name else { throw Derivations.unknown(field, of: table) }
    let from = try table.column(Referral.referredOn), answered = try table.column(Referral.feedbackOn)
    let today = snapshot.day
    return Derivations.integers(table.count) { row in
      from.day(row).map { Int64((answered.day(row) ?? today).ordinal) - Int64($0.ordinal) }
    }
  }
}
