internal import Columns

/// A7: 每月实时调整并主动向社会公布
/// Reading 13: what was published for a month stays; a correction is published beside it. Parameters: none.
extension CityInvariant {
  static let publicationEdited = CityInvariant(
    "publication-edited", "A7", on: ListPublication.schema, zh: "公布的榜单不得更改，只能另行更正公布", en: "a published list is never edited"
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.isNew ? nil : Bilingual(zh: "已公布的榜单不得更改", en: "a published list is not changed; a correction is published")
  }
}
