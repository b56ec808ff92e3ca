public import Columns

/// What one account bears of a request (分摊), by exclusive area, A14, Civil Code 283.
public enum FundAllocation {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let request = Field(
    "fund_request", "维修资金申请", .reference("fund_request"), "The request", source: "A14", required: true)
  public static let account = Field(
    "fund_account", "维修资金账户", .reference("fund_account"), "The account", source: "A14", required: true)
  public static let area = Field(
    "area", "建筑面积", .quantity(Project.areaType), "Exclusive area that bears the cost", source: "Civil Code 283")
  public static let share = Field(
    "share", "分摊金额", .quantity(Money.type), "What the account bears", source: "A14", required: true)

  public static let schema = TableSchema(
    name: "fund_allocation", plural: "fund_allocations", chinese: "费用分摊", meaning: "What one account bears of a request",
    source: "A14", key: "number",
    fields: [number, request, account, area, share])

  /// The number of a request's share: `WX-1/1`, from 1.
  public static func number(of request: String, _ index: Int) -> String { "\(request)/\(index + 1)" }
}
