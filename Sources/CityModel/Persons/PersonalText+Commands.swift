/// What the second flow may write down: texts of commands without telephone and identity numbers and e-mail addresses.
///
/// The ledger is only appended to, so they are taken out before anything is decided.

extension Bilingual {
  var withoutPersons: Bilingual { Bilingual(zh: PersonalText.recognised(zh), en: PersonalText.recognised(en)) }
}

extension CityCommand {
  /// The document, the basis and the papers; the values are read by ``CaseValue``, which does the same.
  var withoutPersons: CityCommand {
    var command = self
    command.document = document.map { PersonalText.recognised($0) }
    command.basis = basis.map { PersonalText.recognised($0) }
    command.attachments = attachments.map { PersonalText.recognised($0) }
    return command
  }
}

extension FundCommand {
  /// The document, the basis, the papers, the reason, the items and the document of the vote.
  public var withoutPersons: FundCommand {
    var command = self
    command.document = document.map { PersonalText.recognised($0) }
    command.basis = basis.map { PersonalText.recognised($0) }
    command.attachments = attachments.map { PersonalText.recognised($0) }
    switch action {
    case .refuse(let reason): command.action = .refuse(reason: PersonalText.recognised(reason))
    case .submit(var submission):
      submission.vote = submission.vote.map { PersonalText.recognised($0) }
      submission.items = submission.items.map { PersonalText.recognised($0) }
      command.action = .submit(submission)
    case .confirm, .approve, .advance, .balance, .substitute: break
    }
    return command
  }
}

extension CaseCommand {
  /// The document, the papers and the reason.
  public var withoutPersons: CaseCommand {
    var command = self
    command.document = document.map { PersonalText.recognised($0) }
    command.attachments = attachments.map { PersonalText.recognised($0) }
    command.reason = reason.map { PersonalText.recognised($0) }
    return command
  }
}

extension ProposalAction {
  /// The reason of who declines.
  public var withoutPersons: ProposalAction {
    if case .decline(let reason) = self { .decline(reason: PersonalText.recognised(reason)) } else { self }
  }
}
