public import Columns

/// A case passed between departments, and what came back (线索双向移送、处置反馈), A11.
public enum Referral {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let from = Field(
    "referred_by", "移送部门", .enumeration(Departments.words), "The department that passes it on", source: "A11", required: true)
  public static let to = Field(
    "referred_to", "接收部门", .enumeration(Departments.words), "The department that receives it", source: "A11", required: true)
  public static let enterprise = Field(
    "enterprise", "企业", .reference("enterprise"), "The enterprise, when it concerns one")
  public static let project = Field("project", "项目", .reference("project"), "The estate, when it concerns one")
  public static let facts = Field(
    "facts", "事实", .text, "The facts, without names or numbers of persons", required: true)
  public static let referredOn = Field(
    "referred_on", "移送日期", .day, "Day of the referral", source: "A11", required: true)
  public static let due = Field("due", "应完成日期", .day, "Day by which an answer is due")
  public static let feedbackOn = Field("feedback_on", "反馈日期", .day, "Day of the answer", source: "A11")
  public static let feedback = Field("feedback", "反馈内容", .text, "The answer", source: "A11")
  public static let waiting = Field(
    "waiting", "待反馈天数", .quantity(CalendarDays.type), "Calendar days to the answer, or to the data cut", source: "A11", derived: true)

  public static let schema = TableSchema(
    name: "referral", plural: "referrals", chinese: "线索移送", meaning: "A case passed between departments",
    source: "A11", key: "number", dated: "referred_on",
    fields: [
      number, county, from, to, enterprise, project, facts, referredOn, due, feedbackOn, feedback, waiting,
    ])
}
