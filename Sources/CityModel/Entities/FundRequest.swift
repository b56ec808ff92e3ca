public import Columns

/// A request to use the residential maintenance fund (维修资金申请), A14.
public enum FundRequest {
  public static let procedures = Enumeration(
    "fund_procedure", [.init("general", "一般流程"), .init("small", "小额简易"), .init("emergency", "应急")])
  public static let categories = Enumeration(
    "fund_category",
    [
      .init("lift failure", "电梯维修"), .init("fire facilities", "消防设施"), .init("roof or wall leak", "屋面外墙渗漏维修"),
      .init("facade danger", "外墙脱落"), .init("water pump", "二次供水"), .init("drainage", "排水管网"), .init("other", "其他维修"),
    ])
  public static let applicantKinds = Enumeration(
    "applicant_kind",
    [.init("enterprise", "企业"), .init("owners committee", "业主委员会"), .init("interim committee", "物管会"), .init("community", "社区")])
  public static let statuses = Enumeration(
    "fund_status",
    [
      .init("submitted", "已申请"), .init("reviewed", "已审查"), .init("approved", "已批准"), .init("refused", "不予批准"),
      .init("paid", "已拨付"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the request", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let procedure = Field("procedure", "程序", .enumeration(procedures), "General, small-amount or emergency", source: "A14", required: true)
  public static let category = Field("category", "类别", .enumeration(categories), "What is to be repaired", source: "建办房〔2015〕52号", required: true)
  public static let applicantKind = Field("applicant_kind", "申请主体类型", .enumeration(applicantKinds), "Who applies", source: "A14", required: true)
  public static let applicant = Field("applicant", "申请企业", .reference("enterprise"), "The applying enterprise, when one applies", source: "A14")
  public static let user = Field("user", "使用企业", .reference("enterprise"), "The enterprise that does the works and is paid", source: "A14")
  public static let amount = Field("amount", "申请金额", .quantity(Money.type), "Amount asked for", required: true)
  public static let balance = Field("balance", "账户余额", .quantity(Money.type), "Balance of the accounts that bear the cost, at submission", required: true)
  public static let vote = Field("vote", "业主决定文号", .text, "Document of the owners' joint decision or standing resolution", source: "Civil Code 278, 281")
  public static let submittedOn = Field("submitted_on", "提交日期", .day, "Day of submission", required: true)
  public static let reviewedOn = Field("reviewed_on", "审查日期", .day, "Day of the street's review")
  public static let decidedOn = Field("decided_on", "决定日期", .day, "Day of the approval or refusal", source: "A14")
  public static let approved = Field("approved", "批准金额", .quantity(Money.type), "Amount approved")
  public static let paid = Field("paid", "已拨付金额", .quantity(Money.type), "Amount paid so far")
  public static let status = Field("status", "状态", .enumeration(statuses), "Where it stands", required: true)
  public static let building = Field("building", "楼栋", .reference("building"), "The building, when only its owners bear the cost", source: "A14")
  public static let settlement = Field("settlement", "决算金额", .quantity(Money.type), "What the works cost in the end", source: "A14")
  public static let items = Field("items", "维修项目", .text, "What is to be repaired, item by item", source: "165号令 18, 25")

  public static let overrun = Field(
    "overrun", "超支金额", .quantity(Money.type), "Settlement beyond the amount approved; below 0 when less was spent", source: "A14",
    derived: true)
  public static let overrunRatio = Field(
    "overrun_ratio", "超支率", .quantity(Percentage.type),
    "Overrun as a share of the amount approved, rounded up to a hundredth of a percent", source: "A14", derived: true)
  public static let applicantListed = Field(
    "applicant_listed", "申请企业在黑榜", .flag, "The applicant stands on a black list, of any county, at the data cut", source: "A14",
    derived: true)
  public static let userListed = Field(
    "user_listed", "使用企业在黑榜", .flag, "The enterprise that is paid stands on a black list, of any county, at the data cut",
    source: "A14", derived: true)
  public static let applicantListedOn = Field(
    "applicant_listed_on", "申请企业列入日期", .day, "Day of the black entry in which the applicant stands at the data cut; the latest of several",
    source: "A14", derived: true)
  public static let userListedOn = Field(
    "user_listed_on", "使用企业列入日期", .day, "Day of the black entry in which the enterprise that is paid stands; the latest of several",
    source: "A14", derived: true)
  public static let substitute = Field(
    "substitute", "可替代申请人", .enumeration(applicantKinds),
    "Who else may apply: the estate's committee in office at the data cut, else the community", source: "A14", derived: true)

  public static let schema = TableSchema(
    name: "fund_request", plural: "fund_requests", chinese: "维修资金申请", meaning: "A request to use the maintenance fund", source: "A14", key: "number", dated: "submitted_on",
    fields: [
      number, project, procedure, category, applicantKind, applicant, user, amount, balance, vote, submittedOn, reviewedOn, decidedOn,
      approved, paid, status, building, settlement, items, overrun, overrunRatio, applicantListed, userListed,
      applicantListedOn, userListedOn, substitute,
    ])
}
