/// One rule, as a script declares it.
public enum Declaration {
  case adjustment(Adjustment)
  case procedure(ProcedureChange)
  case job(Job)
}

extension Declaration {
  public var name: String {
    switch self {
    case .adjustment(let adjustment): adjustment.name
    case .procedure(let change): change.name
    case .job(let job): job.name
    }
  }

  public var title: String {
    switch self {
    case .adjustment(let adjustment): adjustment.title
    case .procedure(let change): change.title
    case .job(let job): job.title
    }
  }

  public var basis: Basis {
    switch self {
    case .adjustment(let adjustment): adjustment.basis
    case .procedure(let change): change.basis
    case .job(let job): job.basis
    }
  }
}
