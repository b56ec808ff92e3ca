public import Columns

/// A county's award out of public funds for a commendation (财政资金奖励), A17.
public enum Award {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let commendation = Field(
    "commendation", "表彰", .reference("commendation"), "The commendation it rests on", source: "A17", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let amount = Field(
    "award_amount", "奖励金额", .quantity(Money.type), "What was granted", source: "A17", required: true)
  public static let grantedOn = Field("granted_on", "授予日期", .day, "Day of the grant", source: "A17", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document")

  public static let schema = TableSchema(
    name: "award", plural: "awards", chinese: "财政奖励", meaning: "A county's award out of public funds", source: "A17",
    key: "number", dated: "granted_on",
    fields: [number, commendation, county, amount, grantedOn, document])
}
