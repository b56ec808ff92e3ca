internal import Columns

/// 红黑榜, A7: proposal with evidence, notice, five working days for statement and defence, decision of a named county officer with
/// document, publication, objection, repair, removal with effect for the whole city on the same day.
public let listCommands: [CommandDescription] = [
  ListCommands.propose, ListCommands.giveNotice, ListCommands.recordDefence, ListCommands.decide, ListCommands.publish,
  ListCommands.object, ListCommands.answerObjection, ListCommands.applyForRepair, ListCommands.decideRepair, ListCommands.remove,
  ListCommands.publishLists,
]

enum ListCommands {
  static let listed = Field("listed", "列入", .flag, "Whether it is listed", required: true)
  static let upheld = Field("upheld", "维持", .flag, "Whether the decision stands", required: true)
  static let granted = Field("granted", "准予修复", .flag, "Whether the repair is granted", required: true)
  static let promise = Field("promise", "信用承诺", .text, "The promise of the enterprise", source: "NDRC Order 36", required: true)
  static let answer = Field("answer", "答复内容", .text, "The answer", required: true)

  static let entry = Need("entry", ListEntry.schema, [(ListEntry.number, .subject(Listing.number))])

  static let propose = CommandDescription(
    "propose listing", "提出列榜", article: "A7", .new, Listing.schema, zh: "提出列入红榜或黑榜，附理由和证据", en: "propose a red or black listing, with reason and evidence",
    by: Levels.county, at: .division(Listing.county),
    arguments: [
      .init(Listing.enterprise, example: "91140403YYYY00020N"), .init(Listing.county, example: "140403"), .init(Listing.list, example: "黑榜"),
      .init(Listing.reason, example: "两次拒不整改"), .init(Listing.serious, required: false, example: "否"),
    ], evidence: true
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.writeArguments(and: [
      (Listing.number, .text(CaseValue.trimmed(attempt.command.subject))), (Listing.status, "proposed"), (Listing.proposedOn, .day(attempt.day)),
    ])
  }

  static let giveNotice = CommandDescription(
    "give notice", "列榜告知", article: "A7", .existing, Listing.schema, zh: "告知企业事实、理由、依据和陈述申辩权利；期限五个工作日",
    en: "tell the enterprise facts, reason, basis and its right to be heard; five working days", by: Levels.county,
    at: .division(Listing.county), from: (Listing.status, ["proposed"])
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.write(try noticed(attempt))
  }

  /// What a notice enters: its day, and the last of the days for statement and defence.
  static func noticed(_ attempt: CommandAttempt) throws(Refusal) -> [(Field, CaseValue)] {
    try attempt.require(
      !CaseValue.trimmed(attempt.command.document ?? "").isEmpty, "document-missing", zh: "告知书须有文号（--document）",
      en: "the notice has a document number (--document)")
    let days = try attempt.read(ListParameters.noticeWorkdays)
    let until = try attempt.day(days, workingDaysAfter: attempt.day)
    return [(Listing.noticedOn, .day(attempt.day)), (Listing.defenceUntil, .day(until)), (Listing.status, "noticed")]
  }

  static let recordDefence = CommandDescription(
    "record defence", "记录申辩", article: "A7", .existing, Listing.schema, zh: "记录企业的陈述申辩", en: "record what the enterprise says", by: Levels.county,
    at: .division(Listing.county), arguments: [.init(Listing.defence, example: "认为整改已完成，附照片")], from: (Listing.status, ["noticed"])
  ) { (attempt: CommandAttempt) throws(Refusal) in attempt.writeArguments() }

  static let decide = CommandDescription(
    "decide listing", "列榜决定", article: "A7", .existing, Listing.schema, zh: "县（区）指定人员在申辩期满后作出决定；提出人不得决定",
    en: "a named county officer decides after the defence period; who proposed does not", by: Levels.county, at: .division(Listing.county),
    arguments: [.init(listed, example: "是")], from: (Listing.status, ["noticed"]), isDecision: true, notBy: ["propose listing"]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let document = CaseValue.text(CaseValue.trimmed(attempt.command.document ?? ""))
    let decided: [(Field, CaseValue)] = [(Listing.decidedOn, .day(attempt.day)), (Listing.document, document)]
    guard attempt[listed].flag == true else { return attempt.write(decided + [(Listing.status, "rejected")]) }
    let row = attempt.row
    var values: [(Field, CaseValue)] = [
      (ListEntry.number, row[Listing.number]), (ListEntry.enterprise, row[Listing.enterprise]), (ListEntry.county, row[Listing.county]),
      (ListEntry.list, row[Listing.list]), (ListEntry.reason, row[Listing.reason]), (ListEntry.noticedOn, row[Listing.noticedOn]),
      (ListEntry.decidedOn, .day(attempt.day)), (ListEntry.document, document),
    ]
    if row.text(Listing.list) == "black" {
      let isSerious = row.flag(Listing.serious) == true
      let least = try attempt.read(isSerious ? ListParameters.seriousMinMonths : ListParameters.blackMinMonths)
      let most = try attempt.read(isSerious ? ListParameters.seriousMaxMonths : ListParameters.blackMaxMonths)
      values.append((ListEntry.minimumUntil, .day(attempt.day.adding(months: least.count))))
      values.append((ListEntry.maximumUntil, .day(attempt.day.adding(months: most.count))))
    }
    return [Change(ListEntry.schema, key: row.key, isNew: true, values)] + attempt.write(decided + [(Listing.status, "listed")])
  }

  static let publish = CommandDescription(
    "publish listing", "公示列榜", article: "A7", .existing, Listing.schema, zh: "主动向社会公布，异议期十个工作日", en: "publish it; ten working days for an objection",
    by: Levels.county, at: .division(Listing.county), from: (Listing.status, ["listed"])
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.write([(Listing.publishedOn, .day(attempt.day)), (Listing.status, "published")])
  }

  static let object = CommandDescription(
    "object to listing", "列榜异议", article: "A7", .existing, Listing.schema, zh: "企业在公示后十个工作日内提出异议",
    en: "the enterprise objects within ten working days of publication", by: Levels.county, at: .division(Listing.county),
    arguments: [.init(ComplaintCommands.reason, example: "投诉已撤回")], from: (Listing.status, ["listed", "published"])
  ) { (attempt: CommandAttempt) throws(Refusal) in
    // Its time runs from the publication: before that no objection is late.
    if let published = attempt.row.day(Listing.publishedOn) {
      let last = try attempt.day(try attempt.read(ListParameters.objectionWorkdays), workingDaysAfter: published)
      try attempt.require(
        attempt.day <= last, "objection-late", zh: "异议期已于 \(last) 届满", en: "the time for an objection ended on \(last)",
        help: Bilingual(zh: "可申请信用修复，或依法申请行政复议", en: "repair may be applied for, or reconsideration by law"))
    }
    return attempt.write([(Listing.objectedOn, .day(attempt.day)), (Listing.status, "objected")])
  }

  static let answerObjection = CommandDescription(
    "answer objection", "答复异议", article: "A7", .existing, Listing.schema, zh: "核实异议并答复；不成立的维持，成立的当日移出",
    en: "verify the objection and answer; where it is right, the entry is removed the same day", by: Levels.county,
    at: .division(Listing.county), arguments: [.init(upheld, example: "是"), .init(answer, example: "投诉撤回晚于决定，维持")],
    from: (Listing.status, ["objected"]), isDecision: true, notBy: ["decide listing"], needs: [entry]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let answered: (Field, CaseValue) = (Listing.answeredOn, .day(attempt.day))
    if attempt[upheld].flag == true { return attempt.write([answered, (Listing.status, standing(attempt))]) }
    return try removal(attempt, and: [answered])
  }

  static let applyForRepair = CommandDescription(
    "apply for repair", "申请修复", article: "A7", .existing, Listing.schema, zh: "最短期限届满、整改已完成并作出信用承诺后申请",
    en: "after the minimum period, with the rectification accepted and a promise", by: Levels.county, at: .division(Listing.county),
    arguments: [.init(promise, example: "承诺书〔2027〕1号")], from: (Listing.status, ["listed", "published"]),
    needs: [
      entry,
      Need("orders", RectificationOrder.schema, [
        (RectificationOrder.enterprise, .subject(Listing.enterprise)), (RectificationOrder.county, .subject(Listing.county)),
      ]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(
      attempt.row.text(Listing.list) == "black", "repair-of-red", zh: "红榜无须修复", en: "a red listing needs no repair")
    if let until = attempt.first("entry")?.day(ListEntry.minimumUntil), attempt.day <= until {
      throw attempt.refusal(
        "minimum-period", zh: "最短期限到 \(until) 才届满", en: "the minimum period ends on \(until)")
    }
    if let order = attempt.rows("orders").first(where: { !$0.has(RectificationOrder.rectifiedOn) }) {
      throw attempt.refusal(
        "rectification-open", zh: "整改通知 `\(order.key)` 尚未验收", en: "the order `\(order.key)` has not been accepted as rectified")
    }
    return attempt.write([(Listing.repairAppliedOn, .day(attempt.day)), (Listing.status, "repairing")])
  }

  static let decideRepair = CommandDescription(
    "decide repair", "修复决定", article: "A7", .existing, Listing.schema, zh: "十个工作日内决定；准予的当日移出", en: "decide within ten working days; removal is on the same day",
    by: Levels.county, at: .division(Listing.county), arguments: [.init(granted, example: "是")],
    from: (Listing.status, ["repairing"]), isDecision: true, law: "信用修复管理办法", notBy: ["apply for repair"], needs: [entry]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let decided: (Field, CaseValue) = (Listing.repairDecidedOn, .day(attempt.day))
    if attempt[granted].flag != true { return attempt.write([decided, (Listing.status, standing(attempt))]) }
    return try removal(attempt, and: [decided])
  }

  /// Where a listing goes on that an objection or an application has not ended.
  private static func standing(_ attempt: CommandAttempt) -> CaseValue { attempt.row.has(Listing.publishedOn) ? "published" : "listed" }

  static let remove = CommandDescription(
    "remove listing", "移出榜单", article: "A7", .existing, Listing.schema, zh: "依据撤销、条件不再具备等，当日全市移出",
    en: "the ground is gone: removed city-wide on the same day", by: Levels.county, at: .division(Listing.county),
    arguments: [.init(ComplaintCommands.reason, example: "处罚决定已被撤销")], from: (Listing.status, ["listed", "published", "objected", "repairing"]),
    isDecision: true, law: "信用修复管理办法", needs: [entry]
  ) { (attempt: CommandAttempt) throws(Refusal) in try removal(attempt, and: []) }

  private static func removal(_ attempt: CommandAttempt, and values: [(Field, CaseValue)]) throws(Refusal) -> [Change] {
    guard let entry = attempt.first("entry"), !entry.has(ListEntry.removedOn) else {
      throw attempt.refusal("not-listed", zh: "榜单上没有这条记录", en: "it is not on the list")
    }
    return [.update(entry, [(ListEntry.removedOn, .day(attempt.day))])]
      + attempt.write(values + [(Listing.removedOn, .day(attempt.day)), (Listing.status, "removed")])
  }

  static let publishLists = CommandDescription(
    "publish lists", "公布月榜", article: "A7", .new, ListPublication.schema,
    zh: "每月公布红黑榜：留存所列各条及其摘要，其中尚未公示的一并公示；公布后不得更改，更正另行公布。`xize publish` 公布县（区）一个月的结果时一并办理",
    en: "publish a month's lists: the entries and their digest are kept, never edited. `xize publish` does it with all else of a county's month",
    by: Levels.county, at: .division(ListPublication.county),
    arguments: [
      .init(ListPublication.county, example: "140403"), .init(ListPublication.coversFrom, example: "2026-09-01"),
      .init(ListPublication.coversUntil, example: "2026-09-30"),
    ],
    needs: [
      Need("entries", ListEntry.schema, [(ListEntry.county, .argument(ListPublication.county))]),
      Need("cases", Listing.schema, [(Listing.county, .argument(ListPublication.county)), (Listing.status, .value("listed"))]),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.requireNotFuture(ListPublication.coversUntil)
    guard let last = attempt[ListPublication.coversUntil].day, let first = attempt[ListPublication.coversFrom].day, first <= last else {
      throw attempt.refusal("period-wrong", zh: "所属期的止日早于起日", en: "the period ends before it begins")
    }
    let standing = attempt.rows("entries").filter { ListEntries.isInEffect($0, on: last) }
    let red = standing.filter { $0.text(ListEntry.list) == "red" }.count
    let text = ListEntries.published(standing)
    let cases = attempt.rows("cases").filter { listing in standing.contains { $0.key == listing.key } }
    return attempt.writeArguments(and: [
      (ListPublication.number, .text(CaseValue.trimmed(attempt.command.subject))), (ListPublication.publishedOn, .day(attempt.day)),
      (ListPublication.redEntries, .number(Int64(red))), (ListPublication.blackEntries, .number(Int64(standing.count - red))),
      (ListPublication.fingerprint, .text(ListEntries.digest(text))), (ListPublication.entries, text.isEmpty ? .none : .text(text)),
    ]) + cases.map { .update($0, [(Listing.publishedOn, .day(attempt.day)), (Listing.status, CaseValue.text("published"))]) }
  }
}

/// Reading list entries as the second flow finds them.
enum ListEntries {
  static func isInEffect(_ entry: CaseRow, on day: Day) -> Bool {
    guard let from = entry.day(ListEntry.decidedOn), from <= day else { return false }
    if let removed = entry.day(ListEntry.removedOn), removed <= day { return false }
    return entry.day(ListEntry.maximumUntil).map { day <= $0 } ?? true
  }

  /// What a publication says, a line an entry in the order of their numbers.
  static func published(_ entries: [CaseRow]) -> String {
    let fields = [ListEntry.list, ListEntry.enterprise, ListEntry.number, ListEntry.document, ListEntry.decidedOn]
    let lines = entries.sorted { $0.key < $1.key }.map { entry in
      fields.map { field in
        let shown = entry[field].shown(as: field.type)
        return String(shown.map { $0.isNewline || $0 == "\t" ? " " : $0 })
      }.joined(separator: "\t")
    }
    return lines.joined(separator: "\n")
  }

  static func digest(_ text: String) -> String {
    var digest = SHA256()
    digest.update(Array(text.utf8))
    return digest.hexadecimal
  }
}
