internal import Columns

/// A7: 每月实时调整并主动向社会公布
/// Reading 13: an entry holds from its decision; it is removed, never edited. Parameters: none.
extension CityInvariant {
  static let entryEdited = CityInvariant(
    "entry-edited", "A7", on: ListEntry.schema, zh: "榜单记录除移出外不得更改", en: "an entry is removed, never edited"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard !changed.isNew else { return nil }
    let field = ListEntry.schema.fields.first { changed.before[$0] != changed.row[$0] && ($0 != ListEntry.removedOn || changed.before.has($0)) }
    return field.map { Bilingual(zh: "“\($0.chinese)”不得更改", en: "`\($0.name)` is not changed") }
  }
}
