public import Columns

/// A version of the city's standard of residential service (长治市住宅物业服务标准), A4.
public enum ServiceStandard {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let serviceLevel = Field(
    "service_level", "服务等级", .integer, "Level of service", source: "A4", required: true)
  public static let version = Field("version", "版本", .text, "Version of the standard", source: "A4", required: true)
  public static let subject = Field("subject", "主题", .text, "What the level asks for", required: true)
  public static let adoptedOn = Field("adopted_on", "发布日期", .day, "Day of adoption", source: "A4", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document", required: true)

  public static let schema = TableSchema(
    name: "service_standard", plural: "service_standards", chinese: "服务标准", meaning: "A level of the city's service standard",
    source: "A4", key: "number", dated: "adopted_on",
    fields: [number, serviceLevel, version, subject, adoptedOn, document])
}
