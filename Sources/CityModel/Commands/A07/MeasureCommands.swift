internal import Columns

/// 约谈、通报、记入信用档案，同步建议业主大会, A7; and the credit file.
public let measureCommands: [CommandDescription] = [
  measure("interview", "约谈", "interview", zh: "约谈服务不到位、整改不及时的企业，同步建议业主大会", en: "interview an enterprise, with advice to the owners", evidence: false),
  measure("issue circular", "通报", "circular", zh: "通报企业：告知并过陈述申辩期后，同步建议业主大会", en: "a circular about an enterprise, after a notice and its days for defence, with advice to the owners", evidence: true),
  .record(
    "advise owners", "建议业主大会", article: "A7", SupervisionMeasure.schema, zh: "建议业主大会降低收费标准或解聘；决定由业主作出",
    en: "advise the owners' assembly to lower the fee or to dismiss; the owners decide", by: Levels.upper, at: .division(SupervisionMeasure.county),
    [SupervisionMeasure.enterprise, SupervisionMeasure.county, SupervisionMeasure.facts, SupervisionMeasure.advice, SupervisionMeasure.project],
    today: [SupervisionMeasure.takenOn, SupervisionMeasure.advisedOn], fixed: [(SupervisionMeasure.kind, .text("advice to owners"))],
    document: SupervisionMeasure.document
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(
      !attempt[SupervisionMeasure.advice].isNone && attempt[SupervisionMeasure.advice].text != "none", "advice-missing", zh: "没有写明建议什么",
      en: "it does not say what is advised", help: Bilingual(zh: "--advice 降低收费标准，或 解聘", en: "--advice \"lower fee\", or dismiss"))
  },
  .update(
    "record advice outcome", "记录建议结果", article: "A7", SupervisionMeasure.schema, zh: "业主大会对建议的处理结果",
    en: "what the owners' assembly did with the advice", by: Levels.lower, at: .division(SupervisionMeasure.county),
    [.init(SupervisionMeasure.outcome, required: true, example: "业主大会决定降低收费标准")], unset: SupervisionMeasure.outcome),
  .record(
    "record credit", "记入信用档案", article: "A7", CreditRecord.schema, zh: "把已决定的事实记入信用档案", en: "enter a decided fact into the credit file",
    by: Levels.upper, at: .division(CreditRecord.county),
    [CreditRecord.enterprise, CreditRecord.project, CreditRecord.county, CreditRecord.item, CreditRecord.variant, CreditRecord.origin],
    today: [CreditRecord.decidedOn], document: CreditRecord.document, isDecision: true, evidence: true),
  .record(
    "grant honour", "项目评优", article: "A7", Honour.schema, zh: "物业服务项目评优", en: "an estate's service is honoured", by: Levels.upper,
    at: .project(Honour.project), [Honour.project, Honour.enterprise, Honour.title], today: [Honour.grantedOn], document: Honour.document,
    needs: [
      Need("grades", PublishedGrade.schema, [(PublishedGrade.enterprise, .argument(Honour.enterprise))]),
      Need("entries", ListEntry.schema, [(ListEntry.enterprise, .argument(Honour.enterprise))]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let grade = attempt.rows("grades").filter { ($0.day(PublishedGrade.publishedOn) ?? attempt.day) <= attempt.day }
      .max { ($0.number(PublishedGrade.year) ?? 0) < ($1.number(PublishedGrade.year) ?? 0) }
    let isBlack = attempt.rows("entries").contains { $0.text(ListEntry.list) == "black" && ListEntries.isInEffect($0, on: attempt.day) }
    try attempt.require(
      grade?.text(PublishedGrade.grade) != "D" && !isBlack, "honour-barred", zh: "黑榜或D级企业的项目不得评优",
      en: "no honour for an enterprise on a black list or of grade D")
  },
]

private func measure(_ name: String, _ chinese: String, _ kind: String, zh: String, en: String, evidence: Bool) -> CommandDescription {
  CommandDescription(
    name, chinese, article: "A7", .new, SupervisionMeasure.schema, zh: zh, en: en, by: Levels.upper, at: .division(SupervisionMeasure.county),
    arguments: [
      .init(SupervisionMeasure.enterprise, example: "91140403YYYY00020N"), .init(SupervisionMeasure.county, example: "140403"),
      .init(SupervisionMeasure.facts, example: "三件投诉超期未办结"), .init(SupervisionMeasure.advice, example: "降低收费标准"),
      .init(SupervisionMeasure.project, required: false),
    ] + (kind == "circular" ? [.init(SupervisionMeasure.noticedOn, example: "2026-11-09"), .init(SupervisionMeasure.defence, required: false, example: "已整改，附照片")] : []),
    isDecision: true, evidence: evidence, needs: [CreditEntries.records(of: .argument(SupervisionMeasure.enterprise))]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    var values: [(Field, CaseValue)] = [
      (SupervisionMeasure.number, .text(CaseValue.trimmed(attempt.command.subject))), (SupervisionMeasure.kind, .text(kind)),
      (SupervisionMeasure.takenOn, .day(attempt.day)),
    ]
    if let document = attempt.command.document { values.append((SupervisionMeasure.document, .text(document))) }
    if attempt[SupervisionMeasure.advice].text != "none" { values.append((SupervisionMeasure.advisedOn, .day(attempt.day))) }
    // A measure costs points (D15): that is entered with it, unless the proposal that it carries out has done so.
    let fact = CreditEntries.Fact(
      item: "D15", variant: kind, enterprise: attempt[SupervisionMeasure.enterprise], project: attempt[SupervisionMeasure.project],
      county: attempt[SupervisionMeasure.county], on: attempt.day, document: CreditEntries.document(attempt))
    let proposed = try CreditEntries.carriedOut(fact, attempt)
    return attempt.writeArguments(and: values) + (proposed.map { [$0] } ?? CreditEntries.enter(fact, attempt))
  }
}
