internal import CityModel
internal import Columns

extension Declaration {
  /// The conditions whose clauses tests must see met and not met.
  var conditions: [CoveredCondition] {
    switch self {
    case .adjustment(let rule): Declaration.both(rule.scope, rule.when, rule.table)
    case .tightening(let rule):
      switch rule.target {
      case .clock(let clock): [CoveredCondition(path: ["where"], condition: clock.scope, table: clock.table)]
      case .duty(let duty): [CoveredCondition(path: ["where"], condition: duty.scope, table: duty.table)]
      case .threshold: []
      }
    case .procedure(let rule):
      [CoveredCondition(path: ["where"], condition: rule.scope, table: rule.table)]
        + rule.changes.compactMap { change in
          change.refuseWhen.map {
            CoveredCondition(path: ["changes", change.step, "refuse_when"], condition: $0, table: rule.table, given: rule.scope)
          }
        }
    case .ownProcedure(let rule): [CoveredCondition(path: ["where"], condition: rule.scope, table: rule.table)]
    case .criterion(let rule): [CoveredCondition(path: ["where"], condition: rule.scope, table: Enterprise.schema)]
    case .job(let rule):
      switch rule.work {
      case .table(let work): Declaration.both(work.scope, work.when, work.table)
      case .function: []
      }
    case .report(let rule):
      switch rule.content {
      case .rows(let table), .events(let table, _): [CoveredCondition(path: ["where"], condition: table.scope, table: table.table)]
      case .groups(let table, _, let figures):
        [CoveredCondition(path: ["where"], condition: table.scope, table: table.table)]
          + figures.compactMap { figure in
            switch figure.kind {
            case .countWhere(let condition), .shareWhere(let condition):
              CoveredCondition(path: ["figures", figure.name], condition: condition, table: table.table, given: table.scope)
            default: nil
            }
          }
      case .function: []
      }
    }
  }

  private static func both(_ scope: Condition, _ when: Condition, _ table: TableSchema) -> [CoveredCondition] {
    [
      CoveredCondition(path: ["where"], condition: scope, table: table),
      CoveredCondition(path: ["when"], condition: when, table: table, given: scope),
    ]
  }
}
