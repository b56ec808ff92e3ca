public import Columns

/// The recorded determination that owners are to be guided to dismiss an enterprise (引导解聘), A8 second paragraph.
public enum Guidance {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let project = Field("project", "项目", .reference("project"), "The estate", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let determinedOn = Field(
    "determined_on", "认定日期", .day, "Day of the determination", source: "A8", required: true)
  public static let refuses = Field("refuses", "拒不整改", .flag, "It refuses to rectify", source: "A8", required: true)
  public static let breach = Field(
    "breach", "不履约", .flag, "It does not perform the contract", source: "A8", required: true)
  public static let strongReaction = Field(
    "strong_reaction", "反映强烈", .flag, "The owners react strongly", source: "A8", required: true)
  public static let facts = Field(
    "facts", "事实", .text, "The facts, without names or numbers of persons", required: true)
  public static let document = Field("document", "文号", .text, "Number of the document", required: true)
  public static let outcome = Field("outcome", "办理结果", .text, "What came of it")

  public static let schema = TableSchema(
    name: "guidance", plural: "guidances", chinese: "引导解聘认定", meaning: "A determination that owners are to be guided to dismiss",
    source: "A8", key: "number", dated: "determined_on",
    fields: [
      number, enterprise, project, county, determinedOn, refuses, breach, strongReaction, facts, document, outcome,
    ])
}
