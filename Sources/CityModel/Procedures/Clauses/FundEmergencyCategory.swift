internal import Columns

/// 民法典 281: 紧急情况下需要维修建筑物及其附属设施的，业主大会或者业主委员会可以依法申请使用建筑物及其附属设施的维修资金。
/// Reading: an emergency is one of the kinds that the ministry's notice (建办房〔2015〕52号) names. Parameters: none.
extension FundInvariant {
  static let emergencyCategory = FundInvariant(code: "emergency-category", article: "Civil Code 281", zh: "应急限于规定的情形",
    en: "an emergency is one of those that are known as such"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard case .submit(let submission) = attempt.command.action, submission.kind == .emergency else { return nil }
    guard let at = FundRequest.categories.index(of: submission.category),
      FundRequest.categories.values[at].name != "other"
    else {
      return Refusal(
        "emergency-category", article: "Civil Code 281", zh: "`\(submission.category)` 不属于应急维修情形（建办房〔2015〕52号）",
        en: "`\(submission.category)` is no emergency")
    }
    return nil
  }
}
