public import Columns

/// A recorded fact of the credit file (信用档案): an item of the score, its decision and its document, A7.
public enum CreditRecord {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate, when it concerns one")
  public static let county = Field("county", "县区", .reference("division"), "County that decided it", required: true)
  public static let item = Field("item", "评分项", .text, "Item of the score: D05, V1, G01; county: a deduction in the county's own column", source: "A7", required: true)
  public static let variant = Field("variant", "情形", .text, "Which of the item's cases: interview, circular; minor, general, serious; city, county; of a county's deduction its points: 2.5")
  public static let decidedOn = Field("decided_on", "决定日期", .day, "Day of the decision; the record is valid for twelve months from it", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document", required: true)
  public static let origin = Field("origin", "事实来源", .text, "The row that the fact was recorded with: its table and key", source: "A7")

  public static let schema = TableSchema(
    name: "credit_record", plural: "credit_records", chinese: "信用记录", meaning: "A recorded fact of the credit file", source: "A7", key: "number", dated: "decided_on",
    fields: [number, enterprise, project, county, item, variant, decidedOn, document, origin])
}

extension CreditRecord {
  /// The item of a deduction that a county's officer decided: it counts in the county's own column, never in the city's score.
  public static let countyItem = "county"

  /// The points of such a record, above 0, exact to the thousandth; `nil` where its case is no such figure.
  public static func countyPoints(_ variant: String?) -> Points? {
    variant.flatMap { Points($0) }.flatMap { $0 > .zero ? $0 : nil }
  }
}
