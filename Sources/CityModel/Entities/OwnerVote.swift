public import Columns

/// A joint decision of the owners (业主共同决定) in whole numbers, A9, Civil Code 278.
public enum OwnerVote {
  public static let matters = Enumeration(
    "vote_matter",
    [
      .init("rules of procedure", "议事规则"), .init("covenant", "管理规约"), .init("committee", "选举业委会"),
      .init("hire", "选聘"), .init("dismiss", "解聘"), .init("lower fee", "降低收费标准"), .init("fund use", "使用维修资金"),
      .init("fund raising", "筹集维修资金"), .init("rebuilding", "改建重建"), .init("change of use", "改变用途"),
      .init("other matter", "其他事项"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let building = Field(
    "building", "楼栋", .reference("building"), "The building, when only its owners decide")
  public static let matter = Field(
    "matter", "表决事项", .enumeration(matters), "What was decided", source: "Civil Code 278", required: true)
  public static let votedOn = Field("voted_on", "表决日期", .day, "Day of the decision", source: "A9", required: true)
  public static let totalArea = Field(
    "total_area", "应表决面积", .quantity(Project.areaType), "Exclusive area of all owners asked", source: "Civil Code 278", required: true)
  public static let totalOwners = Field(
    "total_owners", "应表决人数", .integer, "All owners asked", source: "Civil Code 278", required: true)
  public static let votingArea = Field(
    "voting_area", "参与面积", .quantity(Project.areaType), "Exclusive area of the owners who took part", source: "Civil Code 278", required: true)
  public static let votingOwners = Field(
    "voting_owners", "参与人数", .integer, "Owners who took part", source: "Civil Code 278", required: true)
  public static let yesArea = Field(
    "yes_area", "同意面积", .quantity(Project.areaType), "Exclusive area of the owners who agreed", source: "Civil Code 278", required: true)
  public static let yesOwners = Field(
    "yes_owners", "同意人数", .integer, "Owners who agreed", source: "Civil Code 278", required: true)
  public static let declared = Field("declared_passed", "宣布通过", .flag, "Was declared to have passed", source: "A9")
  public static let document = Field("document", "文号", .text, "Number of the document")
  public static let amountLimit = Field(
    "amount_limit", "授权金额", .quantity(Money.type), "What a standing resolution lets be spent", source: "Civil Code 281")
  public static let expiresOn = Field("expires_on", "到期日期", .day, "Last day of a standing resolution")
  public static let carried = Field(
    "carried", "达到法定比例", .flag, "Two thirds took part and enough of them agreed", source: "Civil Code 278", derived: true)

  public static let schema = TableSchema(
    name: "owner_vote", plural: "owner_votes", chinese: "业主表决", meaning: "A joint decision of the owners",
    source: "A9", key: "number", dated: "voted_on",
    fields: [
      number, project, building, matter, votedOn, totalArea, totalOwners, votingArea, votingOwners, yesArea,
      yesOwners, declared, document, amountLimit, expiresOn, carried,
    ])
}
