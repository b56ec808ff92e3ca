internal import Columns

/// A7: 记入信用档案
/// Reading: two records of one item, case, enterprise, estate and day are one fact, unless each says which fact it is of. Parameters: none.
///
/// A county's deductions rest on proposals, each decided by itself.
extension CityInvariant {
  static let creditTypedTwice = CityInvariant(
    "credit-typed-twice", "A7", on: CreditRecord.schema, zh: "同一企业、项目、事项、日期只记一次", en: "an item is entered once for an enterprise, an estate and a day",
    help: Bilingual(zh: "确为两件事的，各写明事实来源（--origin）", en: "two facts say each what it is of (--origin)"),
    needs: [
      Need("same", CreditRecord.schema, [(CreditRecord.enterprise, .subject(CreditRecord.enterprise)), (CreditRecord.item, .subject(CreditRecord.item))])
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, !changed.row.has(CreditRecord.origin), changed.row.text(CreditRecord.item) != CreditRecord.countyItem else { return nil }
    let same = [CreditRecord.project, CreditRecord.county, CreditRecord.variant, CreditRecord.decidedOn]
    let other = changed.others("same").first { row in same.allSatisfy { row[$0] == changed.row[$0] } }
    return other.map { Bilingual(zh: "`\($0.key)` 已记入同日的同一事项", en: "`\($0.key)` holds the same item of the same day") }
  }
}
