public import LuaRuntime

/// Work that is done once a period: a function that looks and proposes.
public struct Job {
  public enum Cycle: String, Sendable, CaseIterable { case month, quarter, year }

  public var name: String
  public var title: String
  public var basis: Basis
  public var effective: Effective
  public var every: Cycle
  /// The working day after the period's end on which it runs.
  public var onWorkingDay: Int
  public var run: LuaFunction
}
