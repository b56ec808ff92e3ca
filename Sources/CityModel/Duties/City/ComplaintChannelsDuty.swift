internal import Columns

/// A13: 常态化公开投诉举报电话、邮箱和全省物业投诉举报受理转办系统二维码。
/// Reading: the text sets no number of days; they run from the beginning of service at the estate. Parameters: `disclosure.postDays`.
extension DutyRequirement {
  static func complaintChannels(_ parameters: Parameters, on day: Day) throws(ParameterError) -> [DutyRequirement?] {
    let days = try parameters.read(DutyParameters.postDays, on: day)
    return [.init("complaint channels", .afterStart(days: days.value), from: days.reading.from, source: "A13")]
  }
}
