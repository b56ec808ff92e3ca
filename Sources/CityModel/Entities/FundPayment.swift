public import Columns

/// A payment out of the maintenance fund (拨付), A14.
public enum FundPayment {
  public static let kinds = Enumeration("fund_payment_kind", [.init("advance", "预付款"), .init("final payment", "尾款")])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let request = Field(
    "fund_request", "维修资金申请", .reference("fund_request"), "The request", source: "A14", required: true)
  public static let payee = Field(
    "payee", "收款企业", .reference("enterprise"), "Who was paid", source: "A14", required: true)
  public static let kind = Field("payment_kind", "拨付类型", .enumeration(kinds), "Advance or final payment", source: "A14")
  public static let paidOn = Field("paid_on", "拨付日期", .day, "Day of the payment", source: "A14", required: true)
  public static let amount = Field(
    "paid_amount", "拨付金额", .quantity(Money.type), "What was paid", source: "A14", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document")
  public static let account = Field(
    "fund_account", "维修资金账户", .reference("fund_account"),
    "The account that it came out of; one that came in without it is off the account's balance already", source: "A14")

  public static let schema = TableSchema(
    name: "fund_payment", plural: "fund_payments", chinese: "资金拨付", meaning: "A payment out of the maintenance fund",
    source: "A14", key: "number", dated: "paid_on",
    fields: [number, request, payee, kind, paidOn, amount, document, account])
}
