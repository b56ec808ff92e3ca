public import Columns

/// A complaint (投诉) from acceptance to the revisit, A8, A13.
public enum Complaint {
  public static let channels = Enumeration(
    "channel",
    [
      .init("provincial", "省级系统"), .init("12345", "12345热线"), .init("phone", "来电"), .init("visit", "来访"),
      .init("petition", "信访"), .init("other", "其他渠道"),
    ])
  public static let categories = Enumeration(
    "category",
    [
      .init("lift entrapment", "电梯困人"), .init("lift failure", "电梯故障"), .init("heating", "供暖"), .init("water supply", "供水"),
      .init("power supply", "供电"), .init("roof or wall leak", "屋面外墙渗漏"), .init("drainage", "排水"), .init("cleaning", "环境卫生"),
      .init("waste", "垃圾清运"), .init("greenery", "绿化"), .init("security", "安保"), .init("parking", "停车秩序"), .init("noise", "噪声"),
      .init("fire lane", "消防通道"), .init("flying wires", "飞线充电"), .init("fees", "物业收费"), .init("common revenue", "公共收益"),
      .init("illegal building", "违章搭建"), .init("maintenance fund", "维修资金"), .init("pests", "虫鼠害"), .init("attitude", "服务态度"),
      .init("other", "其他"), .init("unknown", "未分类"),
    ])
  public static let statuses = Enumeration(
    "complaint_status",
    [
      .init("received", "已接收"), .init("open", "办理中"), .init("basically closed", "基本办结"), .init("rework", "重新办理"),
      .init("closed", "已办结"), .init("withdrawn", "已撤回"), .init("duplicate", "重复件"), .init("transferred", "已转办"),
    ])
  public static let findings = Enumeration(
    "finding",
    [.init("substantiated", "属实"), .init("partly", "部分属实"), .init("unsubstantiated", "不属实"), .init("undetermined", "待查")])
  public static let delayCauses = Enumeration(
    "delay_cause", [.init("none", "无延误"), .init("enterprise", "企业原因"), .init("department", "部门原因"), .init("third party", "第三方原因")])

  public static let number = Field("number", "编号", .text, "Number of the work order at its source", source: "GB/T 33358", required: true)
  public static let source = Field("source", "来源", .text, "Where the record was imported from", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate complained about", required: true)
  public static let enterprise = Field(
    "enterprise", "企业", .reference("enterprise"), "The enterprise that served the estate when the complaint was accepted", source: "A8")
  public static let channel = Field("channel", "渠道", .enumeration(channels), "How it came in", source: "A13")
  public static let category = Field("category", "类别", .enumeration(categories), "What it is about", source: "GB/T 33358", required: true)
  public static let complainant = Field(
    "complainant", "投诉人", .token, "Stands for the complainant; none when anonymous", source: "A8", personalData: .pseudonym)
  public static let reportedAt = Field("reported_at", "反映时间", .moment, "When the person reported it")
  public static let acceptedAt = Field("accepted_at", "受理时间", .moment, "When the competent department accepted it: all clocks start here", source: "A13", required: true)
  public static let assignedAt = Field("assigned_at", "责任到人时间", .moment, "When a responsible person was named", source: "A13")
  public static let preliminaryAt = Field("preliminary_at", "初步结果时间", .moment, "When the enterprise was contacted and a preliminary result given", source: "A13")
  public static let basicallyClosedAt = Field("basically_closed_at", "基本办结时间", .moment, "When a disposition was recorded and the complainant informed", source: "A13")
  public static let closedAt = Field("closed_at", "办结时间", .moment, "When it was closed after the revisit", source: "A13")
  public static let status = Field("status", "状态", .enumeration(statuses), "Where it stands", source: "A13", required: true)
  public static let finding = Field("finding", "认定", .enumeration(findings), "Whether the matter complained about is true", source: "A8")
  public static let delayCause = Field("delay_cause", "延误原因", .enumeration(delayCauses), "Recorded cause of a delay", source: "A13")
  public static let revisitedAt = Field("revisited_at", "回访时间", .moment, "When the complainant was asked again", source: "A13")
  public static let satisfied = Field("satisfied", "满意", .flag, "Answer at the revisit", source: "A8")
  public static let falseClosure = Field("false_closure", "虚假办结", .flag, "The revisit found that it had not been dealt with", source: "A13")
  public static let reworks = Field("reworks", "重办次数", .integer, "How often it was dealt with again", source: "A13")
  public static let building = Field("building", "楼栋", .reference("building"), "The building it is about; no door", source: "A13")
  public static let maskedName = Field(
    "masked_name", "脱敏姓名", .text, "The complainant's surname", source: "PIPL 51", personalData: .masked)
  public static let maskedPhone = Field(
    "masked_phone", "脱敏电话", .text, "The complainant's telephone number, its middle hidden", source: "PIPL 51", personalData: .masked)
  public static let content = Field(
    "content", "公开内容", .text, "What was complained about, without persons", source: "PIPL 25", personalData: .masked)

  public static let duplicateOf = Field(
    "duplicate_of", "原件", .text, "Number and source of the complaint that this one repeats: its finding is that one's", source: "A8")

  public static let county = Field("county", "县区", .reference("division"), "County of the estate", source: "A8", derived: true)
  public static let street = Field("street", "街道", .reference("division"), "Street of the estate", source: "A13", derived: true)
  public static let assignDue = Field("assign_due", "责任到人时限", .moment, "Thirty minutes after acceptance", source: "A13", derived: true)
  public static let preliminaryDue = Field("preliminary_due", "初步结果时限", .moment, "Three hours after acceptance", source: "A13", derived: true)
  public static let closeDue = Field("close_due", "基本办结时限", .moment, "The end of the third day after acceptance", source: "A13", derived: true)
  public static let overdue = Field("overdue", "超期", .flag, "Not basically closed in time: late, or still open after its time at the data cut", source: "A13", derived: true)
  public static let closingTime = Field("closing_time", "办理时长", .elapsed, "From acceptance to basic closure, or to the data cut while open", source: "A13", derived: true)

  public static let schema = TableSchema(
    name: "complaint", plural: "complaints", chinese: "投诉", meaning: "A complaint about property management", source: "A13", key: "number", dated: "accepted_at",
    fields: [
      number, source, project, enterprise, channel, category, complainant, reportedAt, acceptedAt, assignedAt, preliminaryAt,
      basicallyClosedAt, closedAt, status, finding, delayCause, revisitedAt, satisfied, falseClosure, reworks, building, maskedName, maskedPhone, content, duplicateOf, county, street, assignDue,
      preliminaryDue, closeDue, overdue, closingTime,
    ])
}
