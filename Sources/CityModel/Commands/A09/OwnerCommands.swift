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

/// Clauses about owners' decisions, A9 and Civil Code 278.
public let voteInvariants: [CityInvariant] = [
  .init(
    "vote-not-carried", "Civil Code 278", on: OwnerVote.schema, zh: "未达到法定比例不得宣布通过", en: "no vote is declared passed without the majorities of 278"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.row.flag(OwnerVote.declared) == true, !OwnerVotes.isCarried(changed.row) else { return nil }
    let three = OwnerVotes.special.contains(changed.row.text(OwnerVote.matter) ?? "")
    return Bilingual(
      zh: "须面积、人数均有三分之二以上参与，且参与者\(three ? "四分之三以上" : "过半数")同意",
      en: "two thirds by area and by head must take part, and \(three ? "three quarters" : "more than half") of them agree")
  },
  .init(
    "vote-totals", "Civil Code 278", on: OwnerVote.schema, zh: "同意不超过参与，参与不超过总数，总数不超过台账", en: "agreed ≤ took part ≤ asked ≤ the register",
    needs: [
      Need("project", Project.schema, [(Project.code, .subject(OwnerVote.project))]),
      Need("building", Building.schema, [(Building.code, .subject(OwnerVote.building))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    let row = changed.row
    func number(_ field: Field) -> Int64 { row.number(field) ?? 0 }
    for (yes, part, total) in [
      (OwnerVote.yesArea, OwnerVote.votingArea, OwnerVote.totalArea), (OwnerVote.yesOwners, OwnerVote.votingOwners, OwnerVote.totalOwners),
    ] where !(0 <= number(yes) && number(yes) <= number(part) && number(part) <= number(total)) {
      return Bilingual(zh: "“\(yes.chinese)”“\(part.chinese)”“\(total.chinese)”前后矛盾", en: "`\(yes.name)`, `\(part.name)` and `\(total.name)` contradict one another")
    }
    if number(OwnerVote.totalArea) == 0 || number(OwnerVote.totalOwners) == 0 { return Bilingual(zh: "总数不得为零", en: "the totals are zero") }
    let area = row.has(OwnerVote.building) ? changed.first("building")?.number(Building.area) : changed.first("project")?.number(Project.area)
    let households =
      row.has(OwnerVote.building) ? changed.first("building")?.number(Building.households) : changed.first("project")?.number(Project.households)
    if let area, number(OwnerVote.totalArea) > area {
      return Bilingual(zh: "应表决面积超过台账的建筑面积", en: "the area asked is more than the register's")
    }
    if let households, number(OwnerVote.totalOwners) > households {
      return Bilingual(zh: "应表决人数超过台账的户数（\(households)）", en: "the owners asked are more than the register's households (\(households))")
    }
    return nil
  },
  .init(
    "vote-edited", "A9", on: OwnerVote.schema, zh: "表决记录不得更改", en: "the record of a vote is not edited"
  ) { (changed: ChangedRow) throws(Refusal) in changed.isNew ? nil : Bilingual(zh: "表决记录不得更改", en: "the record of a vote is not changed") },
  .init(
    "committee-twice", "物业管理条例 9, 10", on: Committee.schema, zh: "一个物业管理区域同时只有一个业委会（物管会）", en: "an estate has one committee at a time",
    needs: [Need("committees", Committee.schema, [(Committee.project, .subject(Committee.project))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, let from = changed.row.day(Committee.electedOn) else { return nil }
    let other = changed.others("committees").first { row in
      // On the day on which one ends the next may begin.
      (row.day(Committee.endedOn).map { from < $0 } ?? true) && (row.day(Committee.expiresOn).map { from <= $0 } ?? true)
    }
    return other.map { Bilingual(zh: "已有 `\($0.key)`", en: "there is `\($0.key)` already") }
  },
]
