public import Columns

/// A measure of supervision (约谈、通报、记入信用档案) and the advice to the owners that goes with it, A7.
public enum SupervisionMeasure {
  public static let kinds = Enumeration(
    "supervision_kind",
    [
      .init("interview", "约谈"), .init("circular", "通报"), .init("credit entry", "记入信用档案"),
      .init("advice to owners", "建议业主大会"),
    ])
  public static let advices = Enumeration(
    "owners_advice",
    [
      .init("lower fee", "降低收费标准"), .init("dismiss", "解聘"), .init("none", "不作建议"),
    ])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate, when it concerns one")
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let kind = Field("measure", "措施", .enumeration(kinds), "What was done", source: "A7", required: true)
  public static let takenOn = Field("taken_on", "实施日期", .day, "Day of the measure", source: "A7", required: true)
  public static let facts = Field(
    "facts", "事实", .text, "The facts, without names or numbers of persons", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document")
  public static let advice = Field(
    "advice", "建议内容", .enumeration(advices), "What was advised to the owners' assembly at the same time", source: "A7")
  public static let advisedOn = Field("advised_on", "建议日期", .day, "Day of the advice", source: "A7")
  public static let outcome = Field("outcome", "办理结果", .text, "What came of it")
  public static let noticedOn = Field("noticed_on", "告知日期", .day, "Day on which the enterprise was told that a circular is proposed", source: "行政处罚法 44")
  public static let defence = Field("defence", "申辩内容", .text, "What the enterprise said to it")

  public static let schema = TableSchema(
    name: "supervision_measure", plural: "supervision_measures", chinese: "监管措施", meaning: "A measure of supervision and the advice to the owners",
    source: "A7", key: "number", dated: "taken_on",
    fields: [number, enterprise, project, county, kind, takenOn, facts, document, advice, advisedOn, outcome, noticedOn, defence])
}
