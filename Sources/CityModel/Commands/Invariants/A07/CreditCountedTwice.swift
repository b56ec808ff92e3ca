internal import Columns

/// A7: 记入信用档案
/// Reading: one fact is entered once. Parameters: none.
extension CityInvariant {
  static let creditCountedTwice = CityInvariant(
    "credit-counted-twice", "A7", on: CreditRecord.schema, zh: "同一事实只记一次", en: "a fact enters the credit file once",
    help: Bilingual(zh: "命令已随决定记入，不必再记", en: "the command that decided it has entered it"),
    needs: [
      Need("same", CreditRecord.schema, [(CreditRecord.enterprise, .subject(CreditRecord.enterprise)), (CreditRecord.item, .subject(CreditRecord.item))])
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew else { return nil }
    let origin = changed.row.text(CreditRecord.origin)
    let same = [CreditRecord.project, CreditRecord.county, CreditRecord.variant, CreditRecord.document]
    let other = changed.others("same").first { row in
      if let origin, let known = row.text(CreditRecord.origin), CreditEntries.isSame(known, origin) { return true }
      // A decision can hold several faults of one kind (D03, D05); what came with a command is one fact.
      return !CreditEntries.isRow(origin) && CreditEntries.isRow(row.text(CreditRecord.origin))
        && same.allSatisfy { row[$0] == changed.row[$0] || $0 == CreditRecord.project && changed.row[$0].isNone }
    }
    return other.map { Bilingual(zh: "`\($0.key)` 已记入同一事实", en: "`\($0.key)` holds the same fact") }
  }
}
