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

/// Clauses about conferences, A3.
public let conferenceInvariants: [CityInvariant] = [
  .init(
    "conference-in-future", "A3", on: Conference.schema, zh: "尚未召开的会议不得记为已召开", en: "a conference that lies ahead was not held"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let held = changed.row.day(Conference.convenedOn), held > changed.day else { return nil }
    return Bilingual(zh: "召开日期 \(held) 在今后", en: "\(held) has not come")
  },
  .init(
    "conference-edited", "A3", on: Conference.schema, zh: "会议记录不得更改或删除，一次会议不能顶两个季度", en: "minutes are not edited; one meeting does not serve two quarters"
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.isNew ? nil : Bilingual(zh: "会议记录不得更改", en: "minutes are not edited")
  },
]
