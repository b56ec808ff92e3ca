internal import Columns

/// A2: 凡在我市开展物业服务的企业应在开展服务前，向属地县（区）申请登记备案
/// Reading 23: once for an enterprise and a county, due on the day before its first service there; asked for since contracts are to be filed. Parameters: `filing.contractDays`.
extension DutyRequirement {
  static func enterpriseFiling(_ parameters: Parameters, on day: Day) throws(ParameterError) -> [DutyRequirement?] {
    let since = try parameters.read(CreditParameters.contractDays, on: day).reading.from
    return [.init("enterprise filing", .afterStart(days: -1), from: since, source: "A2")]
  }
}
