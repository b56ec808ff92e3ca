/// A11: 擅自利用公共部位开展经营、侵占小区公共收益
/// Reading: the authority to which the case was referred has decided it. Parameters: `credit.D17.points`, `credit.D17.cap`, `credit.recordMonths`.
enum CommonPartsMisused: RecordedItem {
  static let item = ScoreItem(
    code: "D17", chinese: "擅用共用部位或截留公共收益", english: "business on common parts without consent, or common revenue withheld", article: "A11", kind: .deduction,
    level: .project, isRecorded: true, variants: ["points"], hasCap: true)
}
