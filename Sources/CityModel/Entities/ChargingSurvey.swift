public import Columns

/// A survey of an estate's need for e-bike charging (电动自行车充电需求), A12.
public enum ChargingSurvey {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let surveyedOn = Field("surveyed_on", "摸排日期", .day, "Day of the survey", source: "A12", required: true)
  public static let ebikes = Field("ebikes", "电动自行车数", .integer, "Electric bicycles", source: "A12", required: true)
  public static let sockets = Field("sockets", "充电口数", .integer, "Charging sockets", source: "A12", required: true)
  public static let sheds = Field("sheds", "车棚数", .integer, "Sheds", source: "A12")
  public static let turnover = Field(
    "turnover", "日周转次数", .quantity(Rate.type), "Bicycles that one socket charges in a day", source: "A12")
  public static let planned = Field(
    "planned_sockets", "计划新增充电口", .integer, "Sockets that are funded and not yet built", source: "A12")
  public static let shortfall = Field(
    "shortfall", "充电缺口", .integer, "Bicycles beyond what the sockets can charge, rounded up; below 0 when there are enough", source: "A12", derived: true)

  public static let schema = TableSchema(
    name: "charging_survey", plural: "charging_surveys", chinese: "充电摸排", meaning: "A survey of an estate's need for charging",
    source: "A12", key: "number", dated: "surveyed_on",
    fields: [number, project, surveyedOn, ebikes, sockets, sheds, turnover, planned, shortfall])
}
