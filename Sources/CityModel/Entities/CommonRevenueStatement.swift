public import Columns

/// A statement of an estate's common revenue (公共收益项目收支明细), A6, Civil Code 282.
public enum CommonRevenueStatement {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let enterprise = Field(
    "enterprise", "企业", .reference("enterprise"), "The enterprise, when it concerns one")
  public static let coversFrom = Field(
    "covers_from", "所属期起", .day, "First day of the period", source: "A6", required: true)
  public static let coversUntil = Field(
    "covers_until", "所属期止", .day, "Last day of the period", source: "A6", required: true)
  public static let income = Field(
    "income", "收入", .quantity(Money.type), "Income from the common parts", source: "Civil Code 282", required: true)
  public static let cost = Field(
    "cost", "支出", .quantity(Money.type), "Reasonable cost", source: "Civil Code 282", required: true)
  public static let surplus = Field(
    "surplus", "结余", .quantity(Money.type), "Income without cost: what belongs to the owners", source: "Civil Code 282", required: true)
  public static let publishedOn = Field(
    "published_on", "公布日期", .day, "Day of publication to the owners", source: "A6", required: true)

  public static let schema = TableSchema(
    name: "common_revenue_statement", plural: "common_revenue_statements", chinese: "公共收益明细", meaning: "A statement of an estate's common revenue",
    source: "A6", key: "number", dated: "published_on",
    fields: [number, project, enterprise, coversFrom, coversUntil, income, cost, surplus, publishedOn])
}
