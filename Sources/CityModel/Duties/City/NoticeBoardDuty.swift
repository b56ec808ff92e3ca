internal import Columns

/// A6: 如实公布并及时更新物业项目负责人姓名、联系方式、物业服务投诉电话、物业服务内容和标准、水电等收费项目和标准……电梯等公用设施维护保养情况等信息
/// Reading: the text sets no number of days; they run from the beginning of service at the estate; the accounts of common revenue have their own day. Parameters: `disclosure.postDays`.
extension DutyRequirement {
  static func noticeBoard(_ parameters: Parameters, on day: Day) throws(ParameterError) -> [DutyRequirement?] {
    let days = try parameters.read(DutyParameters.postDays, on: day)
    return ["manager and contact", "complaint phone", "service standard", "fee standard", "facility maintenance"].map { duty in
      .init(duty, .afterStart(days: days.value), from: days.reading.from, source: "A6")
    }
  }
}
