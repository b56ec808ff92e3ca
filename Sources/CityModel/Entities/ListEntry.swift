public import Columns

/// An entry of a county's red or black list (红黑榜), A7.
public enum ListEntry {
  public static let kinds = Enumeration("list_kind", [.init("red", "红榜"), .init("black", "黑榜")])

  public static let number = Field("number", "编号", .text, "Number of the entry", required: true)
  public static let enterprise = Field("enterprise", "企业", .reference("enterprise"), "The enterprise", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County that listed it", required: true)
  public static let list = Field("list", "榜单", .enumeration(kinds), "Red or black", source: "A7", required: true)
  public static let reason = Field("reason", "列榜理由", .text, "Reason, as given to the enterprise", required: true)
  public static let noticedOn = Field("noticed_on", "告知日期", .day, "Day of the notice", source: "国办发〔2020〕49号")
  public static let decidedOn = Field("decided_on", "决定日期", .day, "Day of the decision: the entry takes effect", required: true)
  public static let document = Field("document", "文号", .text, "Number of the decision", required: true)
  public static let minimumUntil = Field("minimum_until", "最短期限", .day, "Last day of the minimum period", source: "NDRC Order 36")
  public static let maximumUntil = Field("maximum_until", "最长期限", .day, "Last day of the entry if nothing else is decided", source: "NDRC Order 36")
  public static let removedOn = Field("removed_on", "移出日期", .day, "Day of the removal: the entry no longer has effect", source: "A14")

  public static let schema = TableSchema(
    name: "list_entry", plural: "list_entries", chinese: "榜单记录", meaning: "An entry of a red or black list", source: "A7", key: "number", dated: "decided_on",
    fields: [number, enterprise, county, list, reason, noticedOn, decidedOn, document, minimumUntil, maximumUntil, removedOn])
}
