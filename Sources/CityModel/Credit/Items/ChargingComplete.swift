/// A12: 加大小区电动自行车棚和充电桩的建设力度，推进高层住宅电梯智能阻车系统全覆盖
/// Reading: 全覆盖 is every lift of a residential high-rise, and no charging gap; an officer confirms it with a document. Parameters: `credit.G06.points`, `credit.recordMonths`.
enum ChargingComplete: RecordedItem {
  static let item = ScoreItem(
    code: "G06", chinese: "充电与电梯阻车全覆盖", english: "charging and lift blocking complete", article: "A12", kind: .addition,
    level: .enterprise, isRecorded: true, variants: ["points"], hasCap: false)
}
