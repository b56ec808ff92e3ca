public import Columns

/// A member unit (成员单位) of a joint conference, or of a leading group, A1, A3, A15.
public enum MemberUnit {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County; none for the city's own")
  public static let name = Field("name", "名称", .text, "What records of meetings call it: 住建, 城管", source: "A3", required: true)
  public static let otherNames = Field(
    "other_names", "其他名称", .text, "What records may call it besides, separated by 、: 住建局、住房和城乡建设局", source: "A3")
  public static let leadingGroup = Field(
    "leading_group", "领导小组", .reference("leading_group"), "The leading group that it is a member of; none for the joint conference", source: "A15")
  public static let assignedDuty = Field("assigned_duty", "职能分工", .text, "What it is to do there", source: "A3")
  public static let startsOn = Field("starts_on", "起始日期", .day, "First day as a member", required: true)
  public static let endedOn = Field("ended_on", "终止日期", .day, "Last day as a member")

  public static let schema = TableSchema(
    name: "member_unit", plural: "member_units", chinese: "成员单位", meaning: "A member unit of a joint conference or a leading group",
    source: "A3", key: "number", dated: "starts_on",
    fields: [number, county, name, leadingGroup, assignedDuty, startsOn, endedOn, otherNames])
}
