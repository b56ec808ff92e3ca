public import Columns

/// A joint enforcement of several departments in estates (联合执法), A11.
public enum JointEnforcement {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let enforcedOn = Field(
    "enforced_on", "执法日期", .day, "Day on which it was carried out", source: "A11", required: true)
  public static let departments = Field(
    "departments", "参与部门", .text, "The departments that took part, separated by 、", required: true)
  public static let estates = Field(
    "enforced_projects", "执法小区", .text, "Codes of the estates, separated by 、", source: "A11")
  public static let kinds = Field(
    "enforced_kinds", "查处类别", .text, "What was punished (车辆乱停、违章搭建、毁绿占绿、违规充电、堵塞通道), separated by 、", source: "A11")
  public static let findings = Field(
    "inspection_findings", "检查发现", .text, "What was found, without names or numbers of persons", source: "A1, A11")
  public static let inspected = Field("inspected_projects", "检查项目数", .integer, "Estates inspected", source: "A11")
  public static let problems = Field("problems", "问题数", .integer, "Problems found", source: "A11")
  public static let penalties = Field("penalties", "查处数", .integer, "Cases that were punished", source: "A11")
  public static let publishedOn = Field(
    "published_on", "公布日期", .day, "Day on which the results were published", source: "A11")

  public static let schema = TableSchema(
    name: "joint_enforcement", plural: "joint_enforcements", chinese: "联合执法", meaning: "A joint enforcement of several departments",
    source: "A11", key: "number", dated: "enforced_on",
    fields: [number, county, enforcedOn, departments, inspected, problems, penalties, publishedOn, estates, kinds, findings])
}
