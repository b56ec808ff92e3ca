/// Which of some member units a record means: records of meetings write 城管, 城管局 or 综合行政执法局 of one and the same.
struct UnitNames {
  private var names: [(unit: Int, name: String)] = []

  /// - Parameter others: further names in one text.
  mutating func add(_ unit: Int, _ name: String?, others: String?) {
    for name in [name ?? ""] + UnitNames.parts(others) where !name.isEmpty { names.append((unit, name)) }
  }

  var isEmpty: Bool { names.isEmpty }

  /// The unit whose name a word is, or begins with: 城管局 of 城管. Of two such names the longer one is meant.
  func unit(called word: String) -> Int? {
    names.filter { word.hasPrefix($0.name) }.max { ($0.name.count, $1.unit) < ($1.name.count, $0.unit) }?.unit
  }

  /// The names that a text lists.
  static func parts(_ text: String?) -> [String] { (text ?? "").split { "、，,;； ".contains($0) }.map(String.init) }
}
