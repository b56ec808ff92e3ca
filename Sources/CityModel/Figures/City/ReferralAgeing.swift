internal import Columns

/// A11: 建立会商研判机制、线索双向移送机制、处置反馈机制
/// Reading: 双向 is in either direction; late after the agreed day, or after calendar days where none was agreed. Parameters: `referral.days`.
///
/// Referrals without feedback on the day, oldest first.
public enum ReferralAgeing {
  public static let figure = Figure(
    name: "referral-ageing", title: Bilingual(zh: "线索移送待反馈", en: "referrals without feedback"), article: "A11", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("number", "编号"), ("referred_by", "移送部门"), ("referred_to", "接收部门"), ("referred_on", "移送日期"),
        ("due", "应反馈日期"), ("waiting", "已历天数"), ("late_by", "逾期天数"),
      ])
    let days = try sheet.read(DutyParameters.referralDays)
    let places = try Places(snapshot)
    let table = try TableFacts(snapshot, Referral.schema)
    for row in 0..<table.count {
      guard let sent = table.day(Referral.referredOn, row), sent <= day, table.day(Referral.feedbackOn, row).map({ $0 > day }) ?? true
      else { continue }
      let due = table.day(Referral.due, row) ?? sent.adding(days: days)
      sheet.add(
        [
          places.name(table.reference(Referral.county, row)), .optional(table.text(Referral.number, row)),
          .optional(table.chinese(Referral.from, row)), .optional(table.chinese(Referral.to, row)), .day(sent), .day(due),
          .count(sent.days(to: day)), .count(max(0, due.days(to: day))),
        ], Evidence(Referral.schema, row: row))
    }
    sheet.sort { $0[6].order > $1[6].order }
    return sheet.result
  }
}
