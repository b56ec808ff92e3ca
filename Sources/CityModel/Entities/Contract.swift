public import Columns

/// A property service contract (物业服务合同) and its filing, A2, Civil Code 937–950.
public enum Contract {
  public static let kinds = Enumeration("contract_kind", [.init("preliminary", "前期"), .init("ordinary", "普通")])

  public static let number = Field("number", "编号", .text, "Contract number", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let kind = Field("kind", "合同类型", .enumeration(kinds), "Developer-appointed or chosen by the owners", source: "Civil Code 939")
  public static let signedOn = Field("signed_on", "签订日期", .day, "Day of signature")
  public static let from = Field("starts_on", "起始日期", .day, "First day of service", required: true)
  public static let until = Field("expires_on", "到期日期", .day, "Last agreed day of service")
  public static let endedOn = Field("ended_on", "终止日期", .day, "Last day of service, once it has ended")
  public static let filedOn = Field("filed_on", "备案日期", .day, "Day on which the county accepted the filing", source: "A2")
  public static let expiresIn = Field(
    "expires_in", "距到期天数", .quantity(CalendarDays.type),
    "Calendar days from the data cut to the last agreed day, while it has not ended; below 0 when it has run out",
    source: "Civil Code 946–948", derived: true)

  public static let schema = TableSchema(
    name: "contract", plural: "contracts", chinese: "合同", meaning: "A property service contract", source: "A2", key: "number", dated: "starts_on",
    fields: [number, project, enterprise, kind, signedOn, from, until, endedOn, filedOn, expiresIn])
}
