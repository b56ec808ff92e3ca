public import Columns

/// A quarterly or annual figure: a pure function of a snapshot and a day, with the rows that it rests on.
public struct Figure: Sendable {
  /// As the command line names it: `conferences`.
  public let name: String
  public let title: Bilingual
  /// The articles that ask for it: `A3`.
  public let article: String
  let compute: @Sendable (Snapshot, Day) throws(RuleError) -> FigureResult

  /// The figure as of a day, which should not be after the snapshot's.
  ///
  /// - Throws: ``RuleError`` when a column cannot be read or a parameter has no value on the day.
  public func result(_ snapshot: Snapshot, on day: Day) throws(RuleError) -> FigureResult { try compute(snapshot, day) }

  /// Every figure, in the order of the articles.
  public static let all: [Figure] = [
    StaffingGaps.figure, UnfiledList.figure, Conferences.figure, OpenDecisions.figure, OverPriceList.figure,
    TenderEligibility.figure, DisclosureCompleteness.figure, OverdueDuties.figure, ListPublications.figure,
    OwnersAdvice.figure, CommitteeCoverage.figure, ServiceCoverage.figure, JointEnforcements.figure, ReferralAgeing.figure,
    ChargingGaps.figure, LiftBlocking.figure, FundFreeze.figure, SuspectedDiversion.figure, LeadingGroups.figure,
    OpenTasks.figure, AwardEligibility.figure, CountyRanking.figure, PublicityCount.figure,
  ]

  /// By name, or by title in either language.
  public static func named(_ word: String) -> Figure? {
    all.first { $0.name == word || $0.title.zh == word || $0.title.en == word }
  }
}

/// A figure's rows, what each rests on, and the parameters that were read.
public struct FigureResult: Sendable {
  public var table: ResultTable
  /// For each row of the table.
  public var evidence: [[Evidence]]
  public var readings: [Reading]
}
