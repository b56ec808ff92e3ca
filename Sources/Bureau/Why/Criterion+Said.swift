internal import CityModel
internal import DistrictRules

extension Criterion {
  /// What it did with an enterprise, in words.
  func said(_ row: Int, _ outcome: CriterionOutcome, name: (Int) -> String) -> Bilingual {
    if let added = outcome.added.first(where: { $0.enterprise == row }) { return Bilingual(zh: added.because, en: added.because) }
    if let place = outcome.kept.firstIndex(of: row) {
      return Bilingual(zh: "保留，排第 \(place + 1)", en: "kept, at place \(place + 1)")
    }
    switch outcome.dropped.first(where: { $0.enterprise == row })?.reason {
    case .condition: return Bilingual(zh: "不符合 \(title)", en: "does not meet: \(title)")
    case .unknown: return Bilingual(zh: "缺少事实，无法判断：\(title)", en: "a fact is missing: \(title)")
    case .place(let better): return Bilingual(zh: "同一处 \(name(better)) 更优（\(title)）", en: "\(name(better)) is better in the same place (\(title))")
    case nil: return Bilingual(zh: "不涉及", en: "is not concerned")
    }
  }
}

extension ResponseClock.Step {
  /// As people call it.
  var said: Bilingual {
    switch self {
    case .assign: Bilingual(zh: "派单", en: "assigned")
    case .preliminary: Bilingual(zh: "初步处理", en: "preliminary")
    case .close: Bilingual(zh: "基本办结", en: "basically closed")
    }
  }
}
