internal import Columns

/// A2: 按照要求向属地物业主管部门报备。……按要求到街道和社区报到 A6: 如实公布并及时更新……公共收益项目收支明细要每年公开一次。
/// Reading 23, 26: each duty falls due by the city's parameters, or by a stricter rule of the district beside them. Parameters: `filing.contractDays`, `filing.managerDays`, `filing.reportDays`, `disclosure.postDays`, `disclosure.commonRevenuePerYear`, `disclosure.commonRevenueDue`.
///
/// What fell due and is not done by the day, by county and duty: how many, how long the oldest is late, and how many breaches nobody has
/// determined, so that the credit file lacks them.
public enum OverdueDuties {
  public static let figure = Figure(
    name: "overdue-duties", title: Bilingual(zh: "逾期未办事项", en: "overdue duties"), article: "A2, A6", cycle: .month, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("duty", "应办事项"), ("due", "应办数"), ("in_time", "按期"), ("late", "逾期完成"), ("overdue", "逾期未完成"),
        ("longest", "最长逾期天数"), ("item", "评分项"), ("undetermined", "待认定"),
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
    let numbers = try column { () throws(ColumnError) in try duties.column(Duty.number) }
    let records = try entered(snapshot, day)
    for place in places.counties {
      for (code, kind) in Duty.kinds.values.enumerated() {
        let rows = (0..<duties.count).filter {
          county[$0] == UInt32(truncatingIfNeeded: place) && duty[$0] == UInt32(truncatingIfNeeded: code)
            && due.day($0).map { $0 < day } == true
        }
        guard !rows.isEmpty else { continue }
        let overdue = rows.filter { state.text($0) == DutyRow.State.overdue.rawValue }
        // An item of the board that was posted late is no longer missing.
        let item = DutyDetermination.item(kind.name)
        let breached = item == "D05" ? overdue : rows.filter { state.text($0) != DutyRow.State.doneInTime.rawValue }
        let known = breached.compactMap { row in numbers.text(row).flatMap { records[$0] } }
        sheet.add(
          [
            places.name(place), .text(kind.chinese), .count(rows.count),
            .count(rows.filter { state.text($0) == DutyRow.State.doneInTime.rawValue }.count),
            .count(rows.filter { state.text($0) == DutyRow.State.doneLate.rawValue }.count), .count(overdue.count),
            .integer(overdue.map { late[$0] }.max() ?? 0), .optional(item), item == nil ? .empty : .count(breached.count - known.count),
          ], Evidence(Duty.schema, overdue),
          counting: [
            Evidence(Duty.schema, rows.filter { state.text($0) != DutyRow.State.overdue.rawValue }),
            Evidence(CreditRecord.schema, item == nil ? [] : known.flatMap { $0 }),
          ])
      }
    }
    return sheet.result
  }

  /// The records that the credit file holds of a duty, by the duty's number.
  private static func entered(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> [String: [Int]] {
    let table = try TableFacts(snapshot, CreditRecord.schema)
    var rows: [String: [Int]] = [:]
    for row in 0..<table.count where table.day(CreditRecord.decidedOn, row).map({ $0 <= day }) == true {
      if let duty = table.text(CreditRecord.origin, row).flatMap(DutyDetermination.duty) { rows[duty, default: []].append(row) }
    }
    return rows
  }
}
