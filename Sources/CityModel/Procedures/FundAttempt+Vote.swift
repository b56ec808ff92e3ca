internal import Columns

extension FundAttempt {
  /// Only an emergency goes without the owners' decision (民法典 281).
  var needsVote: Bool { submission.kind != .emergency && !isRefusal }

  var voteDocument: String { CaseValue.trimmed(submission.vote ?? "") }

  /// What the command commits: asked for, or approved.
  var committed: Money? {
    switch command.action {
    case .submit(let submission): submission.amount
    case .approve(let amount): amount
    case .confirm, .refuse, .advance, .balance, .substitute: nil
    }
  }

  /// The votes of that document which decide on such a use, by the day of the submission.
  var fittingVotes: [FundSlice.Vote] {
    slice.votes.filter { vote in
      vote.matter == "fund use" && vote.votedOn <= began && (vote.building == nil || vote.building == submission.building)
    }
  }

  var decidingVote: FundSlice.Vote? { fittingVotes.first(where: \.isCarried) }
}
