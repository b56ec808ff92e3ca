public import Columns

/// A guided price of preliminary service of ordinary residential estates (政府指导价), with its inputs, A4.
public enum GuidedPrice {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County; none for the whole city")
  public static let serviceLevel = Field(
    "service_level", "服务等级", .integer, "Level of service", source: "A4", required: true)
  public static let basePrice = Field(
    "base_price", "基准价", .quantity(Money.type), "Base price, yuan for a square metre and month", source: "A4", required: true)
  public static let floatUp = Field(
    "float_up", "上浮幅度", .quantity(Percentage.type), "How far a price may be above the base", source: "A4", required: true)
  public static let floatDown = Field(
    "float_down", "下浮幅度", .quantity(Percentage.type), "How far a price may be below the base", source: "A4")
  public static let startsOn = Field("starts_on", "起始日期", .day, "First day on which it holds", required: true)
  public static let expiresOn = Field("expires_on", "到期日期", .day, "Last day on which it holds")
  public static let averageCost = Field(
    "average_cost", "社会平均成本", .quantity(Money.type), "Average cost of public service, an input", source: "A4")
  public static let minimumWage = Field(
    "minimum_wage", "最低工资标准", .quantity(Money.type), "Minimum wage a month, an input", source: "A4")
  public static let priceIndex = Field(
    "price_index", "消费价格指数", .quantity(Percentage.type), "Change of the consumer price index, an input", source: "A4")
  public static let inputSource = Field("input_source", "测算依据", .text, "Where the inputs come from", source: "A4")
  public static let document = Field("document", "文号", .text, "Number of the document", required: true)

  public static let schema = TableSchema(
    name: "guided_price", plural: "guided_prices", chinese: "政府指导价", meaning: "A guided price of a level of service",
    source: "A4", key: "number", dated: "starts_on",
    fields: [
      number, county, serviceLevel, basePrice, floatUp, floatDown, startsOn, expiresOn, averageCost, minimumWage,
      priceIndex, inputSource, document,
    ])
}
