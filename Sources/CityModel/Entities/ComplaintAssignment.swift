public import Columns

/// Who is responsible for a complaint, and since when (责任到人), A13.
public enum ComplaintAssignment {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let complaint = Field("complaint", "投诉", .reference("complaint"), "The complaint", source: "A13", required: true)
  public static let person = Field(
    "person", "人员编号", .text, "Number of the responsible officer", source: "A13", personalData: .pseudonym, required: true)
  public static let assignedAt = Field("assigned_at", "责任到人时间", .moment, "When the person was named", source: "A13", required: true)

  public static let schema = TableSchema(
    name: "complaint_assignment", plural: "complaint_assignments", chinese: "投诉责任人", meaning: "The officer responsible for a complaint",
    source: "A13", key: "number", dated: "assigned_at", fields: [number, complaint, person, assignedAt])
}
