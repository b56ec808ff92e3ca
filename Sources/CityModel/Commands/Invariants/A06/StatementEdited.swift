internal import Columns

/// A6: 公共收益项目收支明细要每年公开一次。
/// Reading: a published statement stays; a correction is published beside it. Parameters: none.
extension CityInvariant {
  static let statementEdited = CityInvariant(
    "statement-edited", "A6", on: CommonRevenueStatement.schema, zh: "已公布的明细不得更改，另行公布更正", en: "a published statement is not edited"
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.isNew ? nil : Bilingual(zh: "已公布的明细不得更改", en: "a published statement is not changed")
  }
}
