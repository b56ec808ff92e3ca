public import Columns

extension DutyRequirement {
  /// What the city asks for, by the parameters of a day: one file a sentence of the text.
  public static func city(_ parameters: Parameters, on day: Day) throws(ParameterError) -> [DutyRequirement] {
    var all = try enterpriseFiling(parameters, on: day)
    all += try contractFiling(parameters, on: day)
    all += try managerFiling(parameters, on: day)
    all += try reportingIn(parameters, on: day)
    all += try commonRevenue(parameters, on: day)
    all += try noticeBoard(parameters, on: day)
    all += try complaintChannels(parameters, on: day)
    return all.compactMap { $0 }
  }
}
