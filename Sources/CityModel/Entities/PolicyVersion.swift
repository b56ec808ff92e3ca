public import Columns

/// A version of the city's text (实施意见): a draft until its adoption is recorded with document and day. Decisions that rest on
/// a draft bind nobody (domain reference, §1.4).
public enum PolicyVersion {
  public static let code = Field("code", "代码", .text, "Short name of the version", required: true)
  public static let title = Field("title", "标题", .text, "What it is called", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document by which it was adopted")
  public static let adoptedOn = Field("adopted_on", "发布日期", .day, "Day from which it is in force; none while it is a draft")
  public static let endedOn = Field("ended_on", "终止日期", .day, "Last day in force")

  public static let schema = TableSchema(
    name: "policy_version", plural: "policy_versions", chinese: "政策文本", meaning: "A version of the city's text",
    source: "A1", key: "code", label: "title", fields: [code, title, document, adoptedOn, endedOn])
}
