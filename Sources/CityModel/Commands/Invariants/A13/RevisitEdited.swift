internal import Columns

/// A13: 回访情况要建立回访台账
/// Reading: the ledger, the dispositions and the assignments are only added to. Parameters: none.
extension CityInvariant {
  static let revisitEdited = CityInvariant(
    "revisit-edited", "A13", on: Revisit.schema, Disposition.schema, ComplaintAssignment.schema, zh: "回访台账、处置结果、责任人记录只增不改",
    en: "entries of the revisit ledger, dispositions and assignments are only added to"
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.isNew ? nil : Bilingual(zh: "`\(changed.row.key)` 不得更改，只能新增记录", en: "`\(changed.row.key)` is not changed; a new record is added")
  }
}
