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
      // A contract that is still unfiled is a fact of today; one filed late, of the day on which its time had run out.
      let late: Bool
      var fact = facts.day
      if let filed = contract.filed, filed <= facts.day {
        fact = due.adding(days: 1)
        late = filed > due && facts.window.contains(fact)
      } else {
        late = contract.isActive(on: facts.day)
      }
      guard late else { continue }
      tally.add(
        "D02", enterprise: contract.enterprise, days: [fact], table: "contract",
        rows: [UInt32(truncatingIfNeeded: contract.row)],
        readings: [days.reading])
    }
  }
}
