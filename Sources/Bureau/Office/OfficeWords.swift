public import CityModel
public import Columns
internal import DistrictRules
public import Register

/// The words that tables of an office hold, for the columns that hold them: programs read the first word of a pair, people the one of
/// their language.
public enum OfficeWords {
  /// Who made a rule.
  public static let layers = words("layer", ["city": "市级", "district": "县（区）"])
  /// What a line of `xize layers` is.
  public static let kinds = Enumeration(
    "kind", Declaration.Kind.allCases.map { .init($0.rawValue, CityVocabulary.chinese($0.rawValue)) } + [
      .init("item", "评分项"), .init("parameter", "参数"), .init("repeal", "废止"),
    ])
  public static let proposals = Enumeration(
    "proposal", Proposal.Kind.allCases.map { .init($0.rawValue, CityVocabulary.chinese($0.rawValue)) })
  public static let proposalStates = words(
    "proposal state", ["waiting": "待决定", "noticed": "已告知", "accepted": "已采纳", "declined": "不采纳", "withdrawn": "已撤回"])
  /// What a value of a parameter rests on.
  public static let marks = words("mark", ["law": "法律", "draft": "意见稿", "assumption": "建议值"])
  public static let jobStates = words(
    "job state",
    ["done": "已运行", "partly": "部分失败", "failed": "失败", "due": "应运行", "missed": "漏跑", "coming": "未到期", "skipped": "不补"])
  public static let effects = words("effect", ["recorded": "已记录", "already": "早已记录", "same": "结果相同", "amended": "已更新"])
  public static let clockSteps = Enumeration("step", ResponseClock.Step.allCases.map { .init($0.rawValue, $0.said.zh) })
  public static let levels = Division.levels
  public static let grades = Enumeration("grade", CreditGrade.allCases.map { .init($0.rawValue, $0.said.zh) })
  /// The lines of a score that are no items.
  public static let scoreLines = words("line", ["base": "基准", "district": "本县区"])
  /// The criteria of the two lists.
  public static let criteria = Enumeration(
    "criterion",
    [
      .init("red-grade", "信用等级"), .init("red-not-black", "不在黑榜"), .init("red-clean", "无一票否决和处罚"), .init("red-prompt", "无超期投诉"),
      .init("red-satisfaction", "满意度"), .init("red-complete", "备案公示齐全"), .init("red-no-open-order", "没有未完成的整改"),
      .init("black-grade-d", "D级"), .init("black-exit", "退出条件"), .init("black-refusals", "连续拒不整改"), .init("black-serious", "严重处罚"),
    ] + (1...6).map { .init("black-veto-v\($0)", "一票否决V\($0)") })
  /// The limbs of the exit test.
  public static let limbs = words("limb", ["complainants": "投诉人数", "refusal": "拒不整改", "satisfaction": "满意度"])
  /// What happened to a proposal, as the ledger writes it.
  public static let entries = words(
    "entry",
    [
      "proposal-noticed": "告知", "proposal-heard": "陈述申辩", "proposal-accepted": "采纳", "proposal-declined": "不采纳", "proposal-withdrawn": "撤回",
    ])
  /// Who acts where no officer does.
  public static let actors = words("actor", ["job": "定时任务", "import": "导入"])
  /// The figures that `xize why` explains.
  public static let figures = words(
    "figure",
    ["score": "得分", "red_list": "红榜", "black_list": "黑榜", "exit": "退出", "clock": "时限", "state": "状态", "turn": "办理进度"])

  private static let fundEntries = words(
    "fund entry",
    [
      "fund-submitted": "维修资金申请", "fund-confirmed": "维修资金审查", "fund-approved": "维修资金审批", "fund-refused": "不予批准",
      "fund-advanced": "预拨", "fund-settled": "结算拨付", "fund-substituted": "更换主体",
    ])

  /// What happened to a request, as the ledger writes it.
  static func fundEntry(_ kind: String, _ chinese: Bool) -> String {
    let cell = Cell(kind, of: fundEntries)
    return chinese ? cell.chinese : cell.plain
  }

  /// An attempt at a run.
  public static func attempt(_ kind: JobAttempt.Kind) -> Bilingual {
    switch kind {
    case .first: Bilingual(zh: "首次运行", en: "first")
    case .resume: Bilingual(zh: "续跑", en: "resume")
    case .rerun: Bilingual(zh: "重算", en: "rerun")
    }
  }

  /// What a proposal asks for: an advice, an addressee, a time from the decision on.
  static func term(_ key: String, _ text: String) -> Cell {
    switch key {
    case "advice": return Cell(text, of: SupervisionMeasure.advices)
    case "to":
      let known = [Division.levels, Departments.words].lazy.map { Cell(text, of: $0) }.first { $0 != .text(text) }
      return known ?? .word(text, chinese: CityVocabulary.chinese(text))
    case "due": return TimeSpan.said(text).map { .word(text, chinese: $0.chinese) } ?? .text(text)
    default: return .text(text)
    }
  }

  private static func words(_ name: String, _ pairs: KeyValuePairs<String, String>) -> Enumeration {
    Enumeration(name, pairs.map { .init($0.key, $0.value) })
  }
}

extension CreditGrade {
  /// As people say it.
  public var said: Bilingual { Bilingual(zh: self == .unrated ? "未评" : rawValue, en: rawValue) }
}
