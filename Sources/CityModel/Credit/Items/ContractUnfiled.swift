internal import Columns

/// D02, A2: 物业服务企业与委托方签订物业服务合同后，要按照要求向属地物业主管部门报备.
///
/// A contract not filed within the days of the parameter: one that is still unfiled and in force, or whose time ran out in
/// the period and that was filed late.
enum ContractUnfiled: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let days = try facts.read(CreditParameters.contractDays)
    for contract in facts.contracts {
      let due = (contract.signed ?? contract.from).adding(days: days.value)
      guard due < facts.day else { continue }
      let late: Bool
      if let filed = contract.filed, filed <= facts.day {
        late = filed > due && facts.window.contains(due.adding(days: 1))
      } else {
        late = contract.isActive(on: facts.day)
      }
      guard late else { continue }
      tally.add(
        "D02", enterprise: contract.enterprise, table: "contract", rows: [UInt32(truncatingIfNeeded: contract.row)],
        readings: [days.reading])
    }
  }
}
