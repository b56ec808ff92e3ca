public import Columns

/// A supervisory inspection (督导检查) and its follow-up, A1, A7.
public enum Inspection {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let authority = Field(
    "authority", "管理机构", .reference("authority"), "The authority that inspected", source: "A1")
  public static let county = Field("county", "县区", .reference("division"), "County that was inspected", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate, when it concerns one")
  public static let enterprise = Field(
    "enterprise", "企业", .reference("enterprise"), "The enterprise, when it concerns one")
  public static let inspectedOn = Field(
    "inspected_on", "检查日期", .day, "Day of the inspection", source: "A1", required: true)
  public static let subject = Field("subject", "主题", .text, "What was inspected", required: true)
  public static let problems = Field("problems", "问题数", .integer, "Problems found")
  public static let findings = Field(
    "inspection_findings", "检查发现", .text, "What was found, without names or numbers of persons", source: "A1, A11")
  public static let order = Field(
    "order", "整改通知", .reference("order"), "The rectification order that followed, when one did", source: "A8")
  public static let followedUpOn = Field("followed_up_on", "复查日期", .day, "Day of the follow-up", source: "A1")
  public static let resolved = Field(
    "resolved", "已整改", .flag, "The follow-up found the problems resolved", source: "A7")

  public static let schema = TableSchema(
    name: "inspection", plural: "inspections", chinese: "督导检查", meaning: "A supervisory inspection and its follow-up",
    source: "A1", key: "number", dated: "inspected_on",
    fields: [
      number, authority, county, project, enterprise, inspectedOn, subject, problems, order, followedUpOn, resolved, findings,
    ])
}
