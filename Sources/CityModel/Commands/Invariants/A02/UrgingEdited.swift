internal import Columns

/// A2: 对于多次督促仍不整改的物业服务企业
/// Reading 21: urgings count by deadlines of their own, so that topic and deadline stay as they were. Parameters: none.
extension CityInvariant {
  static let urgingEdited = CityInvariant(
    "urging-edited", "A2", on: Urging.schema, zh: "督促记录不得更改期限或事项", en: "an urging keeps its topic and its deadline"
  ) { (changed: ChangedRow) throws(Refusal) in
    let fixed = [Urging.topic, Urging.deadline, Urging.madeOn, Urging.enterprise, Urging.heededOn]
    guard let field = fixed.first(where: { changed.before.has($0) && changed.before[$0] != changed.row[$0] }) else { return nil }
    return Bilingual(zh: "“\(field.chinese)”不得更改", en: "`\(field.name)` is not changed")
  }
}
