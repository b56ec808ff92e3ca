internal import Columns

/// Clauses about the accounts that bear the cost.
enum FundAccountInvariants {
  /// What they hold is known.
  static func balanceKnown(_ attempt: FundAttempt) -> Refusal? {
    guard case .submit = attempt.command.action, attempt.slice.balance == nil else { return nil }
    return Refusal(
      "balance-unknown", article: "A14", zh: "台账中没有该项目的维修资金账户", en: "the register has no account of the estate",
      help: Bilingual(zh: "先用 xize do 开立账户 录入，或写明 --balance", en: "enter it first: xize do open-account; or give --balance"))
  }

  /// 按专有部分面积分摊: an approval is divided by area, so that each account's area is known.
  static func divisible(_ attempt: FundAttempt) -> Refusal? {
    guard case .approve = attempt.command.action, attempt.parts == nil else { return nil }
    let lacking = attempt.slice.accounts.filter { ($0.area ?? 0) <= 0 }.map(\.code)
    return Refusal(
      "account-area-missing", article: "Civil Code 283", zh: "账户 \(lacking.joined(separator: "、")) 的面积未知，无法分摊",
      en: "the area of \(lacking.joined(separator: ", ")) is not known: the cost cannot be divided",
      help: Bilingual(zh: "补全楼栋或项目的建筑面积", en: "complete the area of the building or of the estate"))
  }

  /// A payment comes out of the accounts by their shares, which together are enough for it.
  static func divided(_ attempt: FundAttempt) -> Refusal? {
    guard attempt.payment != nil, attempt.parts == nil else { return nil }
    return Refusal(
      "allocation-missing", article: "A14, Civil Code 283", zh: "费用尚未足额分摊到账户", en: "the cost is not divided over the accounts, or not all of it",
      help: Bilingual(
        zh: "先用 xize do 分摊费用 \(attempt.submission.number)", en: "divide it first: xize do allocate-cost \(attempt.submission.number)"))
  }

  /// No account falls below zero: what it lacks is a receivable from its owners.
  static func covered(_ attempt: FundAttempt) -> Refusal? {
    guard attempt.payment != nil, let parts = attempt.parts else { return nil }
    for part in parts {
      let held = attempt.slice.accounts.first { $0.code == part.account }?.available ?? .zero
      guard part.amount > held else { continue }
      return Refusal(
        "account-short", article: "A14", zh: "账户 `\(part.account)` 应付\(part.amount)元，只有\(held)元，差额为该账户业主的应收款",
        en: "the account `\(part.account)` is to pay \(part.amount) yuan and holds \(held): the rest is a receivable from its owners",
        help: Bilingual(zh: "续交到账并对账后再拨付", en: "pay once they have topped it up and the account is reconciled"))
    }
    return nil
  }

  /// Somebody is paid.
  static func payee(_ attempt: FundAttempt) -> Refusal? {
    guard attempt.payment != nil, (attempt.submission.user ?? "").isEmpty else { return nil }
    return Refusal(
      "payee-missing", article: "A14", zh: "没有写明使用企业，不知付给谁", en: "the enterprise that is paid is not named",
      help: Bilingual(
        zh: "先用 xize do fund substitute \(attempt.submission.number) --user 写明", en: "name it first: xize do fund substitute \(attempt.submission.number) --user"))
  }
}
