/// A2: 落实合同和项目负责人备案制度……项目负责人按要求到街道和社区报到
/// Reading: an officer records the case with a document. Parameters: `credit.D03.points`, `credit.D03.cap`, `credit.recordMonths`.
enum ManagerUnfiled: RecordedItem {
  static let item = ScoreItem(
    code: "D03", chinese: "项目负责人未备案或未报到", english: "manager not filed or not reported", article: "A2", kind: .deduction,
    level: .enterprise, isRecorded: true, variants: ["points"], hasCap: true)
}
