public import Columns

/// A duty that falls due (应办事项): a row exists whether or not anything was filed, so that what is missing can be counted.
///
/// No table of the register: ``Duties`` computes the rows from a snapshot and its requirements.
public enum Duty {
  public static let kinds = Enumeration(
    "duty_kind",
    [
      .init("enterprise filing", "企业备案"), .init("contract filing", "合同备案"), .init("manager filing", "负责人备案"),
      .init("reporting in to street", "街道报到"), .init("reporting in to community", "社区报到"),
      .init("common revenue accounts", "公共收益公开"), .init("manager and contact", "公示负责人及联系方式"),
      .init("complaint phone", "公示投诉电话"), .init("service standard", "公示服务内容和标准"),
      .init("fee standard", "公示收费项目和标准"), .init("facility maintenance", "公示设施维护保养"),
      .init("complaint channels", "公示投诉举报渠道"),
    ])
  public static let states = Enumeration(
    "duty_state",
    [
      .init("done in time", "按期完成"), .init("done late", "逾期完成"), .init("not yet due", "尚未到期"),
      .init("overdue", "逾期未完成"),
    ])

  public static let number = Field("number", "编号", .text, "The duty, the estate and the day it falls due", derived: true)
  public static let duty = Field(
    "duty", "应办事项", .enumeration(kinds), "What is to be done", source: "A2, A6, A13", derived: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", derived: true)
  public static let enterprise = Field(
    "enterprise", "企业", .reference("enterprise"), "The enterprise that serves the estate on the day it falls due",
    derived: true)
  public static let county = Field("county", "县区", .reference("division"), "County of the estate", derived: true)
  public static let coversFrom = Field("covers_from", "所属期起", .day, "First day of the period that it is about", derived: true)
  public static let coversUntil = Field("covers_until", "所属期止", .day, "Last day of the period that it is about", derived: true)
  public static let due = Field("due", "应完成日期", .day, "Last day on which it is done in time", derived: true)
  public static let doneOn = Field("done_on", "完成日期", .day, "Day on which it was done", derived: true)
  public static let lateBy = Field(
    "late_by", "逾期天数", .quantity(CalendarDays.type),
    "Calendar days from the due day to the day it was done, or to the data cut; 0 when in time or not yet due", derived: true)
  public static let state = Field("duty_state", "办理情况", .enumeration(states), "In time, late, not yet due or overdue", derived: true)
  public static let requirement = Field(
    "requirement", "要求出处", .text, "The article or the district's document that asks for it", derived: true)

  public static let schema = TableSchema(
    name: "duty", plural: "duties", chinese: "应办事项", meaning: "A duty that falls due, whether or not it was done",
    source: "A2, A6", key: "number", dated: "due",
    fields: [
      number, duty, project, enterprise, county, coversFrom, coversUntil, due, doneOn, lateBy, state, requirement,
    ])
}
