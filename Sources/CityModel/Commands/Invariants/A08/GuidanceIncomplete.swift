internal import Columns

/// A8: 对拒不整改、不履约且业主反映强烈的物业服务企业
/// Reading: all three are determined with evidence; nothing here is computed. Parameters: none.
extension CityInvariant {
  static let guidanceIncomplete = CityInvariant(
    "guidance-incomplete", "A8", on: Guidance.schema, zh: "引导解聘须拒不整改、不履约且业主反映强烈三项齐备", en: "guidance needs refusal, breach and strong reaction, all three"
  ) { (changed: ChangedRow) throws(Refusal) in
    let missing = [Guidance.refuses, Guidance.breach, Guidance.strongReaction].first { changed.row.flag($0) != true }
    return missing.map { Bilingual(zh: "“\($0.chinese)”不成立", en: "`\($0.name)` does not hold") }
  }
}
