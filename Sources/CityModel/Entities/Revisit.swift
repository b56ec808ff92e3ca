public import Columns

/// An entry of the revisit ledger (回访台账), A13.
public enum Revisit {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let complaint = Field(
    "complaint", "投诉", .reference("complaint"), "The complaint", source: "A13", required: true)
  public static let level = Field(
    "level", "层级", .enumeration(Division.levels), "Which of the four levels asked", source: "A1", required: true)
  public static let revisitedAt = Field(
    "revisited_at", "回访时间", .moment, "When the complainant was asked", source: "A13", required: true)
  public static let by = Field(
    "person", "人员编号", .text, "Number of the person who asked, no name", source: "A13", personalData: .pseudonym)
  public static let satisfied = Field("satisfied", "满意", .flag, "The answer", source: "A13")
  public static let falseClosure = Field("false_closure", "虚假办结", .flag, "It had not been dealt with", source: "A13")

  public static let schema = TableSchema(
    name: "revisit", plural: "revisits", chinese: "回访", meaning: "An entry of the revisit ledger", source: "A13",
    key: "number", dated: "revisited_at",
    fields: [number, complaint, level, revisitedAt, by, satisfied, falseClosure])
}
