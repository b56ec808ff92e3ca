internal import Columns

/// A3: 每季度至少召开一次
/// Reading 27: by the day held; what lies ahead was not held. Parameters: none.
extension CityInvariant {
  static let conferenceInFuture = CityInvariant(
    "conference-in-future", "A3", on: Conference.schema, zh: "尚未召开的会议不得记为已召开", en: "a conference that lies ahead was not held"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let held = changed.row.day(Conference.convenedOn), held > changed.day else { return nil }
    return Bilingual(zh: "召开日期 \(held) 在今后", en: "\(held) has not come")
  }
}
