internal import Columns

/// A2: 项目负责人按要求到街道和社区报到，主动接受属地监督
/// Reading: 街道和社区 are two, each by itself; the text sets no number of days; they run from the beginning of service at the estate. Parameters: `filing.reportDays`.
extension DutyRequirement {
  static func reportingIn(_ parameters: Parameters, on day: Day) throws(ParameterError) -> [DutyRequirement?] {
    let days = try parameters.read(DutyParameters.reportDays, on: day)
    return ["reporting in to street", "reporting in to community"].map { duty in
      .init(duty, .afterStart(days: days.value), from: days.reading.from, source: "A2")
    }
  }
}
