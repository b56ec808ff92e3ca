public import Columns

extension DutyRequirement {
  /// What the city asks for, by the parameters of a day: A2 filings and reporting in, A6 disclosure and the accounts of common
  /// revenue, A13 the channels of complaint.
  public static func city(_ parameters: Parameters, on day: Day) throws(ParameterError) -> [DutyRequirement] {
    let perYear = try parameters.read(DutyParameters.commonRevenuePerYear, on: day)
    let revenueDue = try parameters.read(DutyParameters.commonRevenueDue, on: day)
    let contract = try parameters.read(CreditParameters.contractDays, on: day)
    let manager = try parameters.read(DutyParameters.managerDays, on: day)
    let report = try parameters.read(DutyParameters.reportDays, on: day)
    let post = try parameters.read(DutyParameters.postDays, on: day)
    var all: [DutyRequirement?] = [
      .init("enterprise filing", .afterStart(days: -1), from: contract.reading.from, source: "A2"),
      .init("contract filing", .afterSignature(days: contract.value), from: contract.reading.from, source: "A2"),
      .init("manager filing", .afterStart(days: manager.value), from: manager.reading.from, source: "A2"),
      .init("reporting in to street", .afterStart(days: report.value), from: report.reading.from, source: "A2"),
      .init("reporting in to community", .afterStart(days: report.value), from: report.reading.from, source: "A2"),
      .init(
        "common revenue accounts", .each(parts(of: perYear.value, due: revenueDue.value)),
        from: max(perYear.reading.from, revenueDue.reading.from), source: "A6"),
    ]
    for (duty, article) in [
      ("manager and contact", "A6"), ("complaint phone", "A6"), ("service standard", "A6"), ("fee standard", "A6"),
      ("facility maintenance", "A6"), ("complaint channels", "A13"),
    ] {
      all.append(.init(duty, .afterStart(days: post.value), from: post.reading.from, source: article))
    }
    return all.compactMap { $0 }
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
