public import Columns

/// A lift and whether it keeps electric bicycles out (智能阻车系统), A12.
public enum Lift {
  public static let code = Field("code", "代码", .text, "Registration code of the lift", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let building = Field("building", "楼栋", .reference("building"), "The building")
  public static let highRise = Field("high_rise", "高层", .flag, "Is a residential high-rise", source: "A12")
  public static let blocking = Field("ebike_blocking", "智能阻车", .flag, "Keeps electric bicycles out", source: "A12")
  public static let blockingOn = Field("blocking_on", "阻车启用日期", .day, "Day from which it does", source: "A12")

  public static let schema = TableSchema(
    name: "lift", plural: "lifts", chinese: "电梯", meaning: "A lift", source: "A12",
    key: "code",
    fields: [code, project, building, highRise, blocking, blockingOn])
}
