public import Columns

/// A rectification order (整改通知) and, where it came to that, the determination of refusal, A7, A8.
public enum RectificationOrder {
  public static let number = Field("number", "编号", .text, "Number of the order", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate, when it concerns one")
  public static let county = Field("county", "县区", .reference("division"), "County that issued it", required: true)
  public static let issuedOn = Field("issued_on", "下达日期", .day, "Day of issue", required: true)
  public static let deadline = Field("deadline", "期限", .day, "Last day to rectify", required: true)
  public static let rectifiedOn = Field("rectified_on", "整改完成日期", .day, "Day on which the rectification was accepted")
  public static let remindedOn = Field("reminded_on", "催告日期", .day, "Day of the written reminder", source: "A8")
  public static let refusedOn = Field("refused_on", "拒不整改认定日期", .day, "Day on which the county determined a refusal", source: "A8")

  public static let schema = TableSchema(
    name: "order", plural: "orders", chinese: "整改通知", meaning: "A rectification order", source: "A8", key: "number", dated: "issued_on",
    fields: [number, enterprise, project, county, issuedOn, deadline, rectifiedOn, remindedOn, refusedOn])
}
