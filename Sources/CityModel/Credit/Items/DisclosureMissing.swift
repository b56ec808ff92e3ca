/// A6: 在小区显著位置设立物业服务信息公示栏，如实公布并及时更新 A13: 常态化公开投诉举报电话、邮箱和全省物业投诉举报受理转办系统二维码
/// Reading: an inspection records each missing or outdated item. Parameters: `credit.D05.points`, `credit.D05.cap`, `credit.recordMonths`.
enum DisclosureMissing: RecordedItem {
  static let item = ScoreItem(
    code: "D05", chinese: "信息公示缺项或过期", english: "missing or outdated disclosure", article: "A6, A13", kind: .deduction,
    level: .project, isRecorded: true, variants: ["points"], hasCap: true)
}
