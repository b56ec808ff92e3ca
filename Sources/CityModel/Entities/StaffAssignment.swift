public import Columns

/// A person's work at an authority (人员配备), A1.
public enum StaffAssignment {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let authority = Field(
    "authority", "管理机构", .reference("authority"), "The authority", source: "A1", required: true)
  public static let person = Field(
    "person", "人员编号", .text, "Number of the person in the authority's own books, no name", source: "A1", personalData: .pseudonym, required: true)
  public static let fullTime = Field("full_time", "专职", .flag, "Works there full-time", source: "A1", required: true)
  public static let startsOn = Field("starts_on", "起始日期", .day, "First day", required: true)
  public static let endedOn = Field("ended_on", "终止日期", .day, "Last day")

  public static let schema = TableSchema(
    name: "staff_assignment", plural: "staff_assignments", chinese: "人员配备", meaning: "A person's work at an authority",
    source: "A1", key: "number", dated: "starts_on",
    fields: [number, authority, person, fullTime, startsOn, endedOn])
}
