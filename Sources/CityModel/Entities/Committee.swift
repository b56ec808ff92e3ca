public import Columns

/// An estate's owners' committee, or the interim committee in its place (业主委员会、物管会), A8, A9.
public enum Committee {
  public static let kinds = Enumeration(
    "committee_kind",
    [
      .init("owners committee", "业主委员会"), .init("interim committee", "物管会"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let kind = Field(
    "committee_kind", "组织类型", .enumeration(kinds), "Owners' committee, or the interim committee in its place", source: "A9", required: true)
  public static let electedOn = Field(
    "elected_on", "产生日期", .day, "Day on which it came into being", source: "A9", required: true)
  public static let filedOn = Field("filed_on", "备案日期", .day, "Day of the filing with the street", source: "物业管理条例 16")
  public static let expiresOn = Field("expires_on", "到期日期", .day, "Last day of its term", source: "A9")
  public static let endedOn = Field("ended_on", "终止日期", .day, "Day on which it ended")
  public static let members = Field("members", "成员数", .integer, "Members")

  public static let schema = TableSchema(
    name: "committee", plural: "committees", chinese: "业主自治组织", meaning: "An estate's owners' committee or interim committee",
    source: "A9", key: "number", dated: "elected_on",
    fields: [number, project, kind, electedOn, filedOn, expiresOn, endedOn, members])
}
