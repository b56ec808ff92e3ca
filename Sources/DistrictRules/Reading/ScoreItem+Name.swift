internal import CityModel

extension ScoreItem {
  /// The city's item by its code or its name, as people write it: `D10`, `属实投诉`, `属实投诉扣分`.
  static func named(_ word: String) -> ScoreItem? {
    if let item = all.first(where: { $0.code == word || $0.chinese == word || $0.english == word }) { return item }
    for (ending, kind) in [("扣分", Kind.deduction), ("加分", .addition)] where word.hasSuffix(ending) {
      let name = word.dropLast(ending.count)
      if let item = all.first(where: { $0.kind == kind && $0.chinese == name }) { return item }
    }
    return nil
  }
}
