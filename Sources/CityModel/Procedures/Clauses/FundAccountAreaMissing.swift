internal import Columns

/// 民法典 283: 按照业主专有部分面积所占比例确定
/// Reading: an approval is divided over the accounts by exclusive area, which is known of each. Parameters: none.
extension FundInvariant {
  static let accountAreaMissing = FundInvariant(code: "account-area-missing", article: "Civil Code 283", zh: "批准时按专有部分面积分摊",
    en: "an approval is divided by exclusive area"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard case .approve = attempt.command.action, attempt.parts == nil else { return nil }
    let lacking = attempt.slice.accounts.filter { ($0.area ?? 0) <= 0 }.map(\.code)
    return Refusal(
      "account-area-missing", article: "Civil Code 283", zh: "账户 \(lacking.joined(separator: "、")) 的面积未知，无法分摊",
      en: "the area of \(lacking.joined(separator: ", ")) is not known: the cost cannot be divided",
      help: Bilingual(zh: "补全楼栋或项目的建筑面积", en: "complete the area of the building or of the estate"))
  }
}
