public import Columns

/// A commendation of an enterprise, a person, a county or a department (表彰、通报表扬), A17.
public enum Commendation {
  public static let recipientKinds = Enumeration(
    "recipient_kind",
    [
      .init("enterprise", "企业"), .init("person", "个人"), .init("county", "县（区）"), .init("department", "部门"),
    ])
  public static let levels = Enumeration(
    "commendation_level",
    [
      .init("national", "国家级"), .init("province", "省级"), .init("city", "市级"), .init("county", "县级"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let recipientKind = Field(
    "recipient_kind", "表彰对象", .enumeration(recipientKinds), "Whom it honours", source: "A17", required: true)
  public static let enterprise = Field(
    "enterprise", "企业", .reference("enterprise"), "The enterprise, when it concerns one")
  public static let county = Field(
    "county", "县区", .reference("division"), "County: the commended one, or that of the person or department")
  public static let department = Field(
    "commended_department", "受表彰部门", .text, "The commended department, when it concerns one", source: "A17")
  public static let person = Field(
    "commended_person", "受表彰人", .text, "The commended person's name, which the decision makes public", source: "A17",
    personalData: .publicFunction)
  public static let level = Field(
    "commendation_level", "表彰级别", .enumeration(levels), "Level of the body that commends", source: "A17", required: true)
  public static let commendedOn = Field(
    "commended_on", "表彰日期", .day, "Day of the commendation", source: "A17", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document", required: true)

  public static let schema = TableSchema(
    name: "commendation", plural: "commendations", chinese: "表彰", meaning: "A commendation", source: "A17",
    key: "number", dated: "commended_on",
    fields: [number, recipientKind, enterprise, county, level, commendedOn, document, department, person])
}
