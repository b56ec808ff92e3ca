internal import Columns

/// 投诉处理, A13: received, given to a person within 30 minutes, a preliminary result within 3 hours, basically closed within 3 days,
/// revisited, closed or dealt with again. The clocks of the first time stay whatever happens later.
public let complaintCommands: [CommandDescription] = [
  ComplaintCommands.receive, ComplaintCommands.assign, ComplaintCommands.recordPreliminary, ComplaintCommands.basicallyClose,
  ComplaintCommands.carryOutPlan, ComplaintCommands.revisit, ComplaintCommands.rework, ComplaintCommands.close, ComplaintCommands.transfer,
  ComplaintCommands.markDuplicate, ComplaintCommands.withdraw, ComplaintCommands.correct,
]

enum ComplaintCommands {
  static let open = ["received", "open", "rework"]
  static let reason = Field("because", "原因", .text, "Why", required: true)
  static let department = Field("department", "转办单位", .text, "The unit that it is passed to", required: true)
  static let duplicateOf = Field("duplicate_of", "原件", .reference("complaint"), "The complaint that it repeats", required: true)

  static let assignments = Need("assignments", ComplaintAssignment.schema, [(ComplaintAssignment.complaint, .key)])
  static let dispositions = Need("dispositions", Disposition.schema, [(Disposition.complaint, .key)])
  static let revisits = Need("revisits", Revisit.schema, [(Revisit.complaint, .key)])
  static let reworkings = Need("reworkings", Rework.schema, [(Rework.complaint, .key)])

  static let duplicates = Need("duplicates", Complaint.schema, [(Complaint.duplicateOf, .key)])

  /// 投诉人仍计入 (A8): what is found of a complaint is found of those that repeat it.
  static func follow(_ attempt: CommandAttempt) -> [Change] {
    let finding = attempt[Complaint.finding]
    return attempt.rows("duplicates").filter { $0.text(Complaint.status) == "duplicate" && $0[Complaint.finding] != finding }
      .map { .update($0, [(Complaint.finding, finding)]) }
  }

  /// The number of the n-th record of a kind under a complaint.
  static func number(_ attempt: CommandAttempt, _ kind: String, _ count: Int) -> String { "\(attempt.row.key)/\(kind)-\(count + 1)" }

  static let receive = CommandDescription(
    "receive", "受理投诉", article: "A13", .new, Complaint.schema,
    zh: "主管部门受理，时限自此起算；企业按当日有效合同认定", en: "accept a complaint: all clocks start; the enterprise is that of the contract of the day",
    by: Levels.offices, at: .project(Complaint.project),
    arguments: [
      .init(Complaint.project, example: "140403001001"), .init(Complaint.category, example: "电梯困人"),
      .init(Complaint.channel, example: "12345热线"), .init(Complaint.reportedAt, required: false, example: "2026-09-30 08:55"),
      .init(Complaint.complainant, required: false), .init(Complaint.building, required: false, example: "140403001001-03"),
    ],
    needs: [
      Need("contracts", Contract.schema, [(Contract.project, .argument(Complaint.project))]), .row(argument: Complaint.building, in: Building.schema),
    ]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.requireNotFuture(Complaint.reportedAt)
    try requireBuilding(attempt, of: attempt[Complaint.project])
    let number = CaseValue.trimmed(attempt.command.subject)
    try attempt.require(
      !number.contains(where: \.isWhitespace), "number-wrong", zh: "投诉编号不得含空格", en: "a complaint's number has no spaces")
    let serving = attempt.rows("contracts").filter { Contracts.isActive($0, on: attempt.day) }
      .max { ($0.day(Contract.from) ?? attempt.day) < ($1.day(Contract.from) ?? attempt.day) }
    return [
      Change(
        Complaint.schema, key: number + " desk", isNew: true,
        [
          (Complaint.number, .text(number)), (Complaint.source, "desk"), (Complaint.project, attempt[Complaint.project]),
          (Complaint.enterprise, serving?[Contract.enterprise] ?? .none), (Complaint.channel, attempt[Complaint.channel]),
          (Complaint.category, attempt[Complaint.category]), (Complaint.complainant, attempt[Complaint.complainant]),
          (Complaint.building, attempt[Complaint.building]),
          (Complaint.reportedAt, attempt[Complaint.reportedAt]), (Complaint.acceptedAt, .moment(attempt.now)),
          (Complaint.status, "received"), (Complaint.reworks, .number(0)),
        ])
    ]
  }

  /// A building that is named is one of the estate.
  private static func requireBuilding(_ attempt: CommandAttempt, of project: CaseValue) throws(Refusal) {
    guard let building = attempt.first(Complaint.building.name) else { return }
    try attempt.require(
      building[Building.project] == project, "building-elsewhere", zh: "楼栋 `\(building.key)` 不在该项目", en: "the building `\(building.key)` is not in the estate")
  }

  static let assign = CommandDescription(
    "assign", "责任到人", article: "A13", .existing, Complaint.schema, zh: "30分钟内确定责任人", en: "name the responsible officer, within 30 minutes",
    by: Levels.offices, at: .project(Complaint.project), arguments: [.init(ComplaintAssignment.person, example: "140403001-01")],
    from: (Complaint.status, open), officers: [ComplaintAssignment.person], needs: [assignments]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let first = attempt.row.has(Complaint.assignedAt)
    var values: [(Field, CaseValue)] = []
    if !first { values.append((Complaint.assignedAt, .moment(attempt.now))) }
    if attempt.row.text(Complaint.status) == "received" { values.append((Complaint.status, "open")) }
    return [
      Change(
        ComplaintAssignment.schema, key: number(attempt, "assign", attempt.rows("assignments").count), isNew: true,
        [
          (ComplaintAssignment.number, .text(number(attempt, "assign", attempt.rows("assignments").count))),
          (ComplaintAssignment.complaint, .text(attempt.row.key)),
          (ComplaintAssignment.person, attempt[ComplaintAssignment.person]), (ComplaintAssignment.assignedAt, .moment(attempt.now)),
        ])
    ] + (values.isEmpty ? [] : attempt.write(values))
  }

  static let recordPreliminary = CommandDescription(
    "record preliminary", "初步结果", article: "A13", .existing, Complaint.schema, zh: "3小时内联系企业拿出初步结果",
    en: "the enterprise was contacted and there is a preliminary result, within 3 hours", by: Levels.offices,
    at: .project(Complaint.project),
    arguments: [.init(Disposition.result, example: "维保单位已到场"), .init(Complaint.delayCause, required: false, example: "企业原因")],
    from: (Complaint.status, ["open", "rework"])
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.require(
      !attempt.row.has(Complaint.preliminaryAt), "already-done", zh: "初步结果已于 \(attempt.row[Complaint.preliminaryAt].shown(as: .moment)) 记录",
      en: "the preliminary result was recorded at \(attempt.row[Complaint.preliminaryAt].shown(as: .moment))")
    return attempt.writeArguments(and: [(Complaint.preliminaryAt, .moment(attempt.now))])
  }

  /// The disposition that an officer records now.
  static func disposition(_ attempt: CommandAttempt, _ kind: CaseValue) -> Change {
    let number = number(attempt, "disposition", attempt.rows("dispositions").count)
    return Change(
      Disposition.schema, key: number, isNew: true,
      [
        (Disposition.number, .text(number)), (Disposition.complaint, .text(attempt.row.key)), (Disposition.kind, kind),
        (Disposition.result, attempt[Disposition.result]), (Disposition.plannedUntil, attempt[Disposition.plannedUntil]),
        (Disposition.informedAt, attempt[Disposition.informedAt]), (Disposition.person, .text(attempt.officer.id)),
        (Disposition.recordedAt, .moment(attempt.now)),
      ])
  }

  static let basicallyClose = CommandDescription(
    "basically close", "基本办结", article: "A13", .existing, Complaint.schema, zh: "记录处置结果并已告知投诉人：已解决，或有期限的处置方案",
    en: "a disposition is recorded and the complainant told: solved, or to be solved by a day", by: Levels.offices,
    at: .project(Complaint.project),
    arguments: [
      .init(Disposition.kind, example: "已解决"), .init(Disposition.result, example: "更换门机，电梯恢复运行"),
      .init(Disposition.informedAt, example: "2026-09-30 15:00"), .init(Complaint.finding, example: "属实"),
      .init(Disposition.plannedUntil, required: false, example: "2026-10-31"), .init(Complaint.delayCause, required: false, example: "无延误"),
    ],
    from: (Complaint.status, ["open", "rework"]), evidence: true, needs: [dispositions, reworkings, duplicates]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.requireNotFuture(Disposition.informedAt)
    if attempt[Disposition.kind].text == "planned" {
      let counts = try attempt.read(ClockParameters.planCounts)
      try attempt.require(counts, "plan-does-not-count", zh: "处置方案不算基本办结", en: "a plan is no basic closure")
      let until = attempt[Disposition.plannedUntil].day
      try attempt.require(
        until.map { $0 > attempt.day } ?? false, "plan-undated", zh: "限期解决须写明今后的期限（--planned-until）",
        en: "a plan names a day to come (--planned-until)")
    }
    var changes = [disposition(attempt, attempt[Disposition.kind])]
    var values: [(Field, CaseValue)] = [(Complaint.status, "basically closed"), (Complaint.finding, attempt[Complaint.finding])]
    if attempt.has(Complaint.delayCause) { values.append((Complaint.delayCause, attempt[Complaint.delayCause])) }
    if !attempt.row.has(Complaint.basicallyClosedAt) { values.append((Complaint.basicallyClosedAt, .moment(attempt.now))) }
    changes += attempt.write(values)
    // The rework has a clock of its own; the complaint keeps its first.
    if let again = attempt.rows("reworkings").last(where: { !$0.has(Rework.basicallyClosedAt) }) {
      changes.append(.update(again, [(Rework.basicallyClosedAt, .moment(attempt.now))]))
    }
    return changes + follow(attempt)
  }

  static let carryOutPlan = CommandDescription(
    "carry out plan", "落实方案", article: "A13", .existing, Complaint.schema, zh: "限期解决的已经解决，并已告知投诉人", en: "what was to be solved by a day is solved, and the complainant told",
    by: Levels.offices, at: .project(Complaint.project),
    arguments: [.init(Disposition.result, example: "屋面已修缮"), .init(Disposition.informedAt, example: "2026-10-30 10:00")],
    from: (Complaint.status, ["basically closed", "closed"]), evidence: true, needs: [dispositions]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try attempt.requireNotFuture(Disposition.informedAt)
    let last = attempt.rows("dispositions").max {
      ($0.moment(Disposition.recordedAt) ?? attempt.now, $0.key) < ($1.moment(Disposition.recordedAt) ?? attempt.now, $1.key)
    }
    try attempt.require(
      last?.text(Disposition.kind) == "planned", "no-plan", zh: "最近的处置结果不是限期解决，没有待落实的方案",
      en: "the last disposition is no plan: there is nothing to carry out")
    return [disposition(attempt, "fixed")]
  }

  static let revisit = CommandDescription(
    "revisit", "回访", article: "A13", .existing, Complaint.schema, zh: "四级对已办结的问题回访，记入回访台账；经办人不得自行回访",
    en: "any of the four levels asks the complainant again; never who handled it", by: Levels.all, at: .project(Complaint.project),
    arguments: [.init(Revisit.satisfied, example: "是"), .init(Revisit.falseClosure, required: false, example: "否")],
    from: (Complaint.status, ["basically closed", "closed"]), notBy: ["record preliminary", "basically close", "carry out plan"], needs: [revisits]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let number = number(attempt, "revisit", attempt.rows("revisits").count)
    let isFalse = attempt[Revisit.falseClosure].flag ?? false
    try attempt.require(
      !(isFalse && attempt[Revisit.satisfied].flag == true), "answer-contradicts", zh: "虚假办结不能同时为满意",
      en: "a false closure cannot satisfy")
    return [
      Change(
        Revisit.schema, key: number, isNew: true,
        [
          (Revisit.number, .text(number)), (Revisit.complaint, .text(attempt.row.key)),
          (Revisit.level, .text(attempt.officer.level.rawValue)), (Revisit.revisitedAt, .moment(attempt.now)),
          (Revisit.by, .text(attempt.officer.id)), (Revisit.satisfied, attempt[Revisit.satisfied]), (Revisit.falseClosure, .flag(isFalse)),
        ])
    ]
      + attempt.write([
        (Complaint.revisitedAt, .moment(attempt.now)), (Complaint.satisfied, attempt[Revisit.satisfied]),
        (Complaint.falseClosure, .flag(isFalse)),
      ])
  }

  static let rework = CommandDescription(
    "rework", "重新办理", article: "A13", .existing, Complaint.schema, zh: "发现虚假办结或处理结果不满意的应重新办理；原时限不变",
    en: "deal with it again after a false closure or a dissatisfied answer; the first clocks stay", by: Levels.offices,
    at: .project(Complaint.project), from: (Complaint.status, ["basically closed", "closed"]), needs: [revisits, reworkings]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let last = attempt.rows("revisits").max {
      ($0.moment(Revisit.revisitedAt) ?? attempt.now, $0.key) < ($1.moment(Revisit.revisitedAt) ?? attempt.now, $1.key)
    }
    guard let last, last.flag(Revisit.falseClosure) == true || last.flag(Revisit.satisfied) == false else {
      throw attempt.refusal(
        "rework-without-ground", zh: "最近一次回访并无虚假办结或不满意", en: "the last revisit found neither a false closure nor a dissatisfied complainant",
        help: Bilingual(zh: "先回访", en: "revisit first"))
    }
    let number = number(attempt, "rework", attempt.rows("reworkings").count)
    let cause = last.flag(Revisit.falseClosure) == true ? "false closure" : "dissatisfied"
    return [
      Change(
        Rework.schema, key: number, isNew: true,
        [
          (Rework.number, .text(number)), (Rework.complaint, .text(attempt.row.key)), (Rework.revisit, .text(last.key)),
          (Rework.cause, .text(cause)), (Rework.reopenedAt, .moment(attempt.now)),
        ])
    ]
      + attempt.write([
        (Complaint.status, "rework"), (Complaint.reworks, .number((attempt.row.number(Complaint.reworks) ?? 0) &+ 1)),
      ])
  }

  static let close = CommandDescription(
    "close", "办结", article: "A13", .existing, Complaint.schema, zh: "回访满意后办结", en: "close it after a revisit that was satisfied",
    by: Levels.offices, at: .project(Complaint.project), from: (Complaint.status, ["basically closed"])
  ) { (attempt: CommandAttempt) throws(Refusal) in
    attempt.write([(Complaint.status, "closed"), (Complaint.closedAt, .moment(attempt.now))])
  }

  static let transfer = CommandDescription(
    "transfer", "转办", article: "A13", .existing, Complaint.schema, zh: "不属本部门职责，转有关单位", en: "pass it to the unit in charge",
    by: Levels.offices, at: .project(Complaint.project),
    arguments: [.init(department, example: "市场监管局"), .init(reason, example: "属价格违法")], from: (Complaint.status, ["received", "open"])
  ) { (attempt: CommandAttempt) throws(Refusal) in attempt.write([(Complaint.status, "transferred")]) }

  static let markDuplicate = CommandDescription(
    "mark duplicate", "认定重复件", article: "A13", .existing, Complaint.schema, zh: "同一事项重复反映；认定随原件，投诉人仍计入",
    en: "it repeats another, whose finding is its own; its complainant still counts", by: Levels.offices, at: .project(Complaint.project),
    arguments: [.init(duplicateOf, example: "T-1")], from: (Complaint.status, ["received", "open"]),
    needs: [Need("original", Complaint.schema, [(Complaint.number, .argument(duplicateOf))])]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let original = attempt.first("original"), original.key != attempt.row.key else {
      throw attempt.refusal("duplicate-of-itself", zh: "不能与自身重复", en: "a complaint does not repeat itself")
    }
    try attempt.require(
      original[Complaint.project] == attempt.row[Complaint.project], "duplicate-elsewhere", zh: "两件投诉不是同一项目",
      en: "the two complaints are about different estates")
    try attempt.require(
      original.text(Complaint.status) != "duplicate", "duplicate-of-duplicate", zh: "原件本身是重复件", en: "the other one is a duplicate itself")
    // What was found of it before stands where nothing was found of the other one yet.
    let finding = original.has(Complaint.finding) ? original[Complaint.finding] : attempt.row[Complaint.finding]
    return attempt.write([
      (Complaint.status, "duplicate"), (Complaint.duplicateOf, .text(original.key)), (Complaint.finding, finding),
    ])
  }

  static let withdraw = CommandDescription(
    "withdraw", "撤诉", article: "A13", .existing, Complaint.schema, zh: "投诉人撤回", en: "the complainant takes it back", by: Levels.offices,
    at: .project(Complaint.project), arguments: [.init(reason, example: "投诉人来电撤回")], from: (Complaint.status, open)
  ) { (attempt: CommandAttempt) throws(Refusal) in
    let finding = attempt.row.text(Complaint.finding)
    try attempt.require(
      finding == nil || finding == "undetermined", "finding-recorded",
      zh: "已认定“\(attempt.row[Complaint.finding].shown(as: Complaint.finding.type, chinese: true))”，不再撤诉",
      en: "it was found `\(finding ?? "")`: it is not withdrawn any more",
      help: Bilingual(zh: "认定有误的，凭证据更正（xize do correct）", en: "a wrong finding is corrected with evidence (xize do correct)"))
    return attempt.write([(Complaint.status, "withdrawn")])
  }

  static let correct = CommandDescription(
    "correct", "更正投诉", article: "A13", .existing, Complaint.schema, zh: "更正类别、渠道、楼栋、认定或延误原因；旧值留在台账，时间不得更改",
    en: "correct category, channel, building, finding or cause of delay; the ledger keeps the old values, and no time can be changed",
    by: Levels.upper, at: .project(Complaint.project),
    arguments: [
      .init(reason, example: "录入有误"), .init(Complaint.category, required: false, example: "电梯故障"),
      .init(Complaint.channel, required: false), .init(Complaint.building, required: false), .init(Complaint.finding, required: false),
      .init(Complaint.delayCause, required: false),
    ], evidence: true, isCorrection: true, needs: [duplicates, .row(argument: Complaint.building, in: Building.schema)]
  ) { (attempt: CommandAttempt) throws(Refusal) in
    try requireBuilding(attempt, of: attempt.row[Complaint.project])
    let changed = [Complaint.category, Complaint.channel, Complaint.building, Complaint.finding, Complaint.delayCause].filter { attempt.has($0) }
    try attempt.require(!changed.isEmpty, "nothing-to-correct", zh: "没有写明更正什么", en: "nothing is to be corrected")
    try attempt.require(
      !(attempt.has(Complaint.finding) && attempt.row.text(Complaint.status) == "duplicate" && attempt.row.has(Complaint.duplicateOf)),
      "duplicate-follows", zh: "重复件的认定随原件 `\(attempt.row.text(Complaint.duplicateOf) ?? "")`",
      en: "the finding of a duplicate is that of `\(attempt.row.text(Complaint.duplicateOf) ?? "")`",
      help: Bilingual(zh: "请更正原件", en: "correct the original"))
    return attempt.write(changed.map { ($0, attempt[$0]) }) + (attempt.has(Complaint.finding) ? follow(attempt) : [])
  }
}
