internal import Columns

/// A9: 建立社区、业主委员会（物业管理委员会）、物业服务企业三方联动协调运行机制。
/// Reading: a manager came to a meeting or did not, so that an absence counts once. Parameters: none.
extension CityInvariant {
  static let attendanceTwice = CityInvariant(
    "attendance-twice", "A9", on: MeetingAttendance.schema, zh: "一人一次会议只签到一次", en: "a manager's attendance of a meeting is recorded once",
    needs: [
      Need(
        "same", MeetingAttendance.schema,
        [
          (MeetingAttendance.community, .subject(MeetingAttendance.community)), (MeetingAttendance.manager, .subject(MeetingAttendance.manager)),
          (MeetingAttendance.meetingOn, .subject(MeetingAttendance.meetingOn)),
        ])
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.others("same").first.map { Bilingual(zh: "`\($0.key)` 已有该次会议的签到", en: "`\($0.key)` has that attendance already") }
  }
}
