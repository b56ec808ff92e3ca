internal import Columns

/// 民法典 278: 业主共同决定事项，应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。
/// Reading: the decision has its majorities, by area and by head. Parameters: none.
extension FundInvariant {
  static let voteNotCarried = FundInvariant(code: "vote-not-carried", article: "Civil Code 278", zh: "业主决定须达到法定比例",
    en: "the decision has the majorities of the law"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.needsVote, let first = attempt.fittingVotes.first, attempt.decidingVote == nil else { return nil }
    return Refusal(
      "vote-not-carried", article: "Civil Code 278", zh: "\(first.votedOn) 的表决未达到法定比例",
      en: "the vote of \(first.votedOn) lacks the majorities of the law",
      help: Bilingual(
        zh: "须面积、人数均有三分之二以上参与，参与者过半数同意", en: "two thirds by area and by head take part, and more than half of them agree"))
  }
}
