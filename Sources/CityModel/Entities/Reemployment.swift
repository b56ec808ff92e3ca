public import Columns

/// How many of the 4050 group an enterprise employs (吸收“4050”人员), A10.
public enum Reemployment {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let countedOn = Field("counted_on", "统计日期", .day, "Day of the count", source: "A10", required: true)
  public static let persons = Field("persons", "人数", .integer, "Persons of the group", source: "A10", required: true)

  public static let schema = TableSchema(
    name: "reemployment", plural: "reemployments", chinese: "再就业吸纳", meaning: "Staff of the 4050 group at an enterprise",
    source: "A10", key: "number", dated: "counted_on",
    fields: [number, enterprise, county, countedOn, persons])
}
