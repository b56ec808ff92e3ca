internal import Columns

/// Clauses about red and black lists, A7.
public let listInvariants: [CityInvariant] = [
  .init(
    "red-and-black", "A7", on: ListEntry.schema, zh: "同一县（区）不得同时列入红榜和黑榜", en: "nobody is red and black at once in one county",
    help: Bilingual(zh: "先移出另一榜单", en: "remove the other entry first"),
    needs: [
      Need("entries", ListEntry.schema, [(ListEntry.enterprise, .subject(ListEntry.enterprise)), (ListEntry.county, .subject(ListEntry.county))])
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard ListEntries.isInEffect(changed.row, on: changed.day) else { return nil }
    guard let other = changed.others("entries").first(where: { ListEntries.isInEffect($0, on: changed.day) }) else { return nil }
    return other.text(ListEntry.list) == changed.row.text(ListEntry.list)
      ? Bilingual(zh: "已有同一榜单的记录 `\(other.key)`", en: "the entry `\(other.key)` has it on that list already")
      : Bilingual(zh: "已在另一榜单（`\(other.key)`）", en: "it is on the other list (`\(other.key)`)")
  },
  .init(
    "listing-incomplete", "A7", on: ListEntry.schema, zh: "列榜须有理由、告知、决定和文号", en: "no listing without reason, notice, decision and document"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew else { return nil }
    for field in [ListEntry.reason, ListEntry.noticedOn, ListEntry.decidedOn, ListEntry.document]
    where changed.row[field].isNone || CaseValue.trimmed(changed.row.text(field) ?? "-").isEmpty {
      return Bilingual(zh: "缺少“\(field.chinese)”", en: "`\(field.name)` is missing")
    }
    return nil
  },
  .init(
    "listing-before-defence", "A7", on: ListEntry.schema, zh: "陈述申辩期满前不得决定", en: "no decision before the time for defence has passed"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, let noticed = changed.row.day(ListEntry.noticedOn), let decided = changed.row.day(ListEntry.decidedOn) else { return nil }
    let days = try changed.read(ListParameters.noticeWorkdays)
    let last: Day
    do throws(ParameterError) { last = try changed.rulebook.calendar.adding(workingDays: days, to: noticed) } catch { throw Refusal(error) }
    guard decided <= last else { return nil }
    return Bilingual(zh: "陈述申辩期到 \(last) 届满，此后方可决定", en: "the time for defence ends on \(last); the decision comes after")
  },
  .init(
    "listing-without-case", "A7", on: ListEntry.schema, zh: "榜单记录须出自一件列榜案件", en: "an entry comes from a case that was proposed and noticed",
    needs: [Need("case", Listing.schema, [(Listing.number, .subject(ListEntry.number))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew else { return nil }
    guard let listing = changed.first("case") else { return Bilingual(zh: "没有列榜案件", en: "there is no case behind it") }
    let same = listing[Listing.enterprise] == changed.row[ListEntry.enterprise] && listing[Listing.list] == changed.row[ListEntry.list]
      && listing[Listing.county] == changed.row[ListEntry.county]
    return same ? nil : Bilingual(zh: "与列榜案件不一致", en: "it differs from the case behind it")
  },
  .init(
    "entry-edited", "A7", on: ListEntry.schema, zh: "榜单记录除移出外不得更改", en: "an entry is removed, never edited"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard !changed.isNew else { return nil }
    let field = ListEntry.schema.fields.first { changed.before[$0] != changed.row[$0] && ($0 != ListEntry.removedOn || changed.before.has($0)) }
    return field.map { Bilingual(zh: "“\($0.chinese)”不得更改", en: "`\($0.name)` is not changed") }
  },
  .init(
    "publication-edited", "A7", on: ListPublication.schema, zh: "公布的榜单不得更改，只能另行更正公布", en: "a published list is never edited"
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.isNew ? nil : Bilingual(zh: "已公布的榜单不得更改", en: "a published list is not changed; a correction is published")
  },
  .init(
    "credit-item-computed", "A7", on: CreditRecord.schema, zh: "只有须记录的评分项可以记入信用档案", en: "only items that are recorded enter the credit file; others are computed"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let code = changed.row.text(CreditRecord.item) else { return nil }
    // A veto that an authority decided is recorded; V3 and V4 follow from urgings and the exit test.
    if RecordedItems.vetoes[code] != nil { return nil }
    if code == CreditRecord.countyItem {
      return CreditRecord.countyPoints(changed.row.text(CreditRecord.variant)) == nil
        ? Bilingual(zh: "`\(code)` 的情形须为大于 0 的扣分值，如 2.5", en: "the case of `\(code)` is its points, above 0: 2.5") : nil
    }
    guard let item = ScoreItem.code(code) else { return Bilingual(zh: "没有评分项 `\(code)`", en: "there is no item `\(code)`") }
    guard item.isRecorded else {
      return Bilingual(zh: "`\(code)` \(item.chinese)由系统根据事实计算，不得直接记入", en: "`\(code)` is computed from facts and not entered")
    }
    let variant = changed.row.text(CreditRecord.variant) ?? ""
    let cases = item.variants == ["points"] ? [] : item.variants + (item.code == "G01" ? ["national"] : [])
    guard cases.isEmpty ? variant.isEmpty : cases.contains(variant) else {
      return Bilingual(
        zh: "`\(code)` 的情形须为：\(cases.isEmpty ? "空" : cases.joined(separator: "、"))", en: "`\(code)` has the cases \(cases.isEmpty ? "none" : cases.joined(separator: ", "))")
    }
    return nil
  },
  .init(
    "credit-counted-twice", "A7", on: CreditRecord.schema, zh: "同一事实只记一次", en: "a fact enters the credit file once",
    help: Bilingual(zh: "命令已随决定记入，不必再记", en: "the command that decided it has entered it"),
    needs: [
      Need("same", CreditRecord.schema, [(CreditRecord.enterprise, .subject(CreditRecord.enterprise)), (CreditRecord.item, .subject(CreditRecord.item))])
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew else { return nil }
    let same = [CreditRecord.project, CreditRecord.county, CreditRecord.variant, CreditRecord.document]
    // A decision can hold several faults of one kind (D05); what came with a command is one fact.
    let other = changed.others("same").first { row in
      row.has(CreditRecord.origin) && same.allSatisfy { row[$0] == changed.row[$0] || $0 == CreditRecord.project && changed.row[$0].isNone }
    }
    return other.map { Bilingual(zh: "`\($0.key)` 已记入同一文号的同一事项", en: "`\($0.key)` holds the same item of the same document") }
  },
  .init(
    "measure-without-advice", "A7", on: SupervisionMeasure.schema, zh: "约谈、通报、记入信用档案须同步建议业主大会（或说明不作建议）",
    en: "every measure says what the owners' assembly is advised at the same time"
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.row.has(SupervisionMeasure.advice) ? nil : Bilingual(zh: "没有同步建议", en: "it says nothing of the advice to the owners")
  },
]
