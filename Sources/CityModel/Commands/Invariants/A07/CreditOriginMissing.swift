internal import Columns

/// A7: 记入信用档案
/// Reading 26: D03, D05 and D06 are breaches of duties, each counted once: a record says which fact it is of, so that one that was determined is recognised. Parameters: none.
extension CityInvariant {
  static let creditOriginMissing = CityInvariant(
    "credit-origin-missing", "A7", on: CreditRecord.schema, zh: "未履行义务的记录须写明事实来源", en: "a record of a duty that was not done says which fact it is of",
    help: Bilingual(
      zh: "按台账认定（xize do determine-duty-breach），或写明事实来源（--origin）", en: "determine it (xize do determine-duty-breach), or say what it is of (--origin)")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, let item = changed.row.text(CreditRecord.item), DutyDetermination.items.contains(item), !changed.row.has(CreditRecord.origin)
    else { return nil }
    return Bilingual(zh: "`\(item)` 没有写明是哪一项义务", en: "`\(item)` does not say which duty it is of")
  }
}
