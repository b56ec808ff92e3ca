internal import CityModel
internal import Columns
internal import DistrictRules

extension Criterion {
  /// What it did with an enterprise, in words.
  func said(_ row: Int, _ outcome: CriterionOutcome, in snapshot: Snapshot) throws -> Bilingual {
    let table = snapshot.table(Enterprise.schema)
    if outcome.unknown.contains(row) { return try MissingFacts(scope, over: table, in: snapshot).said(row) }
    if let added = outcome.added.first(where: { $0.enterprise == row }) { return Bilingual(zh: added.because, en: added.because) }
    if let place = outcome.kept.firstIndex(of: row) {
      return Bilingual(zh: "保留，排第 \(place + 1)", en: "kept, at place \(place + 1)")
    }
    switch outcome.dropped.first(where: { $0.enterprise == row })?.reason {
    case .condition: return Bilingual(zh: "不符合 \(title)", en: "does not meet: \(title)")
    case .unknown:
      let missing = try MissingFacts(scope, over: table, in: snapshot).said(row)
      return Bilingual(zh: "\(missing.zh)（\(title)）", en: "\(missing.en) (\(title))")
    case .place(let other):
      let better = try table.cell(Enterprise.name.name, row: other).plain
      return Bilingual(zh: "同一处 \(better) 更优（\(title)）", en: "\(better) is better in the same place (\(title))")
    case nil: return Bilingual(zh: "不涉及", en: "is not concerned")
    }
  }
}

extension ResponseClock.Step {
  /// As people call it.
  var said: Bilingual {
    switch self {
    case .assign: Bilingual(zh: "责任到人", en: "assigned")
    case .preliminary: Bilingual(zh: "初步结果", en: "preliminary")
    case .close: Bilingual(zh: "基本办结", en: "basically closed")
    }
  }
}
