public import Columns

/// A decision that an enterprise may take on no new estates (限制承接新项目), A11.
public enum Restriction {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County that decided it", required: true)
  public static let facts = Field(
    "facts", "事实", .text, "The facts, without names or numbers of persons", required: true)
  public static let noticedOn = Field("noticed_on", "告知日期", .day, "Day of the notice", source: "行政处罚法 44")
  public static let decidedOn = Field("decided_on", "决定日期", .day, "Day of the decision", source: "A11", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document", required: true)
  public static let expiresOn = Field("expires_on", "到期日期", .day, "Last day of the restriction")
  public static let notice = Field(
    "restriction_notice", "承接限制告知", .reference("restriction_notice"), "The notice that came before it", source: "行政处罚法 44")
  public static let removedOn = Field("removed_on", "移出日期", .day, "Day on which it was lifted")

  public static let schema = TableSchema(
    name: "restriction", plural: "restrictions", chinese: "承接限制", meaning: "A restriction on new estates",
    source: "A11", key: "number", dated: "decided_on",
    fields: [number, enterprise, county, facts, noticedOn, decidedOn, document, expiresOn, removedOn, notice])
}
