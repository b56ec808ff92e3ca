public import CityModel
public import Columns

/// What a stricter deadline makes of a snapshot: when each row is due, and where it stands at the data cut.
public struct DeadlineOutcome: Sendable {
  public struct Row: Sendable, Hashable {
    public var row: UInt32
    /// By the stricter rule; never later than ``cityDue``.
    public var due: Moment
    public var cityDue: Moment?
    public var state: ResponseClock.State
    public var cityState: ResponseClock.State
    /// When somebody is told, and whether that moment has come while the duty was not done.
    public var alertAt: Moment?
    public var isAlerted: Bool
  }

  public var name: String
  public var title: String
  public var basis: Basis
  public var table: TableSchema
  /// Who is told.
  public var alertTo: Division.Level?
  /// In the order of rows.
  public var rows: [Row] = []
  /// Rows that could not be judged because a fact is missing.
  public var unknownRows: [UInt32] = []

  public func count(_ state: ResponseClock.State) -> Int { rows.count { $0.state == state } }

  /// Rows that are late by the stricter rule and not by the city's.
  public var newlyLate: [Row] {
    rows.filter { ($0.state == .late || $0.state == .overdue) && !($0.cityState == .late || $0.cityState == .overdue) }
  }

  /// Rows of which somebody is to be told at the data cut.
  public var alerts: [Row] { rows.filter(\.isAlerted) }
}
