internal import Columns

/// A2: 落实合同和项目负责人备案制度
/// Reading: the text sets no number of days; they run from the beginning of service at the estate. Parameters: `filing.managerDays`.
extension DutyRequirement {
  static func managerFiling(_ parameters: Parameters, on day: Day) throws(ParameterError) -> [DutyRequirement?] {
    let days = try parameters.read(DutyParameters.managerDays, on: day)
    return [.init("manager filing", .afterStart(days: days.value), from: days.reading.from, source: "A2")]
  }
}
