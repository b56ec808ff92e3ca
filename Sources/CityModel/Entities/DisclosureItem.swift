public import Columns

/// What an estate's board shows (信息公示栏): one kind of information, when posted and when brought up to date, A6, A13.
public enum DisclosureItem {
  public static let kinds = Enumeration(
    "disclosure_kind",
    [
      .init("manager and contact", "负责人及联系方式"), .init("complaint phone", "投诉电话"),
      .init("service standard", "服务内容和标准"), .init("fee standard", "收费项目和标准"), .init("common revenue", "公共收益"),
      .init("facility maintenance", "设施维护保养"), .init("complaint channels", "投诉举报渠道"),
    ])
  public static let places = Enumeration(
    "disclosure_place",
    [
      .init("notice board", "公示栏"), .init("lift interior", "电梯内部"), .init("unit entrance", "单元门口"),
      .init("online", "线上"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let kind = Field(
    "disclosure_kind", "公示类别", .enumeration(kinds), "What is shown", source: "A6", required: true)
  public static let place = Field("place", "公示位置", .enumeration(places), "Where it is shown", source: "A13")
  public static let postedOn = Field(
    "posted_on", "公示日期", .day, "Day on which it was posted", source: "A6", required: true)
  public static let updatedOn = Field(
    "updated_on", "更新日期", .day, "Day on which it was last brought up to date", source: "A6")
  public static let coversFrom = Field(
    "covers_from", "所属期起", .day, "First day that the information covers", source: "A6")
  public static let coversUntil = Field(
    "covers_until", "所属期止", .day, "Last day that the information covers", source: "A6")
  public static let endedOn = Field("ended_on", "终止日期", .day, "Day on which it was taken down")

  public static let schema = TableSchema(
    name: "disclosure_item", plural: "disclosure_items", chinese: "公示内容", meaning: "One kind of information on an estate's board",
    source: "A6", key: "number", dated: "posted_on",
    fields: [number, project, kind, place, postedOn, updatedOn, coversFrom, coversUntil, endedOn])
}
