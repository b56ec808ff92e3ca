public import CityModel
public import Columns
public import LuaRuntime

/// Work that is done once a period (任务): a function that looks and proposes, or a table that says for which rows what is proposed.
public struct Job: Rule {
  public enum Cycle: String, Sendable, CaseIterable {
    case day, month, quarter, year

    public var chinese: String {
      switch self {
      case .day: "每日"
      case .month: "每月"
      case .quarter: "每季度"
      case .year: "每年"
      }
    }
  }

  /// What happens to periods that were missed.
  public enum Missed: String, Sendable, CaseIterable {
    case runEach = "run each missed period"
    case runLatest = "run the latest only"
    case skip = "skip"

    public var chinese: String {
      switch self {
      case .runEach: "逐期补跑"
      case .runLatest: "只补最近一期"
      case .skip: "不补"
      }
    }
  }

  public enum Work {
    case function(LuaFunction)
    case table(JobTable)
  }

  public var heading: Heading
  public var every: Cycle
  /// The working day after the period's end on which it runs.
  public var onWorkingDay: Int
  public var missed: Missed
  public var work: Work
}

/// A job that needs no function: for each row that meets the conditions, one proposal.
public struct JobTable: Sendable, Hashable {
  public var table: TableSchema
  public var scope: Condition
  public var when: Condition
  public var kind: Proposal.Kind
  public var due: TimeSpan?
  /// To whom: `street`, `county`, or a department.
  public var to: String?
  /// What the owners are advised, a word of ``SupervisionMeasure/advices``.
  public var advice: String?
  /// One proposal for each subject in this time, with all its rows as evidence; without it, one for each row.
  public var oncePer: Job.Cycle?
  public var points: Points?
  public var item: ScoreItem?
  public var because: Template
}
