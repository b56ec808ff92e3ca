/// A4: 查处物业服务收费过程中存在的超出政府指导价制定价格、不按规定明码标价、不履行价格承诺、价格欺诈等价格违法违规行为
/// Reading: a violation is what the market regulator has decided. Parameters: `credit.D07.points`, `credit.D07.cap`, `credit.recordMonths`.
enum PriceViolated: RecordedItem {
  static let item = ScoreItem(
    code: "D07", chinese: "价格违法", english: "price violation decided by the market regulator", article: "A4", kind: .deduction,
    level: .enterprise, isRecorded: true, variants: ["points"], hasCap: true)
}
