internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: who is paid is named. Parameters: none.
extension FundInvariant {
  static let payeeMissing = FundInvariant(code: "payee-missing", article: "A14", zh: "付给谁须写明",
    en: "who is paid is named"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.payment != nil, (attempt.submission.user ?? "").isEmpty else { return nil }
    return Refusal(
      "payee-missing", article: "A14", zh: "没有写明使用企业，不知付给谁", en: "the enterprise that is paid is not named",
      help: Bilingual(
        zh: "先用 xize do fund substitute \(attempt.submission.number) --user 写明", en: "name it first: xize do fund substitute \(attempt.submission.number) --user"))
  }
}
