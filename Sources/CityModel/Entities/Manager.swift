public import Columns

/// A project manager (项目负责人), A2, A6.
public enum Manager {
  public static let code = Field("code", "代码", .text, "Code of the manager", required: true)
  public static let personName = Field(
    "person_name", "姓名", .text, "Name, which the estate's board makes public", source: "A6", personalData: .publicFunction, required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let projects = Field(
    "projects", "在管项目数", .integer, "Estates with an active assignment at the data cut", source: "A2", derived: true)
  public static let absences = Field(
    "absences", "缺会次数", .integer, "Community meetings missed in the year to the data cut", source: "A2", derived: true)

  public static let schema = TableSchema(
    name: "manager", plural: "managers", chinese: "项目负责人", meaning: "A project manager", source: "A2",
    key: "code", label: "person_name",
    fields: [code, personName, enterprise, projects, absences])
}
