public import Columns

/// What an estate pays (物业费) and how much of it comes in, A4, A10.
public enum ProjectFee {
  public static let regimes = Enumeration("fee_regime", [.init("guided", "政府指导"), .init("market", "市场调节")])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let regime = Field(
    "regime", "定价方式", .enumeration(regimes), "Guided by the government or left to the market", source: "A4", required: true)
  public static let serviceLevel = Field("service_level", "服务等级", .integer, "Agreed level of service", source: "A4")
  public static let price = Field(
    "price", "收费单价", .quantity(Money.type), "Yuan for a square metre and month", source: "A4", required: true)
  public static let startsOn = Field("starts_on", "起始日期", .day, "First day on which it is charged", required: true)
  public static let endedOn = Field("ended_on", "终止日期", .day, "Last day on which it was charged")
  public static let collectionRate = Field(
    "collection_rate", "收费率", .quantity(Percentage.type), "Share of the fees that came in", source: "A10")

  public static let schema = TableSchema(
    name: "project_fee", plural: "project_fees", chinese: "物业费标准", meaning: "An estate's service fee", source: "A4",
    key: "number", dated: "starts_on",
    fields: [number, project, regime, serviceLevel, price, startsOn, endedOn, collectionRate])
}
