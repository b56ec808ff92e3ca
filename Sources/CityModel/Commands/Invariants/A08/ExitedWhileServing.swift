internal import Columns

/// A8: 按照规定程序予以解聘，并做好退出和移交工作。
/// Reading 6: who has left an estate serves it under no contract; who still serves in a county is told of no filing that ended there, unless an exit runs. Parameters: none.
extension CityInvariant {
  static let exitedWhileServing = CityInvariant(
    "exited-while-serving", "A8", on: ExitCase.schema, Filing.schema, Contract.schema, zh: "合同仍在履行的，不得记为已退出或注销备案",
    en: "no exit and no end of a filing is recorded while a contract is in force",
    help: Bilingual(zh: "先终止合同（xize do end-contract），或先启动退出（xize do start-exit）", en: "end the contract (xize do end-contract) or start an exit (xize do start-exit) first"),
    needs: [
      Need("contracts", Contract.schema, [(Contract.enterprise, .subject(Contract.enterprise))]),
      Need("projects", Project.schema, [(Project.code, .each("contracts", Contract.project))]),
      Need("cases", ExitCase.schema, [(ExitCase.enterprise, .subject(ExitCase.enterprise))]),
      Need("steps", ExitStep.schema, [(ExitStep.exitCase, .each("cases", ExitCase.number))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    switch changed.row.table.name {
    case ExitCase.schema.name where changed.becomes("exited", ExitCase.status):
      let left = estates(left: changed.row, changed)
      return contract(changed, on: changed.row.day(ExitCase.endedOn) ?? changed.day) { left.contains($0[Contract.project]) }.map(stillServes)
    case Filing.schema.name where changed.sets(Filing.endedOn) && changed.before.text(Filing.status) == "accepted":
      let running = changed.rows("cases").contains {
        $0[ExitCase.county] == changed.row[Filing.county] && !["proposed", "ended"].contains($0.text(ExitCase.status))
      }
      let here = Set(changed.rows("projects").filter { $0[Project.county] == changed.row[Filing.county] }.map { $0[Project.code] })
      return running
        ? nil : contract(changed, on: changed.row.day(Filing.endedOn) ?? changed.day) { here.contains($0[Contract.project]) }.map(stillServes)
    case Contract.schema.name where Contracts.reachesFurther(changed.row, than: changed.before):
      let exited = changed.rows("cases").first { row in
        guard row.text(ExitCase.status) == "exited", let on = row.day(ExitCase.endedOn) else { return false }
        return isInForce(changed.row, after: on) && estates(left: row, changed).contains(changed.row[Contract.project])
      }
      return exited.map { Bilingual(zh: "企业已按 `\($0.key)` 退出该项目", en: "the enterprise has left the estate by `\($0.key)`") }
    default: return nil
    }
  }

  /// The estates that a case is about: those whose service lawfully ended in it.
  private static func estates(left row: CaseRow, _ changed: ChangedRow) -> Set<CaseValue> {
    Set(
      changed.rows("steps").filter {
        $0[ExitStep.exitCase] == row[ExitCase.number] && LeavingDetermination.lawfulEnds.contains($0.text(ExitStep.step) ?? "")
      }.map { $0[ExitStep.project] })
  }

  private static func contract(_ changed: ChangedRow, on day: Day, where isMeant: (CaseRow) -> Bool) -> CaseRow? {
    changed.rows("contracts").first { isInForce($0, after: day) && isMeant($0) }
  }

  /// Whether it had begun by a day and goes on after it.
  private static func isInForce(_ contract: CaseRow, after day: Day) -> Bool {
    guard let from = contract.day(Contract.from), from <= day else { return false }
    return contract.day(Contract.endedOn).map { $0 > day } ?? true
  }

  private static func stillServes(_ contract: CaseRow) -> Bilingual {
    Bilingual(zh: "合同 `\(contract.key)` 仍在履行", en: "the contract `\(contract.key)` is in force")
  }
}
