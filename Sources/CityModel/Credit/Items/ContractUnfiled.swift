internal import Columns

/// A2: 物业服务企业与委托方签订物业服务合同后，要按照要求向属地物业主管部门报备。
/// Reading: the text sets no number of days; they run from the signature. Parameters: `credit.D02.points`, `credit.D02.cap`, `filing.contractDays`, `credit.factWindow`.
///
/// A case is a contract that is still unfiled and in force after its days, or one whose days ran out in the period and that was filed late.
enum ContractUnfiled: ItemRule {
  static let item = ScoreItem(
    code: "D02", chinese: "合同逾期未报备", english: "contract not filed in time", article: "A2", kind: .deduction,
    level: .enterprise, isRecorded: false, variants: ["points"], hasCap: true)

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
        item, enterprise: contract.enterprise, days: [fact], table: "contract",
        rows: [UInt32(truncatingIfNeeded: contract.row)],
        readings: [days.reading])
    }
  }
}
