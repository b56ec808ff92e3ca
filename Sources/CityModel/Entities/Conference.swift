public import Columns

/// A joint conference (联席会议) of a county, or of the city, A3.
public enum Conference {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County; none for the city's own")
  public static let convenedOn = Field(
    "convened_on", "召开日期", .day, "Day on which it was held", source: "A3", required: true)
  public static let convener = Field("convener", "召集人职务", .text, "Office of the convener", source: "A3")
  public static let ledByLeader = Field(
    "led_by_leader", "分管领导召集", .flag, "The county leader in charge of property management convened it", source: "A3", required: true)
  public static let departments = Field(
    "departments", "参与部门", .text, "The departments that took part, separated by 、", required: true)
  public static let agenda = Field("agenda", "议题", .text, "What was on the agenda", source: "A3")
  public static let document = Field("document", "文号", .text, "Number of the document")

  public static let schema = TableSchema(
    name: "conference", plural: "conferences", chinese: "联席会议", meaning: "A joint conference", source: "A3",
    key: "number", dated: "convened_on",
    fields: [number, county, convenedOn, convener, ledByLeader, departments, agenda, document])
}
