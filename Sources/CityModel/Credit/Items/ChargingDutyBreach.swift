/// A12: 督促物业服务企业按照合同约定做好安全防范工作
/// Reading: only a duty that the contract holds can be breached; an officer records it with a document. Parameters: `credit.D19.points`, `credit.D19.cap`, `credit.recordMonths`.
enum ChargingDutyBreach: RecordedItem {
  static let item = ScoreItem(
    code: "D19", chinese: "充电、阻车约定义务未履行", english: "duty in the contract about charging or lift blocking not performed", article: "A12", kind: .deduction,
    level: .project, isRecorded: true, variants: ["points"], hasCap: true)
}
