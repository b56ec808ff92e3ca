internal import Columns

/// 物业联席会议, A3: convened by the county leader in charge, at least once a quarter; decisions with owner and due day.
public let conferenceCommands: [CommandDescription] = [
  .record(
    "hold conference", "召开联席会议", article: "A3", Conference.schema, zh: "由分管物业管理工作的县（区）领导召集，每季度至少一次", en: "a joint conference was held",
    by: Levels.upper, at: .division(Conference.county),
    [Conference.county, Conference.convenedOn, Conference.convener, Conference.ledByLeader, Conference.departments, Conference.agenda],
    document: Conference.document, evidence: true),
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
]
