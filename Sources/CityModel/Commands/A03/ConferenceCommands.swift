internal import Columns

/// 物业联席会议, A3: convened by the county leader in charge, at least once a quarter; decisions with owner and due day.
public let conferenceCommands: [CommandDescription] = [
  .record(
    "hold conference", "召开联席会议", article: "A3", Conference.schema, zh: "由分管物业管理工作的县（区）领导召集，每季度至少一次", en: "a joint conference was held",
    by: Levels.upper, at: .division(Conference.county),
    [Conference.county, Conference.convenedOn, Conference.convener, Conference.ledByLeader, Conference.departments, Conference.agenda],
    document: Conference.document, evidence: true, needs: [Need("units", MemberUnit.schema, [(MemberUnit.county, .argument(Conference.county))])]),
  .record(
    "record decision", "记录议定事项", article: "A3", ConferenceDecision.schema, zh: "议定事项、责任单位和完成期限", en: "what was decided, by whom to be done and by when",
    by: Levels.upper, at: .related("conference", Conference.county),
    [
      ConferenceDecision.conference, ConferenceDecision.decision, ConferenceDecision.responsible, ConferenceDecision.due,
      ConferenceDecision.project, ConferenceDecision.dispute,
    ], needs: [.row(argument: ConferenceDecision.conference, in: Conference.schema)]),
  .update(
    "close decision", "办结议定事项", article: "A3", ConferenceDecision.schema, zh: "议定事项已办结", en: "what was decided has been done",
    by: Levels.upper, at: .related("conference", Conference.county), [.init(ConferenceDecision.outcome, example: "消防通道已清理")],
    today: [ConferenceDecision.doneOn], unset: ConferenceDecision.doneOn, needs: [.row(ConferenceDecision.conference, in: Conference.schema)]),
  .record(
    "name member unit", "确定成员单位", article: "A3", MemberUnit.schema, zh: "联席会议机制或领导小组的成员单位及其职能分工；不写县（区）的为市级",
    en: "a member unit of the joint conference, or of a leading group, and its duty; the city's own names no county", by: Levels.upper,
    at: .division(MemberUnit.county), [MemberUnit.county, MemberUnit.name, MemberUnit.leadingGroup, MemberUnit.assignedDuty, MemberUnit.startsOn, MemberUnit.otherNames],
    past: [MemberUnit.startsOn],
    needs: [
      .row(argument: MemberUnit.leadingGroup, in: LeadingGroup.schema),
      Need("namesakes", MemberUnit.schema, [(MemberUnit.name, .argument(MemberUnit.name))]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try CitysOwn.require(attempt, MemberUnit.county)
    if let group = attempt.first(MemberUnit.leadingGroup.name) { try LeadingGroupRows.require(attempt, group, of: attempt[MemberUnit.county]) }
    let same = attempt.rows("namesakes").first { row in
      !row.has(MemberUnit.endedOn) && row[MemberUnit.county] == attempt[MemberUnit.county]
        && row[MemberUnit.leadingGroup] == attempt[MemberUnit.leadingGroup]
    }
    try attempt.require(same == nil, "already-done", zh: "`\(same?.key ?? "")` 已是成员单位", en: "`\(same?.key ?? "")` is that member unit already")
  },
  .update(
    "end member unit", "退出成员单位", article: "A3", MemberUnit.schema, zh: "该单位不再是成员单位", en: "the unit is a member no more", by: Levels.upper,
    at: .division(MemberUnit.county), today: [MemberUnit.endedOn], unset: MemberUnit.endedOn
  ) { (attempt: CommandAttempt) throws(Refusal) in try CitysOwn.require(attempt, MemberUnit.county) },
]

/// What names no county is the city's own, and the city's officers alone record it.
enum CitysOwn {
  static func require(_ attempt: CommandAttempt, _ county: Field) throws(Refusal) {
    guard !attempt.has(county), !attempt.row.has(county), attempt.officer.level != .city else { return }
    throw attempt.refusal(
      "officer-level", zh: "没有写明县（区）：市级的由市级办理，\(attempt.officer.name)属\(attempt.officer.level.chinese)级",
      en: "it names no county: the city's own is the city's to record; \(attempt.officer.name) is of the level \(attempt.officer.level.rawValue)",
      help: Bilingual(zh: "写明 --county", en: "name the --county"))
  }
}
