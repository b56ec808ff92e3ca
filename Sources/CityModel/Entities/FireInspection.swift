public import Columns

/// A check of an estate's fire lanes, exits and facilities (消防设施、疏散通道、安全出口), A12.
public enum FireInspection {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let inspectedOn = Field("inspected_on", "检查日期", .day, "Day of the check", source: "A12", required: true)
  public static let laneClear = Field("lane_clear", "消防车通道畅通", .flag, "The fire lanes are clear", source: "A12")
  public static let exitsClear = Field(
    "exits_clear", "安全出口畅通", .flag, "Exits and escape routes are clear", source: "A12")
  public static let facilitiesWork = Field("facilities_work", "消防设施完好", .flag, "The facilities work", source: "A12")
  public static let order = Field(
    "order", "整改通知", .reference("order"), "The rectification order that followed, when one did", source: "A8")
  public static let fixedOn = Field("fixed_on", "消除日期", .day, "Day on which the defects were gone", source: "A12")

  public static let schema = TableSchema(
    name: "fire_inspection", plural: "fire_inspections", chinese: "消防检查", meaning: "A check of an estate's fire lanes, exits and facilities",
    source: "A12", key: "number", dated: "inspected_on",
    fields: [number, project, inspectedOn, laneClear, exitsClear, facilitiesWork, order, fixedOn])
}
