internal import Columns

/// 限制其承接新的物业服务项目, A11: a notice with its document, five working days for statement and defence, then the decision, which
/// takes enterprise and facts from the notice (行政处罚法 44, 45).
public let restrictionCommands: [CommandDescription] = [
  RestrictionCommands.notice, RestrictionCommands.recordDefence, RestrictionCommands.restrict, RestrictionCommands.lift,
]

enum RestrictionCommands {
  static let notice = CommandDescription(
    "give restriction notice", "限制告知", article: "A11", .new, RestrictionNotice.schema, zh: "告知企业拟限制承接的事实、依据和陈述申辩权利；期限五个工作日",
    en: "tell the enterprise of a proposed restriction, and of its right to be heard; five working days", by: Levels.county,
    at: .division(RestrictionNotice.county),
    arguments: [
      .init(RestrictionNotice.enterprise, example: "91140403YYYY00020N"), .init(RestrictionNotice.county, example: "140403"),
      .init(RestrictionNotice.facts, example: "未按合同履约，严重侵害群众利益"),
    ], evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let document = CaseValue.trimmed(attempt.command.document ?? "")
    try attempt.require(
      !document.isEmpty, "document-missing", zh: "告知书须有文号（--document）", en: "the notice has a document number (--document)")
    let until = try attempt.day(try attempt.read(ListParameters.noticeWorkdays), workingDaysAfter: attempt.day)
    return attempt.writeArguments(and: [
      (RestrictionNotice.number, .text(CaseValue.trimmed(attempt.command.subject))), (RestrictionNotice.noticedOn, .day(attempt.day)),
      (RestrictionNotice.document, .text(document)), (RestrictionNotice.defenceUntil, .day(until)),
    ])
  }

  static let recordDefence = CommandDescription.update(
    "record restriction defence", "记录限制申辩", article: "A11", RestrictionNotice.schema, zh: "记录企业对限制承接的陈述申辩",
    en: "record what the enterprise says to a proposed restriction", by: Levels.county, at: .division(RestrictionNotice.county),
    [.init(RestrictionNotice.defence, example: "已按合同整改，附照片")])

  static let restrict = CommandDescription(
    "restrict", "限制承接", article: "A11", .new, Restriction.schema, zh: "限制承接新的物业服务项目：陈述申辩期满后，凭决定文书",
    en: "restrict an enterprise from new estates: after notice and defence, by a document", by: Levels.county,
    at: .related(Restriction.notice.name, RestrictionNotice.county),
    arguments: [.init(Restriction.notice, example: "GZ-1"), .init(Restriction.expiresOn, required: false, example: "2027-06-30")], isDecision: true,
    needs: [
      Need.row(argument: Restriction.notice, in: RestrictionNotice.schema),
      Need("same", Restriction.schema, [(Restriction.notice, .argument(Restriction.notice))]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let notice = attempt.first(Restriction.notice.name) else {
      throw attempt.refusal("restriction-without-notice", zh: "没有告知", en: "there was no notice")
    }
    if let same = attempt.first("same") {
      throw attempt.refusal(
        "already-done", zh: "该告知已有限制决定 `\(same.key)`", en: "the restriction `\(same.key)` has been decided on that notice")
    }
    return attempt.writeArguments(and: [
      (Restriction.number, .text(CaseValue.trimmed(attempt.command.subject))), (Restriction.enterprise, notice[RestrictionNotice.enterprise]),
      (Restriction.county, notice[RestrictionNotice.county]), (Restriction.facts, notice[RestrictionNotice.facts]),
      (Restriction.noticedOn, notice[RestrictionNotice.noticedOn]), (Restriction.decidedOn, .day(attempt.day)),
      (Restriction.document, .text(CaseValue.trimmed(attempt.command.document ?? ""))),
    ])
  }

  static let lift = CommandDescription.update(
    "lift restriction", "解除限制", article: "A11", Restriction.schema, zh: "解除限制", en: "lift the restriction", by: Levels.county,
    at: .division(Restriction.county), today: [Restriction.removedOn], unset: Restriction.removedOn, isDecision: true, law: "行政处罚法")
}
