public import Columns

/// An investigation of diversion or fraud (挪用、骗取维修资金), A14.
public enum FundInvestigation {
  public static let suspicions = Enumeration("fund_suspicion", [.init("diversion", "挪用"), .init("fraud", "骗取")])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let request = Field(
    "fund_request", "维修资金申请", .reference("fund_request"), "The request, when it concerns one", source: "A14")
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let suspicion = Field(
    "suspicion", "涉嫌情形", .enumeration(suspicions), "What is suspected", source: "A14", required: true)
  public static let openedOn = Field(
    "opened_on", "立案日期", .day, "Day on which it was opened", source: "A14", required: true)
  public static let decidedOn = Field("decided_on", "决定日期", .day, "Day of the decision", source: "A14")
  public static let finding = Field(
    "finding", "认定", .enumeration(Complaint.findings), "Whether it is true", source: "A14")
  public static let recovered = Field("recovered", "追回金额", .quantity(Money.type), "What was recovered", source: "A14")
  public static let document = Field("document", "文号", .text, "Number of the document")

  public static let schema = TableSchema(
    name: "fund_investigation", plural: "fund_investigations", chinese: "资金查处", meaning: "An investigation of diversion or fraud",
    source: "A14", key: "number", dated: "opened_on",
    fields: [
      number, enterprise, project, request, county, suspicion, openedOn, decidedOn, finding, recovered, document,
    ])
}
