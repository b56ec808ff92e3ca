public import Columns

/// One row of the table of duties.
public struct DutyRow: Sendable, Hashable {
  /// A word of ``Duty/states``.
  public enum State: String, Sendable, Hashable {
    case doneInTime = "done in time"
    case doneLate = "done late"
    case notYetDue = "not yet due"
    case overdue
  }

  /// A word of ``Duty/kinds``.
  public var duty: String
  /// What it is about in a few characters: the estate's code, the contract's number, the enterprise and the county.
  public var subject: String
  public var project: UInt32
  public var enterprise: UInt32
  public var county: UInt32
  /// The part of the year that it is about; none for what is done once.
  public var covers: ClosedRange<Day>?
  public var due: Day
  public var doneOn: Day?
  /// The last day on which its lateness grows: the data cut's, or that of the service's end.
  public var last: Day
  /// Position of the requirement.
  public var requirement: Int
  /// The document of the district that asks for it beside the city; none for what the city asks for.
  public var beside: String?

  /// What identifies it: what is to be done, for whom, the day it falls due, and the district's document where that asks for it.
  public var number: String { "\(duty) \(subject) \(due)" + (beside.map { " \($0)" } ?? "") }

  func asked(by document: String) -> DutyRow {
    var row = self
    row.beside = document
    return row
  }

  public var state: State {
    if let doneOn { return doneOn <= due ? .doneInTime : .doneLate }
    return last <= due ? .notYetDue : .overdue
  }

  /// Calendar days; who never does it is later than who did it late.
  public var lateBy: Int { max(0, Int((doneOn ?? last).ordinal) - Int(due.ordinal)) }
}
