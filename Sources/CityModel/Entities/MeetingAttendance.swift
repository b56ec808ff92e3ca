public import Columns

/// Whether a manager came to a community meeting, A2, A9.
public enum MeetingAttendance {
  public static let number = Field("number", "编号", .text, "Number of the record", required: true)
  public static let community = Field(
    "community", "社区", .reference("community"), "The community that met", source: "A2", required: true)
  public static let manager = Field(
    "manager", "项目负责人", .reference("manager"), "The manager who was invited", source: "A2", required: true)
  public static let meetingOn = Field("meeting_on", "会议日期", .day, "Day of the meeting", required: true)
  public static let attended = Field("attended", "到会", .flag, "The manager came", required: true)

  public static let schema = TableSchema(
    name: "meeting_attendance", plural: "meeting_attendances", chinese: "社区会议签到", meaning: "Whether a manager came to a community meeting",
    source: "A2", key: "number", dated: "meeting_on",
    fields: [number, community, manager, meetingOn, attended])
}
