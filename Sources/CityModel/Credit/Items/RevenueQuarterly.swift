/// A6: 公共收益项目收支明细要每年公开一次。
/// Reading 26: once a year is the duty; who publishes every quarter does more, as an officer records. Parameters: `credit.G08.points`, `credit.recordMonths`.
enum RevenueQuarterly: RecordedItem {
  static let item = ScoreItem(
    code: "G08", chinese: "公共收益按季公开", english: "common revenue published quarterly", article: "A6", kind: .addition,
    level: .enterprise, isRecorded: true, variants: ["points"], hasCap: false)
}
