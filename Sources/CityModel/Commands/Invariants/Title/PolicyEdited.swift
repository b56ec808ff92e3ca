internal import Columns

/// Title: （征求意见稿）
/// Reading: what was recorded of an adoption stays; a repeal is recorded beside it. Parameters: none.
extension CityInvariant {
  static let policyEdited = CityInvariant(
    "policy-edited", "§1.4", on: PolicyVersion.schema, zh: "通过的记录不得更改，废止另行记录", en: "an adoption is not edited"
  ) { (changed: ChangedRow) throws(Refusal) in
    let field = PolicyVersion.schema.fields.first { changed.before.has($0) && changed.before[$0] != changed.row[$0] }
    return field.map { Bilingual(zh: "“\($0.chinese)”不得更改", en: "`\($0.name)` is not changed") }
  }
}
