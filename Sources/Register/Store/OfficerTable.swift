internal import CityModel
public import Columns

/// The register of officers (D13): who may be named in a command, at which level, in which role, and from when to when.
public enum OfficerTable {
  public static let code = Field("code", "工号", .text, "The officer's number", required: true)
  public static let name = Field("name", "姓名", .text, "Name", required: true)
  public static let level = Field(
    "level", "层级", .enumeration(Division.levels), "Level of the office", source: "A1", required: true)
  public static let division = Field(
    "division", "所属区划", .reference("division"), "The division whose office it is", source: "A1", required: true)
  public static let community = Field(
    "community", "社区", .text, "Code of the community, of an officer of that level: twelve digits, the street's first", source: "A1")
  public static let role = Field("role", "职责", .text, "The role in which the officer acts", source: "A1", required: true)
  public static let from = Field("from", "任职日期", .day, "First day in the role")
  public static let until = Field("until", "离任日期", .day, "Last day in the role")

  public static let schema = TableSchema(
    name: "officer", plural: "officers", chinese: "工作人员", meaning: "An officer who may act in the register", source: "A1",
    key: "code", label: "name", fields: [code, name, level, division, role, from, until, community])
}
