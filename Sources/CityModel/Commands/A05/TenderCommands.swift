internal import Columns

/// 招投标监管, A5: developers choose from the filed; public institutions and state-owned enterprises from red list or grade A, never black
/// or D. What a bidder was on the day of the check is kept with the bid.
public let tenderCommands: [CommandDescription] = [
  TenderCommands.open, TenderCommands.openBids, TenderCommands.admit, TenderCommands.award, TenderCommands.enterExpert, TenderCommands.drawExpert,
]

enum TenderCommands {
  static let open = CommandDescription.record(
    "open tender", "发布招标", article: "A5", Tender.schema, zh: "发布招标公告", en: "announce a tender", by: Levels.upper, at: .project(Tender.project),
    [Tender.project, Tender.tendererKind], today: [Tender.announcedOn])

  static let openBids = CommandDescription.update(
    "open bids", "开标", article: "A5", Tender.schema, zh: "开标", en: "open the bids", by: Levels.upper, at: .project(Tender.project),
    today: [Tender.bidsOpenedOn], unset: Tender.bidsOpenedOn)

  static let admit = CommandDescription(
    "admit bidder", "准予投标", article: "A5", .new, Bid.schema, zh: "核验当日的备案、榜单、等级和限制，随投标留存；不符合的不予准入",
    en: "check filing, lists, grade and restrictions of the day, kept with the bid; who is not eligible is refused", by: Levels.upper,
    at: .related("tender", Tender.project), arguments: [.init(Bid.tender, example: "ZB-1"), .init(Bid.enterprise, example: "91140403YYYY00020N")],
    needs: [
      .row(argument: Bid.tender, in: Tender.schema), Need("project", Project.schema, [(Project.code, .related("tender", Tender.project))]),
      Need("filings", Filing.schema, [(Filing.enterprise, .argument(Bid.enterprise)), (Filing.county, .related("project", Project.county))]),
      Need("entries", ListEntry.schema, [(ListEntry.enterprise, .argument(Bid.enterprise))]),
      Need("grades", PublishedGrade.schema, [(PublishedGrade.enterprise, .argument(Bid.enterprise))]),
      Need("restrictions", Restriction.schema, [(Restriction.enterprise, .argument(Bid.enterprise))]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let tender = attempt.first("tender")
    try attempt.require(!(tender?.has(Tender.awardedOn) ?? true), "tender-awarded", zh: "招标已定标", en: "the tender is awarded")
    let facts = TenderStanding(
      filings: attempt.rows("filings"), entries: attempt.rows("entries"), grades: attempt.rows("grades"),
      restrictions: attempt.rows("restrictions"), day: attempt.day)
    let rule = try attempt.read(ListParameters.tenderEligible)
    let binds = try attempt.read(ListParameters.tenderBanBindsDevelopers)
    if let why = facts.refusal(tender?.text(Tender.tendererKind) ?? "", rule, banBindsDevelopers: binds) {
      throw attempt.refusal("bidder-not-eligible", zh: why.zh, en: why.en)
    }
    return attempt.writeArguments(and: [
      (Bid.number, .text(CaseValue.trimmed(attempt.command.subject))), (Bid.submittedOn, .day(attempt.day)), (Bid.checkedOn, .day(attempt.day)),
      (Bid.wasFiled, .flag(facts.isFiled)), (Bid.wasRed, .flag(facts.isRed)), (Bid.wasBlack, .flag(facts.isBlack)),
      (Bid.grade, facts.grade.map { .text($0) } ?? .none), (Bid.wasRestricted, .flag(facts.isRestricted)), (Bid.admitted, .flag(true)),
    ])
  }

  static let award = CommandDescription(
    "award", "定标", article: "A5", .existing, Tender.schema, zh: "从准予投标的企业中定标；当日再次核验", en: "award to an admitted bidder; checked again on the day",
    by: Levels.upper, at: .project(Tender.project), arguments: [.init(Tender.winner, example: "91140403YYYY00020N")], isDecision: true,
    law: "物业管理条例"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(!attempt.row.has(Tender.awardedOn), "tender-awarded", zh: "招标已定标", en: "the tender is awarded")
    return attempt.write([
      (Tender.winner, attempt[Tender.winner]), (Tender.awardedOn, .day(attempt.day)),
      (Tender.document, .text(CaseValue.trimmed(attempt.command.document ?? ""))),
    ])
  }

  static let enterExpert = CommandDescription.record(
    "enter expert", "专家入库", article: "A5", Expert.schema, zh: "评标专家库", en: "an expert joins the pool", by: Levels.city, at: .city,
    [Expert.specialty], today: [Expert.admittedOn])

  static let drawExpert = CommandDescription.record(
    "draw expert", "抽取专家", article: "A5", ExpertDrawing.schema, zh: "从专家库抽取，记录回避", en: "an expert is drawn for a tender", by: Levels.upper,
    at: .related("tender", Tender.project), [ExpertDrawing.tender, ExpertDrawing.expert, ExpertDrawing.recused], today: [ExpertDrawing.drawnOn],
    needs: [.row(argument: ExpertDrawing.tender, in: Tender.schema)])
}

/// What counts for an enterprise in a tender on a day.
struct TenderStanding {
  var isFiled: Bool
  var isRed: Bool
  var isBlack: Bool
  var grade: String?
  var isRestricted: Bool

  init(filings: [CaseRow], entries: [CaseRow], grades: [CaseRow], restrictions: [CaseRow], day: Day) {
    isFiled = filings.contains { filing in
      filing.text(Filing.status) == "accepted" && (filing.day(Filing.acceptedOn).map { $0 <= day } ?? false)
        && (filing.day(Filing.endedOn).map { day < $0 } ?? true)
    }
    let standing = entries.filter { ListEntries.isInEffect($0, on: day) }
    isRed = standing.contains { $0.text(ListEntry.list) == "red" }
    isBlack = standing.contains { $0.text(ListEntry.list) == "black" }
    grade = grades.filter { $0.day(PublishedGrade.publishedOn).map { $0 <= day } ?? false }
      .max { ($0.number(PublishedGrade.year) ?? 0) < ($1.number(PublishedGrade.year) ?? 0) }?.text(PublishedGrade.grade)
    isRestricted = restrictions.contains { Restrictions.isInForce($0, on: day) }
  }

  /// Why the enterprise may not be admitted, `nil` when it may. Owners choose freely (Civil Code 278, 284).
  func refusal(_ tenderer: String, _ rule: TenderRule, banBindsDevelopers: Bool) -> Bilingual? {
    switch tenderer {
    case "developer":
      if !isFiled { return Bilingual(zh: "建设单位须在已备案的企业名单中选聘，该企业没有备案", en: "a developer chooses from the filed; the enterprise is not filed in the county") }
      if banBindsDevelopers, isBlack || grade == "D" { return Bilingual(zh: "黑榜或D级企业禁止进入市场", en: "black or of grade D: barred") }
    case "public institution", "state-owned enterprise":
      if isBlack { return Bilingual(zh: "该企业在黑榜，机关事业单位、国有企业不得选聘", en: "it is on a black list: barred from public institutions and state-owned enterprises") }
      if grade == "D" { return Bilingual(zh: "该企业信用D级，机关事业单位、国有企业不得选聘", en: "it is of grade D: barred from public institutions and state-owned enterprises") }
      let isPreferred = rule == .union ? isRed || grade == "A" : isRed && grade == "A"
      if !isPreferred { return Bilingual(zh: "机关事业单位、国有企业应从红榜和A级企业中选聘", en: "public institutions and state-owned enterprises choose from red list or grade A") }
    default: return nil
    }
    return isRestricted ? Bilingual(zh: "该企业被限制承接新项目", en: "the enterprise is restricted from new estates") : nil
  }
}

/// Clauses about tenders, A5.
public let tenderInvariants: [CityInvariant] = [
  .init(
    "award-not-admitted", "A5", on: Tender.schema, zh: "只能定标给准予投标的企业", en: "an award goes to a bidder that was admitted, with its snapshot",
    needs: [Need("bids", Bid.schema, [(Bid.tender, .subject(Tender.number))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(Tender.winner) else { return nil }
    let bid = changed.rows("bids").first { $0[Bid.enterprise] == changed.row[Tender.winner] && $0.flag(Bid.admitted) == true }
    guard let bid, bid.has(Bid.checkedOn), bid.has(Bid.wasFiled), bid.has(Bid.wasBlack) else {
      return Bilingual(zh: "中标企业没有准予投标的核验记录", en: "the winner has no admission with a snapshot of its eligibility")
    }
    return nil
  },
  .init(
    "award-barred", "A5", on: Tender.schema, zh: "定标当日未备案、在黑榜或D级的企业不得中标（机关事业单位、国有企业；建设单位须备案）",
    en: "no award to the unfiled, black or grade D on the day of the award",
    needs: [
      Need("project", Project.schema, [(Project.code, .subject(Tender.project))]),
      Need("filings", Filing.schema, [(Filing.enterprise, .subject(Tender.winner)), (Filing.county, .related("project", Project.county))]),
      Need("entries", ListEntry.schema, [(ListEntry.enterprise, .subject(Tender.winner))]),
      Need("grades", PublishedGrade.schema, [(PublishedGrade.enterprise, .subject(Tender.winner))]),
      Need("restrictions", Restriction.schema, [(Restriction.enterprise, .subject(Tender.winner))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(Tender.winner) else { return nil }
    let standing = TenderStanding(
      filings: changed.rows("filings"), entries: changed.rows("entries"), grades: changed.rows("grades"),
      restrictions: changed.rows("restrictions"), day: changed.day)
    let rule = try changed.read(ListParameters.tenderEligible)
    let binds = try changed.read(ListParameters.tenderBanBindsDevelopers)
    return standing.refusal(changed.row.text(Tender.tendererKind) ?? "", rule, banBindsDevelopers: binds)
  },
  .init(
    "eligibility-back-dated", "A5", on: Bid.schema, zh: "资格核验以当日为准，不得倒签或更改", en: "eligibility is checked as of the day and not changed afterwards"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew else { return Bilingual(zh: "投标核验记录不得更改", en: "the record of the check is not changed") }
    return changed.row.day(Bid.checkedOn) == changed.day ? nil : Bilingual(zh: "核验日期不是当日", en: "the check is not of the day")
  },
]
