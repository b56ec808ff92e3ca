internal import Columns

/// A13: 第一时间回应群众诉求，反馈处理结果。
/// Reading 9: a dated plan is a basic closure until its day; from the day after it is overdue unless something was done since, or the complainant was satisfied on that day or later. Parameters: none.
///
/// Complaints whose last disposition is a plan that the day has overtaken, by county and enterprise. What is dealt with again waits
/// under its own name.
public enum OverduePlans {
  public static let figure = Figure(
    name: "overdue-plans", title: Bilingual(zh: "到期未落实的处置方案", en: "overdue plans"), article: "A13", cycle: .day, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      CountyFirms.columns + [("plans", "件数"), ("oldest", "最早的解决期限"), ("longest", "最长超期天数")])
    let places = try Places(snapshot)
    let enterprises = try TableFacts(snapshot, Enterprise.schema), dispositions = try TableFacts(snapshot, Disposition.schema)
    let end = min(day.end.seconds, snapshot.cut.seconds)
    var last: [Int: (at: Int64, row: Int)] = [:]
    for row in 0..<dispositions.count {
      guard let complaint = dispositions.reference(Disposition.complaint, row), let at = dispositions.number(Disposition.recordedAt, row), at < end
      else { continue }
      if last[complaint].map({ $0.at <= at }) ?? true { last[complaint] = (at, row) }
    }
    var firms = CountyFirms()
    var complaints: [Int: Int] = [:]
    try column { () throws(ColumnError) in
      let table = snapshot.table(Complaint.schema)
      try table.load(Complaint.status, Complaint.revisitedAt, Complaint.satisfied, Complaint.enterprise)
      let county = try table.column(Complaint.county), enterprise = try table.column(Complaint.enterprise)
      let status = try table.column(Complaint.status), revisited = try table.column(Complaint.revisitedAt), satisfied = try table.column(Complaint.satisfied)
      for (complaint, plan) in last.sorted(by: { $0.value.row < $1.value.row }) {
        guard dispositions.text(Disposition.kind, plan.row) == "planned", let until = dispositions.day(Disposition.plannedUntil, plan.row), until < day,
          ["basically closed", "closed"].contains(status.text(complaint)), let place = county.reference(complaint)
        else { continue }
        // Satisfied before the day says nothing about the works that were promised by it.
        if satisfied.flag(complaint) == true, let asked = revisited.integer(complaint), asked >= until.start.seconds, asked < end { continue }
        complaints[plan.row] = complaint
        firms.add(plan.row, county: place, enterprise: enterprise.reference(complaint))
      }
    }
    firms.write(places: places, enterprises: enterprises, to: &sheet) { rows in
      let oldest = rows.compactMap { dispositions.day(Disposition.plannedUntil, $0) }.min()
      return (
        [.count(rows.count), .optional(oldest), .count(oldest?.days(to: day) ?? 0)],
        [Evidence(Disposition.schema, rows), Evidence(Complaint.schema, rows.compactMap { complaints[$0] })]
      )
    }
    return sheet.result
  }
}
