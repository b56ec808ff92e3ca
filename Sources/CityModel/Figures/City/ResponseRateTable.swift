internal import Columns

/// A13: 30分钟责任到人，3小时联系相关物业服务企业拿出初步结果，3天内基本办结……发现虚假办结或处理结果不满意的应重新办理。
/// Reading 9, 12, 28: ``ResponseRates`` of the complaints accepted in the calendar year up to the day, by county, street and enterprise. Parameters: `sla.assign`, `sla.preliminary`, `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`.
///
/// The clocks bind the department; a line of an enterprise says how complaints about it were dealt with. The evidence are the
/// complaints that were not basically closed in time and those that were dealt with again.
public enum ResponseRateTable {
  public static let figure = Figure(
    name: "response-rates", title: Bilingual(zh: "三三三按时率", en: "rates of the 3-3-3 response"), article: "A13", cycle: .month,
    compute: compute)

  private struct Rows {
    var late: [Int] = [], rest: [Int] = []
    var redone = 0
  }

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("unit", "层级"), ("county", "县区"), ("name", "单位"), ("complaints", "受理"), ("assign_rate", "30分钟责任到人率"),
        ("preliminary_rate", "3小时初步结果率"), ("close_rate", "3天基本办结率"), ("redone", "重新办理"), ("redone_rate", "重办率"),
      ])
    for key in [ClockParameters.assign, ClockParameters.preliminary] { _ = try sheet.read(key) }
    _ = try sheet.read(ClockParameters.closeDays)
    _ = try sheet.read(ClockParameters.closeBasis)
    _ = try sheet.read(ClockParameters.rollHoliday)
    let places = try Places(snapshot)
    let enterprises = try TableFacts(snapshot, Enterprise.schema)
    let first = Day(year: day.year, month: 1, day: 1) ?? day
    for unit in ResponseRates.Unit.allCases {
      let rows = try rows(snapshot, unit, from: first, through: day)
      var rates: [Int: ResponseRates] = [:]
      for rate in try ResponseRates.compute(snapshot, by: unit, from: first, through: day) { rates[rate.row] = rate }
      let units: [(word: String, county: Cell, name: Cell, row: Int)] =
        switch unit {
        case .county: places.counties.map { ("县（区）", places.name($0), places.name($0), $0) }
        case .street: places.streets.map { ("街道（乡镇）", places.name($0.county), places.name($0.row), $0.row) }
        case .enterprise: rates.keys.sorted().map { ("企业", .empty, .optional(enterprises.text(Enterprise.name, $0)), $0) }
        }
      for (word, county, name, row) in units {
        guard let rate = rates[row] else { continue }
        let mine = rows[row] ?? Rows()
        sheet.add(
          [
            .text(word), county, name, .count(rate.complaints), rate.assign.rate, rate.preliminary.rate, rate.close.rate, .count(mine.redone),
            .ratio(Int64(mine.redone), of: Int64(rate.complaints)),
          ], Evidence(Complaint.schema, mine.late), counting: [Evidence(Complaint.schema, mine.rest)])
      }
    }
    return sheet.result
  }

  /// The complaints of the period by the row of their unit.
  private static func rows(
    _ snapshot: Snapshot, _ unit: ResponseRates.Unit, from first: Day, through last: Day
  ) throws(RuleError) -> [Int: Rows] {
    try column { () throws(ColumnError) in
      let table = snapshot.table(Complaint.schema)
      try table.load(Complaint.acceptedAt, Complaint.enterprise, Complaint.reworks)
      let field =
        switch unit {
        case .county: Complaint.county
        case .street: Complaint.street
        case .enterprise: Complaint.enterprise
        }
      let of = try table.references(field), accepted = try table.int64(Complaint.acceptedAt)
      let overdue = try table.flags(Complaint.overdue), reworks = try table.column(Complaint.reworks)
      let period = first.start.seconds..<last.end.seconds
      var rows: [Int: Rows] = [:]
      for row in 0..<table.count where of.base[row] != Missing.code && period.contains(accepted.base[row]) {
        let isRedone = (reworks.integer(row) ?? 0) > 0
        if isRedone { rows[Int(of.base[row]), default: Rows()].redone += 1 }
        if isRedone || overdue.base[row] == Verdict.yes.rawValue {
          rows[Int(of.base[row]), default: Rows()].late.append(row)
        } else {
          rows[Int(of.base[row]), default: Rows()].rest.append(row)
        }
      }
      return rows
    }
  }
}
