public import Columns

/// A property service enterprise (物业服务企业), A2.
public enum Enterprise {
  public static let uscc = Field("uscc", "统一社会信用代码", .text, "Unified social credit code", source: "GB 32100-2015", required: true)
  public static let name = Field("name", "名称", .text, "Registered name", required: true)
  public static let county = Field("registered_in", "注册地", .reference("division"), "County of registration; none for a firm from elsewhere", source: "A2")
  public static let servingSince = Field("serving_since", "进入日期", .day, "First day of service in the city", source: "A2")
  public static let staff = Field("staff", "员工数", .integer, "Staff", source: "A2")
  public static let staff4050 = Field("staff_4050", "再就业人员数", .integer, "Staff from the 4050 re-employment group", source: "A10")

  public static let schema = TableSchema(
    name: "enterprise", plural: "enterprises", chinese: "企业", meaning: "A property service enterprise", source: "A2",
    key: "uscc", label: "name", dated: "serving_since",
    fields: [uscc, name, county, servingSince, staff, staff4050])
}
