internal import Columns

/// A8: 对经业主共同决定解聘的物业服务企业存在拒不退出、不依法移交物业服务用房、设施设备、管理资料等情形的
/// Reading 6: V2 is entered for an estate whose service has lawfully ended, by owners' decision, contract end or mutual termination; each estate of a case is a fact of its own. Parameters: none.
enum LeavingDetermination {
  static let lawfulEnds: Set<String> = ["owners' decision", "contract end", "mutual termination"]

  static func refuses(_ attempt: CommandAttempt) throws(Refusal) -> [Change] {
    let project = attempt[ExitStep.project]
    let mine = attempt.rows("steps").filter { !$0.has(ExitStep.project) || $0[ExitStep.project] == project }
    try attempt.require(
      mine.contains { lawfulEnds.contains($0.text(ExitStep.step) ?? "") }, "refusal-before-end",
      zh: "该项目的服务尚未依法终止，谈不上拒不退出", en: "the service of that estate has not lawfully ended: nothing is refused yet",
      help: Bilingual(
        zh: "先记录业主决定、合同到期或协商解除（xize do record-owners-decision 等）",
        en: "record owners' decision, contract end or mutual termination first (xize do record-owners-decision …)"))
    try attempt.require(
      !mine.contains { $0.text(ExitStep.step) == "refusal to leave" && $0[ExitStep.project] == project }, "already-done", zh: "该项目已有记录",
      en: "it is recorded for that estate already")
    let step = ExitCommands.step(
      attempt, "refusal to leave", project: project, document: .text(CreditEntries.document(attempt)), to: nil)
    return step
      + CreditEntries.enter(
        .init(
          item: "V2", enterprise: attempt.row[ExitCase.enterprise], project: project, county: attempt.row[ExitCase.county], on: attempt.day,
          document: CreditEntries.document(attempt), suffix: "/\(project.text ?? "")",
          origin: step.first.map { "\(ExitStep.schema.name) \($0.key)" }), attempt)
  }
}
