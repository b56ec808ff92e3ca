internal import Columns

/// 民法典 278: 业主共同决定事项
/// Reading: the register holds the decision: of this estate, or of the building that bears the cost, on the use of the fund, no later than the request. Parameters: none.
extension FundInvariant {
  static let voteUnknown = FundInvariant(code: "vote-unknown", article: "Civil Code 278", zh: "业主决定须在台账：本项目、就使用维修资金",
    en: "the register holds that decision: of this estate, on the use of the fund"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.needsVote, attempt.fittingVotes.isEmpty else { return nil }
    let help = Bilingual(
      zh: "先用 xize do 记录表决 录入表决结果，或核对文号", en: "record the vote first: xize do record-vote; or check the number")
    guard let other = attempt.slice.votes.first else {
      return Refusal(
        "vote-unknown", article: "Civil Code 278", zh: "台账中没有本项目文号为 `\(attempt.voteDocument)` 的业主表决",
        en: "the register has no vote of this estate's owners under `\(attempt.voteDocument)`", help: help)
    }
    let matter = OwnerVote.matters.index(of: other.matter).map { OwnerVote.matters.values[$0].chinese } ?? other.matter
    return Refusal(
      "vote-unknown", article: "Civil Code 278",
      zh: "`\(attempt.voteDocument)` 不是本次使用的业主决定：\(other.votedOn) 就“\(matter)”表决\(other.building.map { "，限 \($0)" } ?? "")",
      en:
        "`\(attempt.voteDocument)` does not decide on this use: on \(other.votedOn) the owners\(other.building.map { " of \($0)" } ?? "") voted on `\(other.matter)`",
      help: help)
  }
}
