public import Columns

/// A county's campaign for order in the service market (市场秩序整治), A6.
public enum Campaign {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let title = Field("title", "标题", .text, "What it is called", source: "A6", required: true)
  public static let startsOn = Field("starts_on", "起始日期", .day, "First day", required: true)
  public static let endedOn = Field("ended_on", "终止日期", .day, "Last day")
  public static let inspected = Field("inspected_projects", "检查项目数", .integer, "Estates inspected", source: "A6")
  public static let problems = Field("problems", "问题数", .integer, "Problems found", source: "A6")
  public static let penalties = Field("penalties", "查处数", .integer, "Cases that were punished", source: "A6")

  public static let schema = TableSchema(
    name: "campaign", plural: "campaigns", chinese: "整治行动", meaning: "A campaign for order in the service market",
    source: "A6", key: "number", dated: "starts_on",
    fields: [number, county, title, startsOn, endedOn, inspected, problems, penalties])
}
