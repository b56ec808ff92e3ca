internal import Columns

/// 民法典 278: 业主共同决定事项，应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。
/// Reading: owners decide on the use of the fund, by a vote or a standing resolution; only an emergency goes without (民法典 281). Parameters: none.
extension FundInvariant {
  static let voteMissing = FundInvariant(code: "vote-missing", article: "Civil Code 278, 281", zh: "使用维修资金由业主共同决定，仅应急除外",
    en: "the owners decide on the use, except in an emergency"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.needsVote, attempt.voteDocument.isEmpty else { return nil }
    return Refusal(
      "vote-missing", article: "Civil Code 278, 281", zh: "使用维修资金须由业主共同决定，仅应急情形除外",
      en: "the owners decide on the use of the fund, except in an emergency",
      help: Bilingual(
        zh: "写明业主决定或授权决议的文号", en: "name the document of the owners' decision or of their standing resolution"))
  }
}
