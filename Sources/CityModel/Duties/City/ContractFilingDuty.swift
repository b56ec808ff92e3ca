internal import Columns

/// A2: 物业服务企业与委托方签订物业服务合同后，要按照要求向属地物业主管部门报备。
/// Reading: the text sets no number of days; they run from the signature. Parameters: `filing.contractDays`.
extension DutyRequirement {
  static func contractFiling(_ parameters: Parameters, on day: Day) throws(ParameterError) -> [DutyRequirement?] {
    let days = try parameters.read(CreditParameters.contractDays, on: day)
    return [.init("contract filing", .afterSignature(days: days.value), from: days.reading.from, source: "A2")]
  }
}
