/// An item of the credit score: what it decides, in whose article, and which parameters it reads.
public struct ScoreItem: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case deduction, addition
    /// Keeps the score within a limit: the additions' cap, the scale's ends.
    case limit
  }

  public enum Level: String, Sendable, Hashable {
    /// Conduct of the enterprise as a whole: counts in full.
    case enterprise
    /// Conduct on one estate: weighted by the estate's share of the enterprise's households.
    case project
  }

  /// `D10`.
  public var code: String
  public var chinese: String
  public var english: String
  /// `A8, A13`.
  public var article: String
  public var kind: Kind
  public var level: Level
  /// Entered by an officer as a credit record, rather than computed from the register.
  public var isRecorded: Bool
  /// The parameter names of the points of each case; the case of an item without variants is called `points`.
  public var variants: [String]
  public var hasCap: Bool

  /// The parameter that holds the points of a case.
  public func pointsKey(_ variant: String) -> ParameterKey<Points>? {
    ItemParameters.key("credit.\(code).\(variant)")
  }

  public var capKey: ParameterKey<Points>? { hasCap ? ItemParameters.key("credit.\(code).cap") : nil }

  /// The item of a code, or `nil`.
  public static func code(_ code: String) -> ScoreItem? { positions[code].map { all[$0] } }

  private static let positions = Dictionary(
    all.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// Where the item stands in the order of lines.
  var order: Int { ScoreItem.positions[code] ?? ScoreItem.all.count }
}

extension ScoreItem {
  static let additionsCap = ScoreItem(
    code: "L01", chinese: "加分封顶", english: "cap on all additions", article: "A7", kind: .limit, level: .enterprise,
    isRecorded: false, variants: [], hasCap: false)
  static let scaleEnds = ScoreItem(
    code: "L02", chinese: "分值上下限", english: "ends of the scale", article: "A7", kind: .limit, level: .enterprise,
    isRecorded: false, variants: [], hasCap: false)

  /// Every item, in the order of lines.
  public static let all: [ScoreItem] =
    [
      ScoreItem(
        code: "D01", chinese: "未备案提供服务", english: "serving without an accepted filing", article: "A2", kind: .deduction,
        level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D02", chinese: "合同逾期未报备", english: "contract not filed in time", article: "A2", kind: .deduction,
        level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D03", chinese: "项目负责人未备案或未报到", english: "manager not filed or not reported", article: "A2",
        kind: .deduction,
        level: .enterprise, isRecorded: true, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D04", chinese: "报备督促未整改", english: "unheeded urging about filing", article: "A2", kind: .deduction,
        level: .enterprise, isRecorded: false, variants: ["points"], hasCap: false),
      ScoreItem(
        code: "D05", chinese: "信息公示缺项或过期", english: "missing or outdated disclosure", article: "A6, A13",
        kind: .deduction,
        level: .project, isRecorded: true, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D06", chinese: "公共收益未按期公开", english: "common revenue not published in time", article: "A6",
        kind: .deduction,
        level: .project, isRecorded: true, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D07", chinese: "价格违法", english: "price violation decided by the market regulator", article: "A4",
        kind: .deduction,
        level: .enterprise, isRecorded: true, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D08", chinese: "因企业原因3小时无初步结果", english: "no preliminary result in three hours, the enterprise's fault",
        article: "A13", kind: .deduction,
        level: .project, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D09", chinese: "因企业原因3天未基本办结", english: "not basically closed in three days, the enterprise's fault",
        article: "A13", kind: .deduction,
        level: .project, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D10", chinese: "属实投诉", english: "substantiated complaints, per distinct complainant", article: "A8, A13",
        kind: .deduction,
        level: .project, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D11", chinese: "虚假办结", english: "false closure found at the revisit", article: "A13", kind: .deduction,
        level: .project, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D12", chinese: "不满意重新办理", english: "dissatisfied and dealt with again", article: "A13", kind: .deduction,
        level: .project, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D13", chinese: "客户满意度偏低", english: "low satisfaction", article: "A8, A9", kind: .deduction,
        level: .enterprise, isRecorded: false, variants: ["lowest", "low", "fair"], hasCap: true),
      ScoreItem(
        code: "D14", chinese: "拒不整改", english: "rectification refused", article: "A7, A8", kind: .deduction,
        level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D15", chinese: "约谈、通报", english: "interview or circular", article: "A7", kind: .deduction,
        level: .enterprise, isRecorded: true, variants: ["interview", "circular"], hasCap: true),
      ScoreItem(
        code: "D16", chinese: "消防通道违规未劝阻报告", english: "breach of fire lanes neither dissuaded nor reported",
        article: "A12", kind: .deduction,
        level: .project, isRecorded: true, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D17", chinese: "擅用共用部位或截留公共收益",
        english: "business on common parts without consent, or common revenue withheld", article: "A11",
        kind: .deduction,
        level: .project, isRecorded: true, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "D18", chinese: "行政处罚", english: "administrative penalty", article: "A11", kind: .deduction,
        level: .enterprise, isRecorded: true, variants: ["minor", "general", "serious"], hasCap: true),
      ScoreItem(
        code: "D19", chinese: "充电、阻车约定义务未履行",
        english: "duty in the contract about charging or lift blocking not performed", article: "A12", kind: .deduction,
        level: .project, isRecorded: true, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "B01", chinese: "黑榜在榜月份", english: "month on a black list", article: "A7", kind: .deduction,
        level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "G01", chinese: "表彰", english: "commendation", article: "A17", kind: .addition,
        level: .enterprise, isRecorded: true, variants: ["province", "city", "county"], hasCap: false),
      ScoreItem(
        code: "G02", chinese: "红榜在榜月份", english: "month on a red list", article: "A7", kind: .addition,
        level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "G03", chinese: "客户满意度高", english: "high satisfaction", article: "A8, A9", kind: .addition,
        level: .enterprise, isRecorded: false, variants: ["excellent", "good"], hasCap: false),
      ScoreItem(
        code: "G04", chinese: "接管无物业小区",
        english: "takes over an estate without service, or shares service among old estates", article: "A10",
        kind: .addition,
        level: .enterprise, isRecorded: true, variants: ["takeover", "shared"], hasCap: true),
      ScoreItem(
        code: "G05", chinese: "吸收4050人员", english: "employs the 4050 group", article: "A10", kind: .addition,
        level: .enterprise, isRecorded: false, variants: ["points"], hasCap: false),
      ScoreItem(
        code: "G06", chinese: "充电与电梯阻车全覆盖", english: "charging and lift blocking complete", article: "A12",
        kind: .addition,
        level: .enterprise, isRecorded: true, variants: ["points"], hasCap: false),
      ScoreItem(
        code: "G07", chinese: "季度无超期", english: "quarter without overdue complaints", article: "A13", kind: .addition,
        level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true),
      ScoreItem(
        code: "G08", chinese: "公共收益按季公开", english: "common revenue published quarterly", article: "A6", kind: .addition,
        level: .enterprise, isRecorded: true, variants: ["points"], hasCap: false),
    ] + [additionsCap, scaleEnds]
}
