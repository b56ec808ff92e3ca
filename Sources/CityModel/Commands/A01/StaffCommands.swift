internal import Columns

/// 工作职责, A1: authorities, staff, community committees, inspections; and the adoption of the city's text.
public let staffCommands: [CommandDescription] = [
  CommandDescription(
    "adopt policy", "记录政策通过", article: "A1", .new, PolicyVersion.schema, zh: "记录实施意见正式印发：文号和日期；此前据以作出的决定不成立",
    en: "record that the city's text was adopted: document and day; before that no decision can rest on it", by: Levels.city, at: .city,
    arguments: [.init(PolicyVersion.title, example: "关于进一步解决物业领域突出问题的实施意见"), .init(PolicyVersion.adoptedOn, example: "2026-09-01")],
    evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.requireNotFuture(PolicyVersion.adoptedOn)
    let document = CaseValue.trimmed(attempt.command.document ?? "")
    try attempt.require(
      document.contains("〔"), "document-missing", zh: "须写明印发文号（--document 长政发〔2026〕8号）", en: "the number of the document is needed (--document 长政发〔2026〕8号)")
    try attempt.require(
      attempt.has(PolicyVersion.adoptedOn), "argument-missing", zh: "须写明发布日期（--adopted-on）", en: "the day of adoption is needed (--adopted-on)")
    return attempt.writeArguments(and: [
      (PolicyVersion.code, .text(CaseValue.trimmed(attempt.command.subject))), (PolicyVersion.document, .text(document)),
    ])
  },
  .record(
    "register authority", "登记机构", article: "A1", Authority.schema, zh: "县（区）专门机构、街道（乡镇）物业服务中心", en: "a county's agency, a street's service centre",
    by: Levels.upper, at: .division(Authority.division),
    [Authority.name, Authority.level, Authority.division, Authority.county, Authority.dedicatedAgency, Authority.serviceCentreOn]),
  .update(
    "name agency", "明确专门机构", article: "A1", Authority.schema, zh: "县（区）明确专门机构负责物业管理工作；不再负责的写“否”",
    en: "a county's agency is charged with property management, or is no more", by: Levels.upper, at: .division(Authority.division),
    [.init(Authority.dedicatedAgency, required: true, example: "是")], evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(
      attempt.row.text(Authority.level) == "county", "authority-level", zh: "专门机构由县（区）明确", en: "it is a county that names its agency")
    try attempt.require(
      attempt.row[Authority.dedicatedAgency] != attempt[Authority.dedicatedAgency], "already-done", zh: "现在就是这样登记的", en: "it is recorded so already")
  },
  .update(
    "set up service centre", "设立服务中心", article: "A1", Authority.schema, zh: "街道（乡镇）设立物业服务中心", en: "a street sets up its service centre",
    by: Levels.county + Levels.street, at: .division(Authority.division), [.init(Authority.serviceCentreOn, required: true, example: "2026-11-20")],
    past: [Authority.serviceCentreOn], unset: Authority.serviceCentreOn, evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(
      attempt.row.text(Authority.level) == "street", "authority-level", zh: "物业服务中心由街道（乡镇）设立", en: "it is a street that sets up a service centre")
  },
  .record(
    "assign staff", "配备人员", article: "A1", StaffAssignment.schema, zh: "县（区）5名以上、街道（乡镇）1名以上专职工作人员", en: "a person works at an authority",
    by: Levels.upper, at: .related("authority", Authority.division),
    [StaffAssignment.authority, StaffAssignment.person, StaffAssignment.fullTime, StaffAssignment.startsOn],
    needs: [.row(argument: StaffAssignment.authority, in: Authority.schema)]),
  .update(
    "end staff", "人员离任", article: "A1", StaffAssignment.schema, zh: "人员离任", en: "the person leaves", by: Levels.upper,
    at: .related("authority", Authority.division), [.init(StaffAssignment.endedOn, example: "2026-12-31")], unset: StaffAssignment.endedOn,
    needs: [.row(StaffAssignment.authority, in: Authority.schema)]),
  .record(
    "enter community", "登记社区", article: "A1", Community.schema, zh: "街道（乡镇）下的社区，十二位代码", en: "a community of a street, by its code of twelve digits",
    by: Levels.upper, at: .division(Community.street), [Community.name, Community.street, Community.county]),
  .record(
    "set up community committee", "组建社区物管委", article: "A1", CommunityCommittee.schema, zh: "社区组建物业管理委员会", en: "a community sets up its committee",
    by: Levels.local, at: .related("community", Community.code),
    [CommunityCommittee.community, CommunityCommittee.establishedOn, CommunityCommittee.members], past: [CommunityCommittee.establishedOn],
    needs: [
      .row(argument: CommunityCommittee.community, in: Community.schema),
      Need("committees", CommunityCommittee.schema, [(CommunityCommittee.community, .argument(CommunityCommittee.community))]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let standing = attempt.rows("committees").first { !$0.has(CommunityCommittee.endedOn) }
    try attempt.require(
      standing == nil, "already-done", zh: "该社区已有物业管理委员会 `\(standing?.key ?? "")`", en: "the community has its committee `\(standing?.key ?? "")`")
  },
  .update(
    "end community committee", "撤销社区物管委", article: "A1", CommunityCommittee.schema, zh: "社区物业管理委员会撤销，或换届由新一届接替",
    en: "the community's committee is dissolved, or the next one takes its place", by: Levels.local, at: .related("community", Community.code),
    today: [CommunityCommittee.endedOn], unset: CommunityCommittee.endedOn, needs: [.row(CommunityCommittee.community, in: Community.schema)]),
  .record(
    "inspect", "督导检查", article: "A1", Inspection.schema, zh: "督导检查及发现的问题", en: "an inspection and what it found", by: Levels.offices,
    at: .division(Inspection.county),
    [Inspection.county, Inspection.authority, Inspection.project, Inspection.enterprise, Inspection.inspectedOn, Inspection.subject, Inspection.problems, Inspection.findings],
    past: [Inspection.inspectedOn]),
  .update(
    "follow up", "复查", article: "A1", Inspection.schema, zh: "复查整改情况", en: "look again whether the problems are resolved", by: Levels.offices,
    at: .division(Inspection.county), [.init(Inspection.resolved, example: "是")], today: [Inspection.followedUpOn], unset: Inspection.followedUpOn),
  .record(
    "check season", "季节检查", article: "A1", InspectionItem.schema, zh: "防汛、除雪、供暖、防火等季节检查的一项", en: "an item of a season's checklist at an estate",
    by: Levels.lower, at: .project(InspectionItem.project), [InspectionItem.project, InspectionItem.season, InspectionItem.item, InspectionItem.met],
    today: [InspectionItem.inspectedOn]),
  .update(
    "fix season defect", "消除季节隐患", article: "A1", InspectionItem.schema, zh: "该项隐患已消除", en: "the defect is gone", by: Levels.lower,
    at: .project(InspectionItem.project), today: [InspectionItem.fixedOn], unset: InspectionItem.fixedOn, evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(attempt.row.flag(InspectionItem.met) != true, "nothing-wrong", zh: "该项检查合格", en: "the item was in order")
  },
]
