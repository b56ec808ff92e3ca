internal import Columns

/// A6: 公共收益项目收支明细要每年公开一次。
/// Reading 26: the calendar year, or so many equal parts of it, each due as long after its end as the due day is after the year's. Parameters: `disclosure.commonRevenuePerYear`, `disclosure.commonRevenueDue`.
extension DutyRequirement {
  static func commonRevenue(_ parameters: Parameters, on day: Day) throws(ParameterError) -> [DutyRequirement?] {
    let perYear = try parameters.read(DutyParameters.commonRevenuePerYear, on: day)
    let due = try parameters.read(DutyParameters.commonRevenueDue, on: day)
    return [
      .init(
        "common revenue accounts", .each(parts(of: perYear.value, due: due.value)), from: max(perYear.reading.from, due.reading.from),
        source: "A6")
    ]
  }

  /// The year in so many equal parts of whole months, each due as long after its end as `due` is after the year's.
  static func parts(of perYear: Int, due: MonthDay) -> [Period] {
    let count = [1, 2, 3, 4, 6, 12].contains(perYear) ? perYear : 1
    let months = 12 / count
    return (0..<count).compactMap { part in
      let first = part * months + 1
      let last = first + months - 1
      let dueMonth = (last + due.month - 1) % 12 + 1
      guard let from = MonthDay(month: first, day: 1),
        let until = MonthDay(month: last, day: Day.length(ofMonth: last, year: 2023)),
        let day = MonthDay(month: dueMonth, day: min(due.day, Day.length(ofMonth: dueMonth, year: 2023)))
      else { return nil }
      return Period(from: from, until: until, due: day)
    }
  }
}
