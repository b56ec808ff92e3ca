public import Columns

/// The monthly publication of a county's red and black lists (每月调整并向社会公布), A7.
public enum ListPublication {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)
  public static let coversFrom = Field(
    "covers_from", "所属期起", .day, "First day of the month", source: "A7", required: true)
  public static let coversUntil = Field(
    "covers_until", "所属期止", .day, "Last day of the month", source: "A7", required: true)
  public static let publishedOn = Field(
    "published_on", "公布日期", .day, "Day of publication", source: "A7", required: true)
  public static let redEntries = Field(
    "red_entries", "红榜数", .integer, "Entries of the red list", source: "A7", required: true)
  public static let blackEntries = Field(
    "black_entries", "黑榜数", .integer, "Entries of the black list", source: "A7", required: true)
  public static let fingerprint = Field(
    "fingerprint", "内容摘要", .text, "SHA-256 of the entries, in hexadecimal digits, so that a change is seen", source: "A7")
  public static let entries = Field(
    "published_entries", "公布内容", .text,
    "What was published: a line an entry with list, unified social credit code, number, document and day of the decision, tabs between them",
    source: "A7")

  public static let schema = TableSchema(
    name: "list_publication", plural: "list_publications", chinese: "榜单公布", meaning: "The monthly publication of a county's lists",
    source: "A7", key: "number", dated: "published_on",
    fields: [number, county, coversFrom, coversUntil, publishedOn, redEntries, blackEntries, fingerprint, entries])
}
