internal import CityModel
public import Columns

/// How a district's candidates for the red list are narrowed and ordered, or whom it proposes for the black list (榜单标准).
///
/// Listing is the city's: for red a criterion never adds a candidate; for black it brings proposals, which the invariants judge.
public struct Criterion: Rule, Sendable {
  public enum List: String, Sendable, CaseIterable { case red, black }

  /// A field of the enterprise to order by.
  public struct Rank: Sendable, Hashable {
    public var field: Columns.Field
    public var descending: Bool
  }

  /// What candidates are told apart by, of whom only the best is kept.
  public enum Place: Sendable, Hashable {
    case field(Columns.Field)
    /// The street in which it serves the most households.
    case street
  }

  public var heading: Heading
  public var list: List
  /// Over enterprises.
  public var scope: Condition
  /// Red: one enterprise is kept for each of these.
  public var onePer: Place?
  public var rank: [Rank]
  /// Red: how long it holds for, where it is not every month.
  public var period: Job.Cycle?
  public var because: Template?
}
