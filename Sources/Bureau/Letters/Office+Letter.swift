public import CityModel
internal import Columns
internal import Register

extension Office {
  /// What an official letter says about a proposal, a listing, a measure, an order, a restriction or an exit; nothing is written.
  ///
  /// - Throws: ``OfficeError``: `unknown-subject`, `letter-kind` where the case is of another sort, `not-decided`,
  ///   `calendar-year-missing` where a last day would have to be guessed.
  public func letter(_ request: LetterRequest) throws(OfficeError) -> LetterFacts {
    do {
      let desk = LetterDesk(self, request, try LetterClauses())
      if let number = Int64(request.subject) ?? Office.proposalNumber(request.subject) {
        return try desk.proposal(number).published
      }
      // The case of a proposal: the run has kept its reasons one by one.
      if let number = ProposalCase.number(ofListing: request.subject), try register.proposalCase(number)?.isListing == true {
        return try desk.proposal(number).published
      }
      return try desk.record().published
    } catch {
      throw OfficeError(error)
    }
  }
}

extension LetterFacts {
  /// Without telephone and identity numbers, whoever wrote them into a reason or a defence (PIPL 25).
  var published: LetterFacts {
    func clean(_ text: String) -> String { PersonalText.published(text) }
    var facts = self
    for at in facts.reasons.indices {
      let said = facts.reasons[at].sentence
      facts.reasons[at].sentence = Bilingual(zh: clean(LetterFacts.sentence(said.zh)), en: clean(LetterFacts.sentence(said.en)))
    }
    for at in facts.evidence.indices { facts.evidence[at].keys = facts.evidence[at].keys.map { PersonalText.namesPerson($0) ? clean($0) : $0 } }
    facts.defence = defence.map { clean(LetterFacts.sentence($0)) }
    facts.declinedBecause = declinedBecause.map { clean(LetterFacts.sentence($0)) }
    // The room of an office is no person's.
    facts.place = place.map { PersonalText.recognised($0) }
    facts.meeting = meeting.map { PersonalText.recognised($0) }
    return facts
  }

  /// Without its full stop, which the letter sets.
  private static func sentence(_ text: String) -> String {
    var text = text
    while let last = text.last, "。；.; ".contains(last) { text.removeLast() }
    return text
  }
}
