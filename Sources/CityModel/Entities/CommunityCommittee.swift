public import Columns

/// A community's property-management committee (社区物业管理委员会), A1. It supervises; the project-level body that stands in for an
/// owners' committee is ``Committee``.
public enum CommunityCommittee {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let community = Field(
    "community", "社区", .reference("community"), "The community", source: "A1", required: true)
  public static let establishedOn = Field(
    "established_on", "成立日期", .day, "Day on which it was set up", source: "A1", required: true)
  public static let members = Field("members", "成员数", .integer, "Members")
  public static let endedOn = Field("ended_on", "终止日期", .day, "Day on which it was dissolved")

  public static let schema = TableSchema(
    name: "community_committee", plural: "community_committees", chinese: "社区物业管理委员会", meaning: "A community's property-management committee",
    source: "A1", key: "number", dated: "established_on",
    fields: [number, community, establishedOn, members, endedOn])
}
