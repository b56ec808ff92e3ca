internal import Columns

/// A2: 按照要求向属地物业主管部门报备。……按要求到街道和社区报到 A6: 如实公布并及时更新……公共收益项目收支明细要每年公开一次。
/// Reading 23, 26: each duty falls due by the city's parameters, or by a stricter rule of the district beside them. Parameters: `filing.contractDays`, `filing.managerDays`, `filing.reportDays`, `disclosure.postDays`, `disclosure.commonRevenuePerYear`, `disclosure.commonRevenueDue`.
///
/// What fell due and is not done by the day, by county and duty: how many, and how long the oldest is late.
public enum OverdueDuties {
  public static let figure = Figure(
    name: "overdue-duties", title: Bilingual(zh: "逾期未办事项", en: "overdue duties"), article: "A2, A6", cycle: .month, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("duty", "应办事项"), ("due", "应办数"), ("in_time", "按期"), ("late", "逾期完成"), ("overdue", "逾期未完成"),
        ("longest", "最长逾期天数"),
      ])
    let places = try Places(snapshot)
    let duties = snapshot.table(Duty.schema)
    _ = try sheet.read(DutyParameters.commonRevenuePerYear)
    _ = try sheet.read(DutyParameters.commonRevenueDue)
    for key in [CreditParameters.contractDays, DutyParameters.managerDays, DutyParameters.reportDays, DutyParameters.postDays] { _ = try sheet.read(key) }
    let (duty, county, state, due, late) = try column { () throws(ColumnError) in
      (
        try duties.codes(Duty.duty), try duties.references(Duty.county), try duties.column(Duty.state), try duties.column(Duty.due),
        try duties.int64(Duty.lateBy)
      )
    }
    for place in places.counties {
      for (code, kind) in Duty.kinds.values.enumerated() {
        let rows = (0..<duties.count).filter {
          county[$0] == UInt32(truncatingIfNeeded: place) && duty[$0] == UInt32(truncatingIfNeeded: code)
            && due.day($0).map { $0 < day } == true
        }
        guard !rows.isEmpty else { continue }
        let overdue = rows.filter { state.text($0) == DutyRow.State.overdue.rawValue }
        sheet.add(
          [
            places.name(place), .text(kind.chinese), .count(rows.count),
            .count(rows.filter { state.text($0) == DutyRow.State.doneInTime.rawValue }.count),
            .count(rows.filter { state.text($0) == DutyRow.State.doneLate.rawValue }.count), .count(overdue.count),
            .integer(overdue.map { late[$0] }.max() ?? 0),
          ], Evidence(Duty.schema, overdue), counting: [Evidence(Duty.schema, rows.filter { state.text($0) != DutyRow.State.overdue.rawValue })])
      }
    }
    return sheet.result
  }
}
