public import Columns

/// A case of an enterprise's exit (退出机制), started by county and street together, A8.
public enum ExitCase {
  public static let grounds = Enumeration(
    "exit_ground",
    [
      .init("complaints", "投诉触发"), .init("owners' reaction", "业主反映强烈"),
    ])
  public static let statuses = Enumeration(
    "exit_status",
    [
      .init("proposed", "待会同"), .init("started", "已启动"), .init("owners deciding", "业主表决中"), .init("handing over", "移交中"),
      .init("litigation", "诉讼中"), .init("exited", "已退出"), .init("ended", "已终结"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let ground = Field(
    "exit_ground", "启动依据", .enumeration(grounds), "Which paragraph of the eighth article", source: "A8", required: true)
  public static let startedOn = Field("started_on", "启动日期", .day, "Day of the start; none while only one of the two has proposed it", source: "A8")
  public static let departmentOn = Field(
    "department_confirmed_on", "住建确认日期", .day, "Day on which the county department confirmed the start", source: "A8")
  public static let streetOn = Field(
    "street_confirmed_on", "街道确认日期", .day, "Day on which the street confirmed the start", source: "A8")
  public static let complainants = Field(
    "counted_complainants", "触发人数", .integer, "Distinct complainants with a substantiated complaint, when it was started", source: "A8")
  public static let status = Field(
    "status", "状态", .enumeration(statuses), "Where it stands", source: "A8", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document")
  public static let endedOn = Field("ended_on", "终止日期", .day, "Day on which it ended")

  public static let schema = TableSchema(
    name: "exit_case", plural: "exit_cases", chinese: "退出案件", meaning: "A case of an enterprise's exit", source: "A8",
    key: "number", dated: "started_on",
    fields: [
      number, enterprise, county, ground, startedOn, departmentOn, streetOn, complainants, status, document, endedOn,
    ])
}
