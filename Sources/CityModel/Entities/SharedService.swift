public import Columns

/// An estate's part in a service that adjacent old estates share (共享物业服务), A10.
public enum SharedService {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let cluster = Field(
    "cluster", "片区", .text, "Name of the cluster of adjacent estates", source: "A10", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let enterprise = Field(
    "enterprise", "企业", .reference("enterprise"), "The enterprise, when it concerns one")
  public static let startsOn = Field("starts_on", "起始日期", .day, "First day", required: true)
  public static let endedOn = Field("ended_on", "终止日期", .day, "Last day")

  public static let schema = TableSchema(
    name: "shared_service", plural: "shared_services", chinese: "共享服务", meaning: "An estate's part in a shared service",
    source: "A10", key: "number", dated: "starts_on",
    fields: [number, cluster, project, enterprise, startsOn, endedOn])
}
