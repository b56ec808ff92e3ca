public import Columns

/// A community's urging of an enterprise (督促), A2. Only urgings about filing lead down the ladder to grade D.
public enum Urging {
  public static let topics = Enumeration("urging_topic", [.init("filing", "报备"), .init("other", "其他")])

  public static let number = Field("number", "编号", .text, "Number of the urging", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let topic = Field("topic", "督促事项", .enumeration(topics), "What it is about", source: "A2", required: true)
  public static let madeOn = Field("made_on", "督促日期", .day, "Day of the urging", required: true)
  public static let deadline = Field("deadline", "期限", .day, "Last day to comply", required: true)
  public static let heededOn = Field("heeded_on", "整改日期", .day, "Day on which it was complied with")

  public static let community = Field("community", "社区", .reference("community"), "The community that urged", source: "A2")

  public static let schema = TableSchema(
    name: "urging", plural: "urgings", chinese: "督促", meaning: "A community's urging of an enterprise", source: "A2", key: "number", dated: "made_on",
    fields: [number, enterprise, county, topic, madeOn, deadline, heededOn, community])
}
