public import Columns

/// An enterprise's filing with a county (登记备案), A2.
public enum Filing {
  public static let statuses = Enumeration(
    "filing_status",
    [.init("submitted", "已提交"), .init("returned", "已退回"), .init("accepted", "已通过"), .init("withdrawn", "已撤回"), .init("cancelled", "已注销")])

  public static let number = Field("number", "编号", .text, "Filing number", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County of the filing", required: true)
  public static let status = Field("status", "状态", .enumeration(statuses), "Where the filing stands", source: "A2", required: true)
  public static let submittedOn = Field("submitted_on", "提交日期", .day, "Day of submission", required: true)
  public static let acceptedOn = Field("accepted_on", "通过日期", .day, "Day of acceptance")
  public static let endedOn = Field("ended_on", "终止日期", .day, "Day on which it was withdrawn or cancelled")

  public static let papers = Field(
    "papers", "提交资料", .text, "The papers handed in, separated by 、: licence, staff structure, certificates", source: "A2")

  public static let schema = TableSchema(
    name: "filing", plural: "filings", chinese: "备案", meaning: "An enterprise's filing with a county", source: "A2", key: "number", dated: "submitted_on",
    fields: [number, enterprise, county, status, submittedOn, acceptedOn, endedOn, papers])
}
