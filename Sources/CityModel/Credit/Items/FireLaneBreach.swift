/// A12: 及时劝阻和制止占用、堵塞、封闭疏散通道、安全出口、消防车通道等行为，劝阻和制止无效的，应及时向街道（乡镇）、消防救援机构报告。
/// Reading: the breach is that it was neither stopped nor reported, as an inspection determined. Parameters: `credit.D16.points`, `credit.D16.cap`, `credit.recordMonths`.
enum FireLaneBreach: RecordedItem {
  static let item = ScoreItem(
    code: "D16", chinese: "消防通道违规未劝阻报告", english: "breach of fire lanes neither dissuaded nor reported", article: "A12", kind: .deduction,
    level: .project, isRecorded: true, variants: ["points"], hasCap: true)
}
