public import Columns

/// What a joint conference decided, difficult disputes among it (疑难纠纷化解), A3.
public enum ConferenceDecision {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let conference = Field(
    "conference", "联席会议", .reference("conference"), "The conference", source: "A3", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate, when it concerns one")
  public static let decision = Field("decision", "议定内容", .text, "What was decided", source: "A3", required: true)
  public static let dispute = Field("dispute", "疑难纠纷", .flag, "It concerns a difficult dispute", source: "A3")
  public static let responsible = Field("responsible", "责任单位", .text, "The unit that carries it out", source: "A3")
  public static let due = Field("due", "应完成日期", .day, "Day by which it is to be carried out")
  public static let doneOn = Field("done_on", "完成日期", .day, "Day on which it was carried out")
  public static let outcome = Field("outcome", "办理结果", .text, "What came of it")

  public static let schema = TableSchema(
    name: "conference_decision", plural: "conference_decisions", chinese: "议定事项", meaning: "A decision of a joint conference",
    source: "A3", key: "number",
    fields: [number, conference, project, decision, dispute, responsible, due, doneOn, outcome])
}
