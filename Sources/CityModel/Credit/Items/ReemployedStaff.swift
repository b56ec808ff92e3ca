internal import Columns

/// G05, A10: 吸收“4050”人员参与物业管理服务. The share of 4050 staff is at least that of the parameter.
enum ReemployedStaff: ScoreRule {
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
          "G05", enterprise: row, days: [facts.day], table: "enterprise", rows: [UInt32(truncatingIfNeeded: row)],
          readings: [share.reading])
      }
    }
  }
}
