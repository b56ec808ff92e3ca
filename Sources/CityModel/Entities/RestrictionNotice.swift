public import Columns

/// The notice that comes before a restriction on new estates (承接限制告知), with the enterprise's defence, A11 and 行政处罚法 44, 45.
public enum RestrictionNotice {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County that proposes the restriction", required: true)
  public static let facts = Field("facts", "事实", .text, "The facts, without names or numbers of persons", required: true)
  public static let noticedOn = Field("noticed_on", "告知日期", .day, "Day of the notice", source: "行政处罚法 44", required: true)
  public static let document = Field("document", "文号", .text, "Number of the notice", required: true)
  public static let defenceUntil = Field("defence_until", "申辩截止日", .day, "Last day for statement and defence", source: "行政处罚法 45")
  public static let defence = Field("defence", "申辩内容", .text, "What the enterprise said")

  public static let schema = TableSchema(
    name: "restriction_notice", plural: "restriction_notices", chinese: "承接限制告知", meaning: "The notice of a restriction on new estates",
    source: "A11", key: "number", dated: "noticed_on",
    fields: [number, enterprise, county, facts, noticedOn, document, defenceUntil, defence])
}
