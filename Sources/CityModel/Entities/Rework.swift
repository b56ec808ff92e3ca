public import Columns

/// A complaint dealt with again after a revisit (重新办理), A13. The complaint keeps its first clocks; the rework has the same term from its
/// reopening.
public enum Rework {
  public static let causes = Enumeration("rework_cause", [.init("false closure", "虚假办结"), .init("dissatisfied", "不满意")])

  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let complaint = Field(
    "complaint", "投诉", .reference("complaint"), "The complaint", source: "A13", required: true)
  public static let revisit = Field("revisit", "回访", .reference("revisit"), "The revisit that led to it", source: "A13")
  public static let cause = Field("rework_cause", "重办原因", .enumeration(causes), "Why", source: "A13", required: true)
  public static let reopenedAt = Field(
    "reopened_at", "重办时间", .moment, "When it was taken up again", source: "A13", required: true)
  public static let basicallyClosedAt = Field(
    "basically_closed_at", "基本办结时间", .moment, "When it was basically closed again", source: "A13")

  public static let schema = TableSchema(
    name: "rework", plural: "reworks", chinese: "重新办理", meaning: "A complaint dealt with again", source: "A13",
    key: "number", dated: "reopened_at",
    fields: [number, complaint, revisit, cause, reopenedAt, basicallyClosedAt])
}
