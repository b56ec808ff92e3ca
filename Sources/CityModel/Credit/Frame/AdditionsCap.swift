/// A7: 加快形成优胜劣汰的市场竞争机制
/// Reading: the text sets no scale; all additions together bring no more than the cap, so that merits make up for faults within bounds. Parameters: `credit.goodCap`.
struct AdditionsCap {
  static let item = ScoreItem(
    code: "L01", chinese: "加分封顶", english: "cap on all additions", article: "A7", kind: .limit,
    level: .enterprise, isRecorded: false, variants: [], hasCap: false)

  private let cap: Dated<Points>

  init(_ facts: ScoreFacts) throws(RuleError) { cap = try facts.read(CreditParameters.goodCap) }

  var readings: [Reading] { [cap.reading] }

  /// The line that takes back what the additions bring beyond the cap; `nil` where they bring no more.
  func line(_ lines: [ScoreLine]) -> ScoreLine? {
    let sum = lines.filter { $0.item.kind == .addition }.reduce(Points.zero) { $0 + $1.weighted }
    return sum > cap.value ? .limit(AdditionsCap.item, cap.value - sum, readings) : nil
  }
}
