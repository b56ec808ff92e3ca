public import Columns

/// A tender for the service of an estate or of an institution (招投标), A5.
public enum Tender {
  public static let tendererKinds = Enumeration(
    "tenderer_kind",
    [
      .init("developer", "建设单位"), .init("public institution", "机关事业单位"), .init("state-owned enterprise", "国有企业"),
      .init("owners", "业主"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let tendererKind = Field(
    "tenderer_kind", "招标人类型", .enumeration(tendererKinds), "Who tenders", source: "A5", required: true)
  public static let declaredOn = Field("declared_on", "申报日期", .day, "Day on which the tender was filed with the authority", source: "A5")
  public static let evaluatedOn = Field("evaluated_on", "评标日期", .day, "Day on which the experts had judged the bids", source: "A5")
  public static let negotiationApproval = Field(
    "negotiation_approval", "协议选聘批准", .text, "Number of the county's approval to negotiate instead", source: "物业管理条例 24")
  public static let contract = Field("contract", "合同", .reference("contract"), "The contract that followed", source: "A5")
  public static let announcedOn = Field(
    "announced_on", "公告日期", .day, "Day of the announcement", source: "A5", required: true)
  public static let bidsOpenedOn = Field(
    "bids_opened_on", "开标日期", .day, "Day on which the bids were opened", source: "A5")
  public static let awardedOn = Field("awarded_on", "定标日期", .day, "Day of the award", source: "A5")
  public static let winner = Field("winner", "中标企业", .reference("enterprise"), "The enterprise that won", source: "A5")
  public static let document = Field("document", "文号", .text, "Number of the document")

  public static let schema = TableSchema(
    name: "tender", plural: "tenders", chinese: "招标", meaning: "A tender for property service", source: "A5",
    key: "number", dated: "announced_on",
    fields: [
      number, project, tendererKind, announcedOn, bidsOpenedOn, awardedOn, winner, document, declaredOn, evaluatedOn, negotiationApproval, contract,
    ])
}
