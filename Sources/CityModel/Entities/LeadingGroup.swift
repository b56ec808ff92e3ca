public import Columns

/// A leading group for property management (物业管理工作领导小组), A15.
public enum LeadingGroup {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let level = Field(
    "level", "层级", .enumeration(Division.levels), "City or county", source: "A1", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County; none for the city's")
  public static let leader = Field("leader", "组长职务", .text, "Office of the leader", source: "A15", required: true)
  public static let ledByDeputy = Field(
    "led_by_deputy", "分管领导任组长", .flag, "The government leader in charge heads it", source: "A15", required: true)
  public static let members = Field("members", "成员数", .integer, "Members")
  public static let establishedOn = Field(
    "established_on", "成立日期", .day, "Day on which it was set up", source: "A15", required: true)
  public static let endedOn = Field("ended_on", "终止日期", .day, "Day on which it ended")
  public static let document = Field("document", "文号", .text, "Number of the document")

  public static let schema = TableSchema(
    name: "leading_group", plural: "leading_groups", chinese: "领导小组", meaning: "A leading group for property management",
    source: "A15", key: "number", dated: "established_on",
    fields: [number, level, county, leader, ledByDeputy, members, establishedOn, endedOn, document])
}
