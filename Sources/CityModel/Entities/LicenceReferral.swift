public import Columns

/// A case passed to the approval authority for the business licence (推送行政审批部门), A11. The outcome is that authority's.
public enum LicenceReferral {
  public static let outcomes = Enumeration(
    "licence_outcome",
    [
      .init("pending", "待处理"), .init("revoked", "已吊销"), .init("deregistered", "已注销登记"), .init("not taken up", "不予处理"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let facts = Field(
    "facts", "事实", .text, "The facts, without names or numbers of persons", required: true)
  public static let referredOn = Field(
    "referred_on", "移送日期", .day, "Day of the referral", source: "A11", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document", required: true)
  public static let outcome = Field(
    "licence_outcome", "执照处理", .enumeration(outcomes), "What the authority did", source: "A11")
  public static let decidedOn = Field("decided_on", "决定日期", .day, "Day of that authority's decision", source: "A11")
  public static let publishedOn = Field(
    "published_on", "公布日期", .day, "Day on which the result was published", source: "A11")

  public static let schema = TableSchema(
    name: "licence_referral", plural: "licence_referrals", chinese: "执照移送", meaning: "A case passed on for the business licence",
    source: "A11", key: "number", dated: "referred_on",
    fields: [number, enterprise, county, facts, referredOn, document, outcome, decidedOn, publishedOn])
}
