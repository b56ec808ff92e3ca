public import Columns

/// A contest's award to an estate's service (物业服务项目评优), for which the credit grade is used, A7.
public enum Honour {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let title = Field("title", "标题", .text, "What the honour is called", source: "A7", required: true)
  public static let grantedOn = Field("granted_on", "授予日期", .day, "Day of the grant", source: "A7", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document")

  public static let schema = TableSchema(
    name: "honour", plural: "honours", chinese: "项目评优", meaning: "A contest's award to an estate's service",
    source: "A7", key: "number", dated: "granted_on",
    fields: [number, project, enterprise, title, grantedOn, document])
}
