/// A11: 经营行为严重违反法律法规的
/// Reading: a penalty in force, minor, general or serious as its document says. Parameters: `credit.D18.minor`, `credit.D18.general`, `credit.D18.serious`, `credit.D18.cap`, `credit.recordMonths`.
enum AdministrativePenalty: RecordedItem {
  static let item = ScoreItem(
    code: "D18", chinese: "行政处罚", english: "administrative penalty", article: "A11", kind: .deduction,
    level: .enterprise, isRecorded: true, variants: ["minor", "general", "serious"], hasCap: true)
}
