public import Columns

/// A meeting of an estate's owners, or of community, owners and enterprise (业主大会、三方联动), A9.
public enum Assembly {
  public static let kinds = Enumeration(
    "assembly_kind",
    [
      .init("owners' assembly", "业主大会会议"), .init("tripartite", "三方会议"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let kind = Field(
    "assembly_kind", "会议类型", .enumeration(kinds), "Owners alone, or the three parties", source: "A9", required: true)
  public static let convenedOn = Field(
    "convened_on", "召开日期", .day, "Day on which it was held", source: "A9", required: true)
  public static let agenda = Field("agenda", "议题", .text, "What was on the agenda", source: "A9")
  public static let participants = Field("participants", "参加人数", .integer, "Persons who took part")

  public static let schema = TableSchema(
    name: "assembly", plural: "assemblies", chinese: "业主大会", meaning: "A meeting of an estate's owners, or of the three parties",
    source: "A9", key: "number", dated: "convened_on",
    fields: [number, project, kind, convenedOn, agenda, participants])
}
