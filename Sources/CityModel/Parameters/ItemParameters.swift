/// Points and caps of the items of the credit score, all positive; the item says whether they are deducted or added.
public enum ItemParameters {
  public static let d01 = ParameterKey<Points>(
    "credit.D01.points", "未备案提供服务", "Points for each case of D01: serving without an accepted filing", unit: "points",
    source: "A2")
  public static let d01Cap = ParameterKey<Points>(
    "credit.D01.cap", "未备案提供服务上限", "Most that D01 can come to in a year", unit: "points", source: "A2")
  public static let d02 = ParameterKey<Points>(
    "credit.D02.points", "合同逾期未报备", "Points for each case of D02: contract not filed in time", unit: "points",
    source: "A2")
  public static let d02Cap = ParameterKey<Points>(
    "credit.D02.cap", "合同逾期未报备上限", "Most that D02 can come to in a year", unit: "points", source: "A2")
  public static let d03 = ParameterKey<Points>(
    "credit.D03.points", "项目负责人未备案或未报到", "Points for each case of D03: manager not filed or not reported",
    unit: "points", source: "A2")
  public static let d03Cap = ParameterKey<Points>(
    "credit.D03.cap", "项目负责人未备案或未报到上限", "Most that D03 can come to in a year", unit: "points", source: "A2")
  public static let d04 = ParameterKey<Points>(
    "credit.D04.points", "报备督促未整改", "Points for each case of D04: unheeded urging about filing", unit: "points",
    source: "A2")
  public static let d05 = ParameterKey<Points>(
    "credit.D05.points", "信息公示缺项或过期", "Points for each case of D05: missing or outdated disclosure", unit: "points",
    source: "A6, A13")
  public static let d05Cap = ParameterKey<Points>(
    "credit.D05.cap", "信息公示缺项或过期上限", "Most that D05 can come to in a year", unit: "points", source: "A6, A13")
  public static let d06 = ParameterKey<Points>(
    "credit.D06.points", "公共收益未按期公开", "Points for each case of D06: common revenue not published in time",
    unit: "points", source: "A6")
  public static let d06Cap = ParameterKey<Points>(
    "credit.D06.cap", "公共收益未按期公开上限", "Most that D06 can come to in a year", unit: "points", source: "A6")
  public static let d07 = ParameterKey<Points>(
    "credit.D07.points", "价格违法", "Points for each case of D07: price violation decided by the market regulator",
    unit: "points", source: "A4")
  public static let d07Cap = ParameterKey<Points>(
    "credit.D07.cap", "价格违法上限", "Most that D07 can come to in a year", unit: "points", source: "A4")
  public static let d08 = ParameterKey<Points>(
    "credit.D08.points", "因企业原因3小时无初步结果",
    "Points for each case of D08: no preliminary result in three hours, the enterprise's fault", unit: "points",
    source: "A13")
  public static let d08Cap = ParameterKey<Points>(
    "credit.D08.cap", "因企业原因3小时无初步结果上限", "Most that D08 can come to in a year", unit: "points", source: "A13")
  public static let d09 = ParameterKey<Points>(
    "credit.D09.points", "因企业原因3天未基本办结",
    "Points for each case of D09: not basically closed in three days, the enterprise's fault", unit: "points",
    source: "A13")
  public static let d09Cap = ParameterKey<Points>(
    "credit.D09.cap", "因企业原因3天未基本办结上限", "Most that D09 can come to in a year", unit: "points", source: "A13")
  public static let d10 = ParameterKey<Points>(
    "credit.D10.points", "属实投诉", "Points for each case of D10: substantiated complaints, per distinct complainant",
    unit: "points", source: "A8, A13")
  public static let d10Cap = ParameterKey<Points>(
    "credit.D10.cap", "属实投诉上限", "Most that D10 can come to in a year", unit: "points", source: "A8, A13")
  public static let d11 = ParameterKey<Points>(
    "credit.D11.points", "虚假办结", "Points for each case of D11: false closure found at the revisit", unit: "points",
    source: "A13")
  public static let d11Cap = ParameterKey<Points>(
    "credit.D11.cap", "虚假办结上限", "Most that D11 can come to in a year", unit: "points", source: "A13")
  public static let d12 = ParameterKey<Points>(
    "credit.D12.points", "不满意重新办理", "Points for each case of D12: dissatisfied and dealt with again", unit: "points",
    source: "A13")
  public static let d12Cap = ParameterKey<Points>(
    "credit.D12.cap", "不满意重新办理上限", "Most that D12 can come to in a year", unit: "points", source: "A13")
  public static let d13Lowest = ParameterKey<Points>(
    "credit.D13.lowest", "客户满意度偏低：最低", "Points for each case of D13: low satisfaction (lowest)", unit: "points",
    source: "A8, A9")
  public static let d13Low = ParameterKey<Points>(
    "credit.D13.low", "客户满意度偏低：低", "Points for each case of D13: low satisfaction (low)", unit: "points",
    source: "A8, A9")
  public static let d13Fair = ParameterKey<Points>(
    "credit.D13.fair", "客户满意度偏低：较低", "Points for each case of D13: low satisfaction (fair)", unit: "points",
    source: "A8, A9")
  public static let d13Cap = ParameterKey<Points>(
    "credit.D13.cap", "客户满意度偏低上限", "Most that D13 can come to in a year", unit: "points", source: "A8, A9")
  public static let d14 = ParameterKey<Points>(
    "credit.D14.points", "拒不整改", "Points for each case of D14: rectification refused", unit: "points", source: "A7, A8")
  public static let d14Cap = ParameterKey<Points>(
    "credit.D14.cap", "拒不整改上限", "Most that D14 can come to in a year", unit: "points", source: "A7, A8")
  public static let d15Interview = ParameterKey<Points>(
    "credit.D15.interview", "约谈、通报：约谈", "Points for each case of D15: interview or circular (interview)",
    unit: "points", source: "A7")
  public static let d15Circular = ParameterKey<Points>(
    "credit.D15.circular", "约谈、通报：通报", "Points for each case of D15: interview or circular (circular)",
    unit: "points", source: "A7")
  public static let d15Cap = ParameterKey<Points>(
    "credit.D15.cap", "约谈、通报上限", "Most that D15 can come to in a year", unit: "points", source: "A7")
  public static let d16 = ParameterKey<Points>(
    "credit.D16.points", "消防通道违规未劝阻报告",
    "Points for each case of D16: breach of fire lanes neither dissuaded nor reported", unit: "points", source: "A12")
  public static let d16Cap = ParameterKey<Points>(
    "credit.D16.cap", "消防通道违规未劝阻报告上限", "Most that D16 can come to in a year", unit: "points", source: "A12")
  public static let d17 = ParameterKey<Points>(
    "credit.D17.points", "擅用共用部位或截留公共收益",
    "Points for each case of D17: business on common parts without consent, or common revenue withheld", unit: "points",
    source: "A11")
  public static let d17Cap = ParameterKey<Points>(
    "credit.D17.cap", "擅用共用部位或截留公共收益上限", "Most that D17 can come to in a year", unit: "points", source: "A11")
  public static let d18Minor = ParameterKey<Points>(
    "credit.D18.minor", "行政处罚：轻微", "Points for each case of D18: administrative penalty (minor)", unit: "points",
    source: "A11")
  public static let d18General = ParameterKey<Points>(
    "credit.D18.general", "行政处罚：一般", "Points for each case of D18: administrative penalty (general)",
    unit: "points", source: "A11")
  public static let d18Serious = ParameterKey<Points>(
    "credit.D18.serious", "行政处罚：严重", "Points for each case of D18: administrative penalty (serious)",
    unit: "points", source: "A11")
  public static let d18Cap = ParameterKey<Points>(
    "credit.D18.cap", "行政处罚上限", "Most that D18 can come to in a year", unit: "points", source: "A11")
  public static let d19 = ParameterKey<Points>(
    "credit.D19.points", "充电、阻车约定义务未履行",
    "Points for each case of D19: duty in the contract about charging or lift blocking not performed", unit: "points",
    source: "A12")
  public static let d19Cap = ParameterKey<Points>(
    "credit.D19.cap", "充电、阻车约定义务未履行上限", "Most that D19 can come to in a year", unit: "points", source: "A12")
  public static let b01 = ParameterKey<Points>(
    "credit.B01.points", "黑榜在榜月份", "Points for each case of B01: month on a black list", unit: "points", source: "A7")
  public static let b01Cap = ParameterKey<Points>(
    "credit.B01.cap", "黑榜在榜月份上限", "Most that B01 can come to in a year", unit: "points", source: "A7")
  public static let g01Province = ParameterKey<Points>(
    "credit.G01.province", "表彰：省级", "Points for each case of G01: commendation (province)", unit: "points",
    source: "A17")
  public static let g01City = ParameterKey<Points>(
    "credit.G01.city", "表彰：市级", "Points for each case of G01: commendation (city)", unit: "points", source: "A17")
  public static let g01County = ParameterKey<Points>(
    "credit.G01.county", "表彰：县（区）级", "Points for each case of G01: commendation (county)", unit: "points",
    source: "A17")
  public static let g02 = ParameterKey<Points>(
    "credit.G02.points", "红榜在榜月份", "Points for each case of G02: month on a red list", unit: "points", source: "A7")
  public static let g02Cap = ParameterKey<Points>(
    "credit.G02.cap", "红榜在榜月份上限", "Most that G02 can come to in a year", unit: "points", source: "A7")
  public static let g03Excellent = ParameterKey<Points>(
    "credit.G03.excellent", "客户满意度高：优", "Points for each case of G03: high satisfaction (excellent)",
    unit: "points", source: "A8, A9")
  public static let g03Good = ParameterKey<Points>(
    "credit.G03.good", "客户满意度高：良", "Points for each case of G03: high satisfaction (good)", unit: "points",
    source: "A8, A9")
  public static let g04Takeover = ParameterKey<Points>(
    "credit.G04.takeover", "接管无物业小区：接管",
    "Points for each case of G04: takes over an estate without service, or shares service among old estates (takeover)",
    unit: "points", source: "A10")
  public static let g04Shared = ParameterKey<Points>(
    "credit.G04.shared", "接管无物业小区：共享服务",
    "Points for each case of G04: takes over an estate without service, or shares service among old estates (shared)",
    unit: "points", source: "A10")
  public static let g04Cap = ParameterKey<Points>(
    "credit.G04.cap", "接管无物业小区上限", "Most that G04 can come to in a year", unit: "points", source: "A10")
  public static let g05 = ParameterKey<Points>(
    "credit.G05.points", "吸收4050人员", "Points for each case of G05: employs the 4050 group", unit: "points",
    source: "A10")
  public static let g06 = ParameterKey<Points>(
    "credit.G06.points", "充电与电梯阻车全覆盖", "Points for each case of G06: charging and lift blocking complete",
    unit: "points", source: "A12")
  public static let g07 = ParameterKey<Points>(
    "credit.G07.points", "季度无超期", "Points for each case of G07: quarter without overdue complaints", unit: "points",
    source: "A13")
  public static let g07Cap = ParameterKey<Points>(
    "credit.G07.cap", "季度无超期上限", "Most that G07 can come to in a year", unit: "points", source: "A13")
  public static let g08 = ParameterKey<Points>(
    "credit.G08.points", "公共收益按季公开", "Points for each case of G08: common revenue published quarterly", unit: "points",
    source: "A6")

  /// The key of a name, or `nil`.
  static func key(_ name: String) -> ParameterKey<Points>? { keys[name] }

  private static let keys = Dictionary(everyKey.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  static var all: [ParameterDescription] { everyKey.map(\.description) }

  private static let everyKey = [
    d01, d01Cap, d02, d02Cap, d03, d03Cap, d04, d05, d05Cap, d06, d06Cap, d07, d07Cap, d08, d08Cap, d09, d09Cap,
    d10, d10Cap, d11, d11Cap, d12, d12Cap, d13Lowest, d13Low, d13Fair, d13Cap, d14, d14Cap, d15Interview,
    d15Circular, d15Cap, d16, d16Cap, d17, d17Cap, d18Minor, d18General, d18Serious, d18Cap, d19, d19Cap, b01,
    b01Cap, g01Province, g01City, g01County, g02, g02Cap, g03Excellent, g03Good, g04Takeover, g04Shared, g04Cap,
    g05, g06, g07, g07Cap, g08,
  ]
}
