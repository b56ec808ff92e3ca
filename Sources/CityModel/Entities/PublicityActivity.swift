public import Columns

/// A publicity activity about the law of property management (舆论和政策引导), A18.
public enum PublicityActivity {
  public static let forms = Enumeration(
    "publicity_form",
    [
      .init("media", "媒体报道"), .init("estate event", "进小区"), .init("lecture", "讲座"), .init("online", "线上"),
      .init("other", "其他"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County; none for the city's")
  public static let activityOn = Field(
    "activity_on", "活动日期", .day, "Day of the activity", source: "A18", required: true)
  public static let form = Field(
    "publicity_form", "宣传形式", .enumeration(forms), "How it was done", source: "A18", required: true)
  public static let subject = Field("subject", "主题", .text, "What it was about", required: true)
  public static let responsible = Field(
    "responsible", "责任单位", .text, "The unit that carried it out", source: "A18", required: true)
  public static let reached = Field("reached", "受众人数", .integer, "Persons reached", source: "A18")

  public static let schema = TableSchema(
    name: "publicity_activity", plural: "publicity_activities", chinese: "宣传活动", meaning: "A publicity activity",
    source: "A18", key: "number", dated: "activity_on",
    fields: [number, county, activityOn, form, subject, responsible, reached])
}
