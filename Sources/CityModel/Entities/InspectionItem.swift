public import Columns

/// An item of a seasonal checklist at an estate (防汛、除雪等), A1, A7.
public enum InspectionItem {
  public static let seasons = Enumeration(
    "inspection_season",
    [
      .init("flood", "防汛"), .init("snow", "除雪"), .init("heating", "供暖"), .init("fire", "防火"), .init("other", "其他"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let season = Field(
    "inspection_season", "检查季节", .enumeration(seasons), "The season's danger", source: "A1", required: true)
  public static let item = Field("check_item", "检查事项", .text, "What was checked", source: "A1", required: true)
  public static let inspectedOn = Field("inspected_on", "检查日期", .day, "Day of the check", source: "A1", required: true)
  public static let met = Field("met", "合格", .flag, "It was in order", source: "A1", required: true)
  public static let order = Field(
    "order", "整改通知", .reference("order"), "The rectification order that followed, when one did", source: "A8")
  public static let fixedOn = Field("fixed_on", "消除日期", .day, "Day on which the defect was gone", source: "A7")

  public static let schema = TableSchema(
    name: "inspection_item", plural: "inspection_items", chinese: "季节检查", meaning: "An item of a seasonal checklist",
    source: "A1", key: "number", dated: "inspected_on",
    fields: [number, project, season, item, inspectedOn, met, order, fixedOn])
}
