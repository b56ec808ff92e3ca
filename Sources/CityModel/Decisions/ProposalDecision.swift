public import Columns

/// What a command on a proposal brings about: the dates and rows that the register is to keep.
public struct ProposalEvent: Sendable, Hashable {
  /// A new entry of a list, which `decide listing` makes.
  public struct Listing: Sendable, Hashable {
    public var isBlack: Bool
    /// An entry of the other list that ends the same day.
    public var removes: String?
  }

  /// A new record of the credit file.
  public struct Record: Sendable, Hashable {
    /// `D15`, and `interview` or `circular`.
    public var item: String
    public var variant: String
  }

  public var state: ProposalCase.State
  public var day: Day
  /// Of a notice: the last day of the defence.
  public var defenceUntil: Day?
  public var listing: Listing?
  public var record: Record?
}

extension ProposalInvariant {
  /// Decides what a command brings about, or refuses with the clause.
  ///
  /// - Throws: ``Refusal``; also where the calendar lacks a year or a parameter a value.
  public static func decide(_ attempt: ProposalAttempt) throws(Refusal) -> ProposalEvent {
    if let refusal = refusal(attempt) { throw refusal }
    do throws(ParameterError) {
      return try event(attempt)
    } catch {
      throw Refusal(error)
    }
  }

  private static func event(_ attempt: ProposalAttempt) throws(ParameterError) -> ProposalEvent {
    let parameters = attempt.rulebook.parameters
    let day = attempt.day
    switch attempt.action {
    case .notice:
      let days = try parameters.value(ListParameters.noticeWorkdays, on: day)
      return ProposalEvent(
        state: .noticed, day: day, defenceUntil: try attempt.rulebook.calendar.adding(workingDays: days, to: day))
    case .decline: return ProposalEvent(state: .declined, day: day)
    case .accept: break
    }
    var event = ProposalEvent(state: .accepted, day: day)
    let proposal = attempt.proposal
    switch proposal.kind {
    case "black_list":
      event.listing = .init(isBlack: true, removes: attempt.slice.standing.first { !$0.isBlack }?.number)
    case "red_list": event.listing = .init(isBlack: false)
    case "interview", "circular": event.record = .init(item: "D15", variant: proposal.kind)
    default: break
    }
    return event
  }
}
