internal import Columns

/// A7: 严格执行物业“红黑榜”制度
/// Reading 25: an entry weighs on an enterprise like a penalty; it has reason, notice, decision and document. Parameters: none.
extension CityInvariant {
  static let listingIncomplete = CityInvariant(
    "listing-incomplete", "A7", on: ListEntry.schema, zh: "列榜须有理由、告知、决定和文号", en: "no listing without reason, notice, decision and document"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew else { return nil }
    for field in [ListEntry.reason, ListEntry.noticedOn, ListEntry.decidedOn, ListEntry.document]
    where changed.row[field].isNone || CaseValue.trimmed(changed.row.text(field) ?? "-").isEmpty {
      return Bilingual(zh: "缺少“\(field.chinese)”", en: "`\(field.name)` is missing")
    }
    return nil
  }
}
