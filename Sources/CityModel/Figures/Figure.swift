public import Columns

/// A figure that the text asks for, daily to yearly: a pure function of a snapshot and a day, with the rows that it rests on.
public struct Figure: Sendable {
  public enum Cycle: String, Sendable, Hashable, CaseIterable {
    case day, month, quarter, year

    public var words: Bilingual {
      switch self {
      case .day: Bilingual(zh: "日", en: "day")
      case .month: Bilingual(zh: "月", en: "month")
      case .quarter: Bilingual(zh: "季", en: "quarter")
      case .year: Bilingual(zh: "年", en: "year")
      }
    }
  }

  /// As the command line names it: `conferences`.
  public let name: String
  public let title: Bilingual
  /// The articles that ask for it: `A3`.
  public let article: String
  /// How often the office looks at it.
  public let cycle: Cycle
  let compute: @Sendable (Snapshot, Day) throws(RuleError) -> FigureResult

  /// The figure as of a day, which should not be after the snapshot's.
  ///
  /// - Throws: ``RuleError`` when a column cannot be read or a parameter has no value on the day.
  public func result(_ snapshot: Snapshot, on day: Day) throws(RuleError) -> FigureResult { try compute(snapshot, day) }

  /// Every figure, in the order of the articles.
  public static let all: [Figure] = [
    StaffingGaps.figure, CommunityWork.figure, InspectionResults.figure, UnfiledList.figure, RegistryDifferences.figure, Trainings.figure, Conferences.figure,
    OpenDecisions.figure, MemberUnits.figure, OverPriceList.figure,
    PriceLevels.figure, TenderEligibility.figure, TenderDirectory.figure, DisclosureCompleteness.figure, OverdueDuties.figure,
    ListMovement.figure, ListPublications.figure, ListDeadlines.figure, SupervisionClasses.figure, OwnersAdvice.figure, ExitWatch.figure, ExitCases.figure,
    CommitteeCoverage.figure, PoorService.figure, ServiceCoverage.figure, ServiceProgress.figure, JointEnforcements.figure,
    ReferralAgeing.figure, FireSafety.figure, ChargingGaps.figure, LiftBlocking.figure, ResponseRateTable.figure, OverdueComplaints.figure, OverduePlans.figure, RevisitLedger.figure,
    FundLedger.figure, FundPublication.figure, FundFreeze.figure, SuspectedDiversion.figure, LeadingGroups.figure,
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
  /// For each row of the table, the rows that it points at.
  public var evidence: [[Evidence]]
  /// For each row of the table, what else it is worked out from: rows that are counted, and in which there is nothing to look into.
  public var counted: [[Evidence]]
  public var readings: [Reading]

  /// Everything that a row of the table rests on (DESIGN D9).
  public func basis(_ line: Int) -> [Evidence] { evidence[line] + counted[line] }
}
