public import Columns

/// A step of an exit case: the owners' decision, the hand-over, the court (依法退出), A8.
public enum ExitStep {
  public static let steps = Enumeration(
    "exit_step_kind",
    [
      .init("owners' decision", "业主决定"), .init("contract end", "合同到期"), .init("mutual termination", "协商解除"),
      .init("handover", "移交"), .init("refusal to leave", "拒不退出"), .init("guidance to sue", "指导诉讼"),
      .init("judgment", "判决"), .init("court settlement", "法院调解"), .init("claim dismissed", "驳回诉请"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let exitCase = Field(
    "exit_case", "退出案件", .reference("exit_case"), "The case", source: "A8", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate, when it concerns one")
  public static let step = Field(
    "exit_step", "退出步骤", .enumeration(steps), "What was done", source: "A8", required: true)
  public static let doneOn = Field("done_on", "完成日期", .day, "Day on which it was done", source: "A8", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document")

  public static let schema = TableSchema(
    name: "exit_step", plural: "exit_steps", chinese: "退出步骤", meaning: "A step of an exit case", source: "A8",
    key: "number", dated: "done_on",
    fields: [number, exitCase, project, step, doneOn, document])
}
