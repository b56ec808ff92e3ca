internal import Columns

/// A10: 吸收“4050”人员参与物业管理服务
/// Reading: the text sets no share; the 4050 staff of all staff on the day. Parameters: `credit.G05.points`, `staff.share4050`.
enum ReemployedStaff: ItemRule {
  static let item = ScoreItem(
    code: "G05", chinese: "吸收4050人员", english: "employs the 4050 group", article: "A10", kind: .addition,
    level: .enterprise, isRecorded: false, variants: ["points"], hasCap: false)

  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let share = try facts.read(CreditParameters.share4050)
    let table = facts.snapshot.table(Enterprise.schema)
    try column { () throws(ColumnError) in
      let staff = try table.column(Enterprise.staff)
      let group = try table.column(Enterprise.staff4050)
      for row in 0..<table.count {
        guard let all = staff.integer(row), let some = group.integer(row), all > 0, some >= 0, some <= all,
          share.value.compare(some, of: all) >= 0
        else { continue }
        tally.add(
          item, enterprise: row, days: [facts.day], table: "enterprise", rows: [UInt32(truncatingIfNeeded: row)],
          readings: [share.reading])
      }
    }
  }
}
