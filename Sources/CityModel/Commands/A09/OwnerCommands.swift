internal import Columns

/// 业主自治, A9: committees, assemblies, votes after Civil Code 278.
public let ownerCommands: [CommandDescription] = [
  .record(
    "form committee", "组建业委会", article: "A9", Committee.schema, zh: "业主委员会或物管会产生", en: "an owners' or interim committee comes into being",
    by: Levels.local, at: .project(Committee.project),
    [Committee.project, Committee.kind, Committee.electedOn, Committee.expiresOn, Committee.members], past: [Committee.electedOn], evidence: true),
  .update(
    "file committee", "业委会备案", article: "A9", Committee.schema, zh: "向街道（乡镇）备案", en: "the committee is filed with the street", by: Levels.street,
    at: .project(Committee.project), today: [Committee.filedOn], unset: Committee.filedOn),
  .update(
    "end committee", "业委会终止", article: "A9", Committee.schema, zh: "任期届满或解散", en: "the committee has ended", by: Levels.local,
    at: .project(Committee.project), today: [Committee.endedOn], unset: Committee.endedOn),
  .record(
    "hold assembly", "召开业主大会", article: "A9", Assembly.schema, zh: "业主大会会议，或社区、业委会、企业三方会议", en: "an assembly of the owners, or a tripartite meeting",
    by: Levels.local, at: .project(Assembly.project), [Assembly.project, Assembly.kind, Assembly.convenedOn, Assembly.agenda, Assembly.participants],
    past: [Assembly.convenedOn]),
  .record(
    "record attendance", "会议签到", article: "A9", MeetingAttendance.schema, zh: "社区召集的三方会议，项目负责人是否到会", en: "whether a manager came to the meeting that a community called",
    by: Levels.local, at: .related("community", Community.code),
    [MeetingAttendance.community, MeetingAttendance.manager, MeetingAttendance.meetingOn, MeetingAttendance.attended], past: [MeetingAttendance.meetingOn],
    needs: [
      .row(argument: MeetingAttendance.community, in: Community.schema),
      Need("assignments", ManagerAssignment.schema, [(ManagerAssignment.manager, .argument(MeetingAttendance.manager))]),
      Need("estates", Project.schema, [(Project.code, .each("assignments", ManagerAssignment.project))]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let held = attempt[MeetingAttendance.meetingOn].day ?? attempt.day
    let managed = Set(
      attempt.rows("assignments").filter { row in
        (row.day(ManagerAssignment.startsOn).map { $0 <= held } ?? false) && (row.day(ManagerAssignment.endedOn).map { held <= $0 } ?? true)
      }.compactMap { $0.text(ManagerAssignment.project) })
    let community = attempt.first("community")
    let isHere = attempt.rows("estates").contains { estate in
      guard managed.contains(estate.key) else { return false }
      return estate.has(Project.community) ? estate[Project.community] == attempt[MeetingAttendance.community] : estate[Project.street] == community?[Community.street]
    }
    try attempt.require(
      isHere, "manager-elsewhere", zh: "该负责人当日不在该社区的项目任职", en: "on that day the manager had no estate in the community")
  },
  .record(
    "record vote", "记录表决", article: "A9", OwnerVote.schema, zh: "业主共同决定：面积和人数双过三分之二参与，过半（重大事项四分之三）同意",
    en: "a joint decision of the owners: two thirds take part, more than half (three quarters) agree, by area and by head", by: Levels.local,
    at: .project(OwnerVote.project),
    [
      OwnerVote.project, OwnerVote.building, OwnerVote.matter, OwnerVote.votedOn, OwnerVote.totalArea, OwnerVote.totalOwners, OwnerVote.votingArea,
      OwnerVote.votingOwners, OwnerVote.yesArea, OwnerVote.yesOwners, OwnerVote.declared, OwnerVote.amountLimit, OwnerVote.expiresOn,
    ], past: [OwnerVote.votedOn], document: OwnerVote.document, evidence: true),
]

/// Civil Code 278 in whole numbers.
public enum OwnerVotes {
  /// Matters (6) to (8), which need three quarters.
  static let special: Set = ["fund raising", "rebuilding", "change of use"]

  /// Whether two thirds took part and enough of them agreed, by exclusive area and by head.
  public static func isCarried(_ vote: CaseRow) -> Bool {
    guard let totalArea = vote.number(OwnerVote.totalArea), let totalOwners = vote.number(OwnerVote.totalOwners),
      let partArea = vote.number(OwnerVote.votingArea), let partOwners = vote.number(OwnerVote.votingOwners),
      let yesArea = vote.number(OwnerVote.yesArea), let yesOwners = vote.number(OwnerVote.yesOwners), totalArea > 0, totalOwners > 0
    else { return false }
    // 128 bits, so that no product overflows.
    func least(_ part: Int64, _ a: Int128, of whole: Int64, _ b: Int128) -> Bool { a * Int128(part) >= b * Int128(whole) }
    guard least(partArea, 3, of: totalArea, 2), least(partOwners, 3, of: totalOwners, 2) else { return false }
    if special.contains(vote.text(OwnerVote.matter) ?? "") {
      return least(yesArea, 4, of: partArea, 3) && least(yesOwners, 4, of: partOwners, 3)
    }
    return 2 * Int128(yesArea) > Int128(partArea) && 2 * Int128(yesOwners) > Int128(partOwners)
  }
}
