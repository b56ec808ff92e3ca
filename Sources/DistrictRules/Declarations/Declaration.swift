internal import CityModel
public import Columns

/// One rule, as a script declares it.
public enum Declaration {
  case adjustment(Adjustment)
  case tightening(Tightening)
  /// An amendment of a city procedure.
  case procedure(ProcedureChange)
  case ownProcedure(ProcedureDeclaration)
  case criterion(Criterion)
  case job(Job)
  case report(Report)
}

extension Declaration {
  /// What kind it is, as the rule language calls it.
  public enum Kind: String, Sendable, CaseIterable { case adjustment, tighten, procedure, criterion, job, report }

  public var kind: Kind {
    switch self {
    case .adjustment: .adjustment
    case .tightening: .tighten
    case .procedure, .ownProcedure: .procedure
    case .criterion: .criterion
    case .job: .job
    case .report: .report
    }
  }

  public var heading: Heading {
    switch self {
    case .adjustment(let rule): rule.heading
    case .tightening(let rule): rule.heading
    case .procedure(let rule): rule.heading
    case .ownProcedure(let rule): rule.heading
    case .criterion(let rule): rule.heading
    case .job(let rule): rule.heading
    case .report(let rule): rule.heading
    }
  }

  public var name: String { heading.name }
  public var title: String { heading.title }
  public var basis: Basis { heading.basis }

  /// The rows that it is about and the conditions over them; `nil` where a function decides, or a parameter is set.
  public var selection: (table: TableSchema, condition: Condition)? {
    switch self {
    case .adjustment(let rule): (rule.table, Condition.all([rule.scope, rule.when]))
    case .tightening(let rule):
      switch rule.target {
      case .clock(let clock): (clock.table, clock.scope)
      case .duty(let duty): (duty.table, duty.scope)
      case .threshold: nil
      }
    case .procedure(let rule): (rule.table, rule.scope)
    case .ownProcedure(let rule): (rule.table, rule.scope)
    case .criterion(let rule): (Enterprise.schema, rule.scope)
    case .job(let rule):
      if case .table(let table) = rule.work { (table.table, Condition.all([table.scope, table.when])) } else { nil }
    case .report(let rule):
      switch rule.content {
      case .rows(let table), .groups(let table, _, _), .events(let table, _): (table.table, table.scope)
      case .function: nil
      }
    }
  }
}
