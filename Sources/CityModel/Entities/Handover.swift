public import Columns

/// The hand-over of an estate from one enterprise to the next (移交、接管), A8, Civil Code 949–950.
public enum Handover {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let successor = Field(
    "successor", "承接企业", .reference("enterprise"), "The enterprise that takes over", source: "A8")
  public static let startedOn = Field(
    "started_on", "启动日期", .day, "Day on which the duty to hand over began", source: "Civil Code 949", required: true)
  public static let premisesOn = Field(
    "premises_on", "用房移交日期", .day, "Day on which the premises were handed over", source: "A8")
  public static let facilitiesOn = Field(
    "facilities_on", "设施移交日期", .day, "Day on which the facilities were handed over", source: "A8")
  public static let recordsOn = Field(
    "records_on", "资料移交日期", .day, "Day on which the records were handed over", source: "A8")
  public static let due = Field("due", "应完成日期", .day, "Day by which all is to be handed over")
  public static let doneOn = Field("done_on", "完成日期", .day, "Day on which all was handed over")

  public static let schema = TableSchema(
    name: "handover", plural: "handovers", chinese: "移交接管", meaning: "The hand-over of an estate", source: "A8",
    key: "number", dated: "started_on",
    fields: [number, project, enterprise, successor, startedOn, premisesOn, facilitiesOn, recordsOn, due, doneOn])
}
