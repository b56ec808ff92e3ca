public import Columns

/// A building of an estate (楼栋).
public enum Building {
  public static let code = Field("code", "代码", .text, "Code: the estate's and a serial", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let name = Field("name", "名称", .text, "Name: 3号楼", required: true)
  public static let highRise = Field("high_rise", "高层", .flag, "Is a residential high-rise", source: "A12")
  public static let households = Field("households", "户数", .integer, "Households")
  public static let area = Field(
    "area", "建筑面积", .quantity(Project.areaType), "Exclusive area in square metres", source: "Civil Code 283")
  public static let entrances = Field("entrances", "单元数", .integer, "Unit entrances")

  public static let schema = TableSchema(
    name: "building", plural: "buildings", chinese: "楼栋", meaning: "A building of an estate", source: "A14",
    key: "code", label: "name",
    fields: [code, project, name, highRise, households, area, entrances])
}
