public import Columns

/// A property service enterprise (物业服务企业), A2.
public enum Enterprise {
  public static let uscc = Field("uscc", "统一社会信用代码", .text, "Unified social credit code", source: "GB 32100-2015", required: true)
  public static let name = Field("name", "名称", .text, "Registered name", required: true)
  public static let county = Field("registered_in", "注册地", .reference("division"), "County of registration; none for a firm from elsewhere", source: "A2")
  public static let servingSince = Field("serving_since", "进入日期", .day, "First day of service in the city", source: "A2")
  public static let staff = Field("staff", "员工数", .integer, "Staff", source: "A2")
  public static let staff4050 = Field("staff_4050", "再就业人员数", .integer, "Staff from the 4050 re-employment group", source: "A10")

  /// Comes with the command or the file that enters the enterprise, and stays in the ledger: no column.
  public static let codeOverride = Field(
    "override", "特例代码", .text, "Why a code is accepted that does not check: some were issued before the check", source: "GB 32100-2015")

  public static let complainants = Field(
    "complainants", "年内投诉人数", .integer, "Distinct complainants with a substantiated complaint in the year to the data cut",
    source: "A8", derived: true)
  public static let households = Field(
    "households", "户数", .integer, "Households of the estates that it serves at the data cut", source: "A9", derived: true)
  public static let complainantsPer1000 = Field(
    "complainants_per_1000_households", "每千户投诉人数", .quantity(Rate.type),
    "Those complainants for each 1,000 households, rounded down to a hundredth", source: "A9", derived: true)
  public static let reworks = Field(
    "reworks", "重办次数", .integer, "How often complaints of the year to the data cut were dealt with again", source: "A13",
    derived: true)
  public static let closeRate = Field(
    "close_rate", "三日办结率", .quantity(Percentage.type),
    "Share of the year's complaints that were basically closed in time, of those that can be judged, rounded down", source: "A13",
    derived: true)

  public static let schema = TableSchema(
    name: "enterprise", plural: "enterprises", chinese: "企业", meaning: "A property service enterprise", source: "A2",
    key: "uscc", label: "name", dated: "serving_since",
    fields: [uscc, name, county, servingSince, staff, staff4050, complainants, households, complainantsPer1000, reworks, closeRate])
}
