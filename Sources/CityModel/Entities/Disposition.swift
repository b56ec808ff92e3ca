public import Columns

/// What was done about a complaint (处置结果) and that the complainant was told: without one it is not basically closed, A13.
public enum Disposition {
  public static let kinds = Enumeration("disposition_kind", [.init("fixed", "已解决"), .init("planned", "限期解决")])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let complaint = Field("complaint", "投诉", .reference("complaint"), "The complaint", source: "A13", required: true)
  public static let kind = Field("disposition", "处置结果", .enumeration(kinds), "Solved, or to be solved by a day", source: "A13", required: true)
  public static let result = Field("result", "处置内容", .text, "What was done, without names or numbers of persons", source: "A13", required: true)
  public static let plannedUntil = Field("planned_until", "解决期限", .day, "Day by which it is to be solved")
  public static let informedAt = Field("informed_at", "告知投诉人时间", .moment, "When the complainant was told", source: "A13", required: true)
  public static let person = Field("person", "人员编号", .text, "Number of the officer who handled it", personalData: .pseudonym, required: true)
  public static let recordedAt = Field("recorded_at", "记录时间", .moment, "When it was recorded", required: true)

  public static let schema = TableSchema(
    name: "disposition", plural: "dispositions", chinese: "处置结果", meaning: "What was done about a complaint", source: "A13",
    key: "number", dated: "recorded_at",
    fields: [number, complaint, kind, result, plannedUntil, informedAt, person, recordedAt])
}
