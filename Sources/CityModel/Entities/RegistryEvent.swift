public import Columns

/// An event that the approval, housing and tax authorities tell one another (信息推送互通), A2.
public enum RegistryEvent {
  public static let kinds = Enumeration(
    "registry_event_kind",
    [
      .init("registered", "注册登记"), .init("operating", "开业经营"), .init("tax registered", "税务登记"),
      .init("no tax record", "无纳税记录"), .init("licence cancelled", "营业执照注销"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let kind = Field(
    "registry_event", "登记信息", .enumeration(kinds), "What happened", source: "A2", required: true)
  public static let department = Field(
    "told_by", "推送部门", .enumeration(Departments.words), "The authority that told it", source: "A2", required: true)
  public static let happenedOn = Field("happened_on", "发生日期", .day, "Day of the event", source: "A2", required: true)
  public static let receivedOn = Field("received_on", "接收日期", .day, "Day on which it was received", source: "A2")

  public static let schema = TableSchema(
    name: "registry_event", plural: "registry_events", chinese: "登记信息", meaning: "A registration, tax or cancellation event of an enterprise",
    source: "A2", key: "number", dated: "happened_on",
    fields: [number, enterprise, kind, department, happenedOn, receivedOn])
}
