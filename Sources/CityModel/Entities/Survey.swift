public import Columns

/// A satisfaction survey among an estate's owners (客户满意度), A8.
public enum Survey {
  public static let number = Field("number", "编号", .text, "Number of the survey", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise asked about", required: true)
  public static let heldOn = Field("held_on", "调查日期", .day, "Day of the survey", required: true)
  public static let satisfied = Field("satisfied_answers", "满意份数", .integer, "Answers that were satisfied", required: true)
  public static let answered = Field("answers", "有效份数", .integer, "Answers", required: true)

  public static let schema = TableSchema(
    name: "survey", plural: "surveys", chinese: "满意度调查", meaning: "A satisfaction survey", source: "A8", key: "number", dated: "held_on",
    fields: [number, project, enterprise, heldOn, satisfied, answered])
}
