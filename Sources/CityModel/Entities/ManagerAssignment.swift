public import Columns

/// A manager's assignment to an estate: its filing and the reporting in (报到), A2.
public enum ManagerAssignment {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let manager = Field(
    "manager", "项目负责人", .reference("manager"), "The manager", source: "A2", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let startsOn = Field("starts_on", "起始日期", .day, "First day as its manager", required: true)
  public static let endedOn = Field("ended_on", "终止日期", .day, "Last day as its manager")
  public static let filedOn = Field(
    "filed_on", "备案日期", .day, "Day on which the county accepted the filing", source: "A2")
  public static let reportedToStreetOn = Field(
    "reported_to_street_on", "街道报到日期", .day, "Day of reporting in to the street", source: "A2")
  public static let reportedToCommunityOn = Field(
    "reported_to_community_on", "社区报到日期", .day, "Day of reporting in to the community", source: "A2")

  public static let schema = TableSchema(
    name: "manager_assignment", plural: "manager_assignments", chinese: "负责人任职", meaning: "A manager's assignment to an estate",
    source: "A2", key: "number", dated: "starts_on",
    fields: [number, manager, project, startsOn, endedOn, filedOn, reportedToStreetOn, reportedToCommunityOn])
}
