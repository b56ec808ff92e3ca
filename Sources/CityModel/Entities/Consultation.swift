public import Columns

/// A consultation of departments about a case (会商研判), A11.
public enum Consultation {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let consultedOn = Field(
    "consulted_on", "会商日期", .day, "Day of the consultation", source: "A11", required: true)
  public static let departments = Field(
    "departments", "参与部门", .text, "The departments that took part, separated by 、", required: true)
  public static let subject = Field("subject", "主题", .text, "What was consulted about", required: true)
  public static let enterprise = Field(
    "enterprise", "企业", .reference("enterprise"), "The enterprise, when it concerns one")
  public static let project = Field("project", "项目", .reference("project"), "The estate, when it concerns one")
  public static let conclusion = Field("conclusion", "研判结论", .text, "What was concluded", source: "A11")

  public static let schema = TableSchema(
    name: "consultation", plural: "consultations", chinese: "会商研判", meaning: "A consultation of departments about a case",
    source: "A11", key: "number", dated: "consulted_on",
    fields: [number, county, consultedOn, departments, subject, enterprise, project, conclusion])
}
