public import Columns

/// A price violation decided by the market regulator (价格违法行为), A4.
public enum PriceViolation {
  public static let kinds = Enumeration(
    "price_violation_kind",
    [
      .init("over guided price", "超出政府指导价"), .init("not marked", "未明码标价"), .init("promise broken", "不履行价格承诺"),
      .init("price fraud", "价格欺诈"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate, when it concerns one")
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let kind = Field(
    "violation", "违法行为", .enumeration(kinds), "What was violated", source: "A4", required: true)
  public static let decidedOn = Field("decided_on", "决定日期", .day, "Day of the decision", source: "A4", required: true)
  public static let penalty = Field("penalty", "罚款金额", .quantity(Money.type), "The fine")
  public static let document = Field("document", "文号", .text, "Number of the document", required: true)

  public static let schema = TableSchema(
    name: "price_violation", plural: "price_violations", chinese: "价格违法", meaning: "A price violation decided by the market regulator",
    source: "A4", key: "number", dated: "decided_on",
    fields: [number, enterprise, project, county, kind, decidedOn, penalty, document])
}
