public import Columns

/// An enterprise's report of what it could not stop (劝阻和制止无效的，应及时报告), A12.
public enum FireReport {
  public static let kinds = Enumeration(
    "fire_report_kind",
    [
      .init("fire lane", "消防通道"), .init("blocked exit", "堵塞安全出口"), .init("illegal building", "违章搭建"),
      .init("flying wires", "飞线充电"), .init("other", "其他"),
    ])
  public static let receivers = Enumeration(
    "report_receiver",
    [
      .init("street", "街道（乡镇）"), .init("fire rescue", "消防救援机构"), .init("urban management", "城管"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let kind = Field(
    "report_kind", "报告事项", .enumeration(kinds), "What could not be stopped", source: "A12", required: true)
  public static let dissuadedOn = Field(
    "dissuaded_on", "劝阻日期", .day, "Day on which the enterprise tried to stop it", source: "A12")
  public static let emergency = Field("emergency", "紧急情况", .flag, "Danger left no time for dissuasion", source: "A12")
  public static let reportedOn = Field("reported_on", "报告日期", .day, "Day of the report", source: "A12", required: true)
  public static let reportedTo = Field(
    "reported_to", "报告对象", .enumeration(receivers), "Who was told", source: "A12", required: true)
  public static let enforcementAcceptedOn = Field(
    "enforcement_accepted_on", "执法受理日期", .day, "Day on which enforcement took it up", source: "A11")
  public static let referral = Field(
    "referral", "线索移送", .reference("referral"), "The referral it led to", source: "A11")
  public static let outcome = Field("outcome", "办理结果", .text, "What came of it")

  public static let schema = TableSchema(
    name: "fire_report", plural: "fire_reports", chinese: "劝阻报告", meaning: "An enterprise's report of what it could not stop",
    source: "A12", key: "number", dated: "reported_on",
    fields: [
      number, project, enterprise, kind, dissuadedOn, emergency, reportedOn, reportedTo, enforcementAcceptedOn,
      referral, outcome,
    ])
}
