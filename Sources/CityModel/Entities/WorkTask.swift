public import Columns

/// A task to mend a weakness (抓重点、补短板、强弱项), A16.
public enum WorkTask {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County; none for the city's")
  public static let title = Field("title", "标题", .text, "What is to be done", source: "A16", required: true)
  public static let responsible = Field(
    "responsible", "责任单位", .text, "The unit that carries it out", source: "A16", required: true)
  public static let assignedOn = Field(
    "assigned_on", "交办日期", .day, "Day on which it was given", source: "A16", required: true)
  public static let due = Field("due", "应完成日期", .day, "Day by which it is to be done")
  public static let doneOn = Field("done_on", "完成日期", .day, "Day on which it was done")
  public static let outcome = Field("outcome", "办理结果", .text, "What came of it")

  public static let matters = Enumeration(
    "task_matter",
    [.init("policy", "研究制定政策"), .init("activity", "部署重要活动"), .init("great problem", "协调重大问题"), .init("weakness", "补短板")])
  public static let matter = Field("task_matter", "任务类别", .enumeration(matters), "What kind of work it is", source: "A15, A16")
  public static let leadingGroup = Field(
    "leading_group", "领导小组", .reference("leading_group"), "The leading group that gave it, when one did", source: "A15")

  public static let schema = TableSchema(
    name: "work_task", plural: "work_tasks", chinese: "工作任务", meaning: "A task to mend a weakness", source: "A16",
    key: "number", dated: "assigned_on",
    fields: [number, county, title, responsible, assignedOn, due, doneOn, outcome, matter, leadingGroup])
}
