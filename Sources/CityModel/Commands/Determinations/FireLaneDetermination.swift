internal import Columns

/// A12: 及时劝阻和制止占用、堵塞、封闭疏散通道、安全出口、消防车通道等行为，劝阻和制止无效的，应及时向街道（乡镇）、消防救援机构报告。
/// Reading: D16 is entered for what an inspection found blocked and nobody had reported since the inspection before. Parameters: none.
enum FireLaneDetermination {
  static let needs = [
    Need("reports", FireReport.schema, [(FireReport.project, .subject(FireInspection.project))]),
    Need("inspections", FireInspection.schema, [(FireInspection.project, .subject(FireInspection.project))]),
    Need("contracts", Contract.schema, [(Contract.project, .subject(FireInspection.project))]),
    .row(FireInspection.project, in: Project.schema),
    CreditEntries.records(of: .each("contracts", Contract.enterprise)),
  ]

  /// What was blocked at the inspection and not reported since the inspection before it.
  static func breach(_ attempt: CommandAttempt) throws(Refusal) -> [Change] {
    let row = attempt.row
    guard let on = row.day(FireInspection.inspectedOn) else { return [] }
    let before = attempt.rows("inspections").compactMap { $0.day(FireInspection.inspectedOn) }.filter { $0 < on }.max()
    let reported = Set(
      attempt.rows("reports").filter { report in
        report.day(FireReport.reportedOn).map { day in day <= on && (before.map { day > $0 } ?? true) } == true
      }.compactMap { $0.text(FireReport.kind) })
    let blocked = [(FireInspection.laneClear, "fire lane"), (FireInspection.exitsClear, "blocked exit")].filter { row.flag($0.0) == false }
    try attempt.require(!blocked.isEmpty, "nothing-blocked", zh: "检查未发现占用、堵塞", en: "the inspection found nothing blocked")
    try attempt.require(
      blocked.contains { !reported.contains($0.1) }, "breach-reported", zh: "企业已在检查前报告", en: "the enterprise had reported it before the inspection")
    guard let serving = attempt.rows("contracts").first(where: { Contracts.isActive($0, on: on) }) else {
      throw attempt.refusal("nobody-serves", zh: "检查之日没有企业服务该项目", en: "no enterprise served the estate on that day")
    }
    let origin = CreditEntries.origin(attempt)
    let changes = CreditEntries.enter(
      .init(
        item: "D16", enterprise: serving[Contract.enterprise], project: row[FireInspection.project],
        county: attempt.first(FireInspection.project.name)?[Project.county] ?? .none, on: attempt.day, document: CreditEntries.document(attempt)), attempt)
    try attempt.require(
      !changes.isEmpty && !attempt.rows(CreditEntries.need).contains { $0[CreditRecord.origin] == origin }, "already-done", zh: "已记入信用档案",
      en: "it is in the credit file already")
    return changes
  }
}
