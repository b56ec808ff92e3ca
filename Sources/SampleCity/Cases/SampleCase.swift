public import Columns

/// An enterprise of the sample city whose facts were put together to sit on one side of one line of the rules.
///
/// The facts lie at fixed days from November 2025 to October 2026 and no chance touches them: every seed tells the same.
public struct SampleCase: Sendable {
  /// Its position in ``SampleCity/cases`` and, from 1, the serial in the code: `YYYY0002`.
  public var number: Int
  /// What it is about: `满二十一人且拒不整改`.
  public var chinese: String
  public var english: String
  public var uscc: String
  /// The county in which it works: `140403`.
  public var county: String
  /// What should come out, in words.
  public var expectedChinese: String
  public var expectedEnglish: String
  /// The same for a test.
  public var outcomes: [Outcome]
  /// The day on which it should come out; the last of September 2026 unless the case says otherwise.
  public var day: Day

  /// What a rule should find. Scores and the like are of ``SampleCase/day``.
  public enum Outcome: Sendable, Hashable {
    /// Distinct complainants with substantiated complaints in the year to the day, in ``SampleCase/county``.
    case complainants(Int)
    /// Satisfied and answered, of revisits and surveys in the year to the day.
    case satisfaction(satisfied: Int, answered: Int)
    /// Whether the threshold of article 8 is met.
    case exit(Bool)
    /// The veto that applies, `V3`.
    case veto(String)
    /// Whether it serves in a county without an accepted filing there on the day.
    case unfiled(Bool)
    /// Whether it is a candidate for the red list.
    case redCandidate(Bool)
    /// Whether the black list should be proposed.
    case blackCandidate(Bool)
    /// Whether an entry of the black list has effect on the day.
    case blackListed(Bool)
    /// The next step of that fund request, `submit`, `approve` or `pay`, is refused on the day, or goes through.
    case fund(request: String, step: String, refused: Bool)
    /// The city's score, as `89.5`.
    case score(String)
    /// Served less than three months.
    case unrated
    /// Months of the year to the day in which a black entry had effect on some day.
    case blackMonths(Int)
  }
}
