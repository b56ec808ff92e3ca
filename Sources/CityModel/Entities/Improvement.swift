public import Columns

/// Works on an estate's basic facilities (硬化、亮化、车棚和充电桩) and who pays for them, A10, A12.
public enum Improvement {
  public static let kinds = Enumeration(
    "improvement_works",
    [
      .init("paving", "硬化"), .init("lighting", "亮化"), .init("greening", "绿化改造"), .init("pipes", "管网改造"),
      .init("charging facilities", "车棚和充电桩"), .init("other works", "其他改造"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let works = Field("works", "改造内容", .enumeration(kinds), "What is done", source: "A10", required: true)
  public static let startsOn = Field("starts_on", "起始日期", .day, "First day of the works", required: true)
  public static let doneOn = Field("done_on", "完成日期", .day, "Day of completion")
  public static let cost = Field("cost", "支出", .quantity(Money.type), "What it costs", source: "A10")
  public static let publicFunding = Field(
    "public_funding", "财政资金", .quantity(Money.type), "What public funds pay", source: "A10")

  public static let schema = TableSchema(
    name: "improvement", plural: "improvements", chinese: "设施改善", meaning: "Works on an estate's basic facilities",
    source: "A10", key: "number", dated: "starts_on",
    fields: [number, project, works, startsOn, doneOn, cost, publicFunding])
}
