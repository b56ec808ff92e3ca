/// A6: 公共收益项目收支明细要每年公开一次。
/// Reading 26: the calendar year, by the due day of the next; an officer records the case with a document. Parameters: `credit.D06.points`, `credit.D06.cap`, `credit.recordMonths`.
enum RevenueUnpublished: RecordedItem {
  static let item = ScoreItem(
    code: "D06", chinese: "公共收益未按期公开", english: "common revenue not published in time", article: "A6", kind: .deduction,
    level: .project, isRecorded: true, variants: ["points"], hasCap: true)
}
