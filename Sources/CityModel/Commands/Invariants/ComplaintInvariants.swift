internal import Columns

/// Clauses about complaints, A13.
public let complaintInvariants: [CityInvariant] = [
  .init(
    "timestamp-edited", "A13", on: Complaint.schema, zh: "受理、责任到人、初步结果、基本办结的时间一经记录不得更改",
    en: "the times of acceptance, assignment, preliminary result and basic closure are never changed"
  ) { (changed: ChangedRow) throws(Refusal) in
    let fixed = [
      Complaint.reportedAt, Complaint.acceptedAt, Complaint.assignedAt, Complaint.preliminaryAt, Complaint.basicallyClosedAt,
    ]
    guard let field = fixed.first(where: { changed.before.has($0) && changed.before[$0] != changed.row[$0] }) else { return nil }
    return Bilingual(zh: "“\(field.chinese)”不得更改，重新办理也不重置原时限", en: "`\(field.name)` is never changed; a rework does not reset the first clocks")
  },
  .init(
    "closed-without-disposition", "A13", on: Complaint.schema, zh: "没有处置结果不得（基本）办结",
    en: "nothing is closed, or basically closed, without a disposition of which the complainant was told",
    needs: [ComplaintCommands.dispositions]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let status = changed.row.text(Complaint.status), ["closed", "basically closed"].contains(status),
      changed.before.text(Complaint.status) != status
    else { return nil }
    // An imported complaint may have been basically closed where it came from: its time tells.
    if changed.before.has(Complaint.basicallyClosedAt), changed.before.text(Complaint.status) != "rework" { return nil }
    guard changed.rows("dispositions").isEmpty else { return nil }
    return Bilingual(zh: "没有处置结果，不得办结", en: "there is no disposition: it cannot be closed")
  },
  .init(
    "closed-without-revisit", "A13", on: Complaint.schema, zh: "未经回访满意不得办结", en: "nothing is closed for good without a satisfied revisit",
    help: Bilingual(zh: "先由非经办人回访；不满意的重新办理", en: "somebody who did not handle it revisits first; the dissatisfied are dealt with again"),
    needs: [ComplaintCommands.revisits, ComplaintCommands.reworkings]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.becomes("closed", Complaint.status) else { return nil }
    let since = changed.rows("reworkings").compactMap { $0.moment(Rework.reopenedAt) }.max()
    let last = changed.rows("revisits").max {
      ($0.moment(Revisit.revisitedAt) ?? changed.now, $0.key) < ($1.moment(Revisit.revisitedAt) ?? changed.now, $1.key)
    }
    guard let last, let at = last.moment(Revisit.revisitedAt), since.map({ at >= $0 }) ?? true else {
      return Bilingual(zh: "办结前须回访", en: "it is revisited before it is closed")
    }
    guard last.flag(Revisit.satisfied) == true, last.flag(Revisit.falseClosure) != true else {
      return Bilingual(zh: "最近一次回访不满意，应重新办理", en: "the last revisit was not satisfied: it is dealt with again")
    }
    return nil
  },
  .init(
    "revisit-by-handler", "A13", on: Revisit.schema, zh: "经办人不得自行回访", en: "who handled a complaint does not revisit it",
    needs: [
      Need("assignments", ComplaintAssignment.schema, [(ComplaintAssignment.complaint, .subject(Revisit.complaint))]),
      Need("dispositions", Disposition.schema, [(Disposition.complaint, .subject(Revisit.complaint))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let person = changed.row.text(Revisit.by) else { return nil }
    let handlers = changed.rows("assignments").compactMap { $0.text(ComplaintAssignment.person) }
      + changed.rows("dispositions").compactMap { $0.text(Disposition.person) }
    guard handlers.contains(person) else { return nil }
    return Bilingual(zh: "`\(person)` 是本件的责任人或经办人，不得回访", en: "`\(person)` is responsible for it or handled it, and does not revisit it")
  },
  .init(
    "revisit-edited", "A13", on: Revisit.schema, Disposition.schema, ComplaintAssignment.schema, zh: "回访台账、处置结果、责任人记录只增不改",
    en: "entries of the revisit ledger, dispositions and assignments are only added to"
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.isNew ? nil : Bilingual(zh: "`\(changed.row.key)` 不得更改，只能新增记录", en: "`\(changed.row.key)` is not changed; a new record is added")
  },
  .init(
    "rework-count", "A13", on: Complaint.schema, zh: "重办次数等于重新办理的记录数", en: "the number of reworkings is that of their records",
    needs: [ComplaintCommands.reworkings]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.row[Complaint.reworks] != changed.before[Complaint.reworks], !changed.isNew else { return nil }
    let before = changed.before.number(Complaint.reworks) ?? 0
    guard (changed.row.number(Complaint.reworks) ?? 0) != before &+ 1 || changed.row.text(Complaint.status) != "rework" else { return nil }
    return Bilingual(zh: "重办次数只随重新办理增加", en: "the number of reworkings grows with a rework only")
  },
  .init(
    "counted-complainant-dropped", "A8", on: Complaint.schema, zh: "已计入的投诉人，未经凭证据更正不得剔除",
    en: "a complainant who was counted is not dropped without a correction that has evidence",
    help: Bilingual(zh: "认定有误的，凭证据更正（xize do correct）", en: "a wrong finding is corrected with evidence (xize do correct)")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard !changed.isCorrection else { return nil }
    let partly = try changed.read(ExitParameters.countPartly)
    func counts(_ row: CaseRow) -> Bool {
      let finding = row.text(Complaint.finding)
      return (finding == "substantiated" || partly && finding == "partly") && row.text(Complaint.status) != "withdrawn"
    }
    guard counts(changed.before), !counts(changed.row) else { return nil }
    return Bilingual(zh: "`\(changed.row.key)` 已认定属实并计入", en: "`\(changed.row.key)` was found true and is counted")
  },
  .init(
    "duplicate-finding", "A8", on: Complaint.schema, zh: "重复件的认定随原件", en: "what is found of a complaint is found of those that repeat it",
    needs: [ComplaintCommands.duplicates]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.row.has(Complaint.finding) else { return nil }
    let other = changed.rows("duplicates").first {
      $0.text(Complaint.status) == "duplicate" && $0[Complaint.finding] != changed.row[Complaint.finding]
    }
    return other.map { Bilingual(zh: "重复件 `\($0.key)` 的认定与原件不同", en: "the duplicate `\($0.key)` has another finding") }
  },
]
