internal import Columns

/// Clauses about rectification and exit, A8.
public let exitInvariants: [CityInvariant] = [
  .init(
    "refusal-without-reminder", "A8", on: RectificationOrder.schema, zh: "未经书面催告不得认定拒不整改", en: "no refusal without a written reminder before it",
    help: Bilingual(zh: "先书面催告（xize do remind）", en: "remind in writing first (xize do remind)")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(RectificationOrder.refusedOn), let refused = changed.row.day(RectificationOrder.refusedOn) else { return nil }
    let needsReminder = try changed.read(ExitParameters.refusalRequiresReminder)
    guard needsReminder else { return nil }
    guard let reminded = changed.row.day(RectificationOrder.remindedOn), reminded <= refused else {
      return Bilingual(zh: "没有书面催告", en: "there was no written reminder")
    }
    return nil
  },
  .init(
    "refusal-before-deadline", "A8", on: RectificationOrder.schema, zh: "整改期限届满前不得认定拒不整改", en: "no refusal before the deadline has passed"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(RectificationOrder.refusedOn), let refused = changed.row.day(RectificationOrder.refusedOn),
      let deadline = changed.row.day(RectificationOrder.deadline), refused <= deadline
    else { return nil }
    return Bilingual(zh: "整改期限到 \(deadline) 才届满", en: "the deadline is \(deadline)")
  },
  .init(
    "refused-and-rectified", "A8", on: RectificationOrder.schema, zh: "已验收的整改不得认定为拒不整改", en: "what was rectified is no refusal"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(RectificationOrder.refusedOn), changed.before.has(RectificationOrder.rectifiedOn) else { return nil }
    return Bilingual(zh: "整改已于 \(changed.row[RectificationOrder.rectifiedOn].shown(as: .day)) 验收", en: "it was accepted as rectified")
  },
  .init(
    "order-edited", "A8", on: RectificationOrder.schema, zh: "整改通知的企业、期限和各日期一经记录不得更改", en: "an order keeps its enterprise, its deadline and its days"
  ) { (changed: ChangedRow) throws(Refusal) in
    let field = RectificationOrder.schema.fields.first { changed.before.has($0) && changed.before[$0] != changed.row[$0] }
    return field.map { Bilingual(zh: "“\($0.chinese)”不得更改", en: "`\($0.name)` is not changed") }
  },
  .init(
    "exit-started-alone", "A8", on: ExitCase.schema, zh: "启动退出须由住建部门会同街道（乡镇）", en: "an exit is started by county department and street together",
    help: Bilingual(zh: "由另一方办理会同确认（xize do confirm-exit）", en: "the other one confirms it (xize do confirm-exit)")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let status = changed.row.text(ExitCase.status), !["proposed", "ended"].contains(status), changed.before.text(ExitCase.status) != status
    else { return nil }
    for field in [ExitCase.departmentOn, ExitCase.streetOn] where !changed.row.has(field) {
      return Bilingual(zh: "缺少“\(field.chinese)”", en: "`\(field.name)` is missing")
    }
    return nil
  },
  .init(
    "exit-from-unverified", "A8", on: ExitCase.schema, zh: "不得以未经认定的投诉启动退出", en: "no exit is started from counts that were not verified"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(ExitCase.startedOn), changed.row.text(ExitCase.ground) == "complaints" else { return nil }
    let limit = try changed.read(ExitParameters.minDistinctExclusive)
    guard let count = changed.row.number(ExitCase.complainants), count > Int64(limit) else {
      return Bilingual(zh: "属实投诉人数未超过\(limit)人", en: "not more than \(limit) complainants with substantiated complaints")
    }
    return nil
  },
  .init(
    "exited-without-ground", "A8", on: ExitCase.schema, zh: "没有业主决定、合同到期或协商解除，不得记为已退出",
    en: "no exit is recorded without owners' decision, contract end or mutual termination",
    needs: [Need("steps", ExitStep.schema, [(ExitStep.exitCase, .subject(ExitCase.number))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.becomes("exited", ExitCase.status) else { return nil }
    let grounds: Set = ["owners' decision", "contract end", "mutual termination"]
    guard changed.rows("steps").contains(where: { grounds.contains($0.text(ExitStep.step) ?? "") }) else {
      return Bilingual(zh: "案件中没有业主决定、合同到期或协商解除", en: "the case has neither owners' decision nor contract end nor mutual termination")
    }
    return nil
  },
  .init(
    "guidance-incomplete", "A8", on: Guidance.schema, zh: "引导解聘须拒不整改、不履约且业主反映强烈三项齐备", en: "guidance needs refusal, breach and strong reaction, all three"
  ) { (changed: ChangedRow) throws(Refusal) in
    let missing = [Guidance.refuses, Guidance.breach, Guidance.strongReaction].first { changed.row.flag($0) != true }
    return missing.map { Bilingual(zh: "“\($0.chinese)”不成立", en: "`\($0.name)` does not hold") }
  },
]
