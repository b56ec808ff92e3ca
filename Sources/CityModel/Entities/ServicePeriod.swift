public import Columns

/// Who served an estate, how and from when (市场化、托管、代管、自管), A10.
public enum ServicePeriod {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let serviceMode = Field(
    "service_mode", "服务方式", .enumeration(Project.serviceModes), "Who serves it", source: "A10", required: true)
  public static let enterprise = Field(
    "enterprise", "企业", .reference("enterprise"), "The enterprise, when it concerns one")
  public static let startsOn = Field("starts_on", "起始日期", .day, "First day", required: true)
  public static let endedOn = Field("ended_on", "终止日期", .day, "Last day")

  public static let serviceOperator = Field(
    "service_operator", "承担单位", .text, "Who looks after it where no enterprise does: the residents' committee, the organisation, the owners' committee",
    source: "A10")

  public static let schema = TableSchema(
    name: "service_period", plural: "service_periods", chinese: "服务沿革", meaning: "A period of one way of serving an estate",
    source: "A10", key: "number", dated: "starts_on",
    fields: [number, project, serviceMode, enterprise, startsOn, endedOn, serviceOperator])
}
