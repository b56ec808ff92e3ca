internal import Columns

/// A3: 每季度至少召开一次
/// Reading 27: one meeting serves one calendar quarter, so that its minutes keep their day. Parameters: none.
extension CityInvariant {
  static let conferenceEdited = CityInvariant(
    "conference-edited", "A3", on: Conference.schema, zh: "会议记录不得更改或删除，一次会议不能顶两个季度", en: "minutes are not edited; one meeting does not serve two quarters"
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.isNew ? nil : Bilingual(zh: "会议记录不得更改", en: "minutes are not edited")
  }
}
