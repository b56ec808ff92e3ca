public import Columns

/// An account of the residential maintenance fund (住宅专项维修资金账户), A14.
public enum FundAccount {
  public static let code = Field("code", "代码", .text, "Number of the account", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let building = Field(
    "building", "楼栋", .reference("building"), "The building, when the account is one building's")
  public static let balance = Field(
    "balance", "账户余额", .quantity(Money.type), "Balance with which the day of the last reconciliation began, or with which the account came in",
    source: "A14", required: true)
  public static let firstDeposit = Field(
    "first_deposit", "首期交存", .quantity(Money.type), "First deposit", source: "建设部令165号 7")
  public static let reconciledOn = Field(
    "reconciled_on", "对账日期", .day, "Day of the last reconciliation with the bank", source: "建设部令165号 30")
  public static let publishedOn = Field(
    "published_on", "公布日期", .day, "Day of the last publication to the owners", source: "建设部令165号 30")
  public static let available = Field(
    "available", "可用余额", .quantity(Money.type), "Balance less what was paid out of the account from the day of the last reconciliation on",
    source: "A14", derived: true)

  public static let schema = TableSchema(
    name: "fund_account", plural: "fund_accounts", chinese: "维修资金账户", meaning: "An account of the maintenance fund",
    source: "A14", key: "code",
    fields: [code, project, building, balance, firstDeposit, reconciledOn, publishedOn, available])
}
