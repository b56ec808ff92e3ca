public import CityModel
public import Columns

/// A district's amendment of a city procedure (程序): it may add needs, shorten times and insert checks, never loosen.
public struct ProcedureChange: Rule, Sendable {
  /// The most that may be paid.
  public enum Most: Sendable, Hashable {
    /// A share of the approved amount, in hundredths.
    case percent(Int)
    case amount(Money)
  }

  /// What changes at one step.
  public struct StepChange: Sendable, Hashable {
    public var step: String
    /// Documents that must be attached besides.
    public var alsoNeeds: [String] = []
    /// The step's time, in working days.
    public var withinWorkingDays: Int?
    /// The step whose officer must be another person.
    public var notSamePersonAs: String?
    public var atMost: Most?
    /// The step is refused for a case that meets this.
    public var refuseWhen: Condition?
    public var because: Template?

    /// The most that the step may ask for, approve, or have paid in all.
    public var atMostAmount: Money? { if case .amount(let most)? = atMost { most } else { nil } }
    /// The largest share that may be paid, in hundredths.
    public var atMostPercent: Int? { if case .percent(let share)? = atMost { share } else { nil } }
  }

  /// A check that is put in after a step.
  public struct Insertion: Sendable, Hashable {
    public var step: String
    public var after: String
    public var by: Division.Level
    public var withinWorkingDays: Int?
    public var needs: [String] = []
    public var notSamePersonAs: String?
  }

  public var heading: Heading
  /// `city/fund-emergency`.
  public var amends: String
  public var table: TableSchema
  public var scope: Condition
  public var changes: [StepChange]
  public var insertions: [Insertion]
}
