public import Columns

/// A district's amendment of a city procedure: it may add needs and shorten times, never loosen.
public struct ProcedureChange: Sendable {
  /// What changes at one step.
  public struct StepChange: Sendable, Hashable {
    public var step: String
    /// A document that must be attached besides.
    public var alsoNeeds: [String]
    /// The step's time, in working days.
    public var withinWorkingDays: Int?
    /// The step whose officer must be another person.
    public var notSamePersonAs: String?
    /// The largest share that may be paid, in hundredths.
    public var atMostPercent: Int?
  }

  public var name: String
  public var title: String
  public var basis: Basis
  public var effective: Effective
  /// `city/fund-emergency`.
  public var amends: String
  public var table: TableSchema
  public var scope: Condition
  public var changes: [StepChange]
}
