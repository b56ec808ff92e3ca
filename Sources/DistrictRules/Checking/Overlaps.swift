internal import CityModel
internal import Columns
internal import LuaSyntax

/// Two declarations of one division that get in each other's way.
struct Overlaps {
  enum Kind { case none, implied, same(Diagnostic.Severity) }

  /// What the first of two declarations is beside the second.
  static func kind(_ a: Declaration, _ b: Declaration) -> Kind {
    guard meetInTime(a.heading, b.heading) else { return .none }
    switch (a, b) {
    case (.adjustment(let x), .adjustment(let y)):
      guard x.table.name == y.table.name, x.deducts == y.deducts else { return .none }
      if case .offset(let mine) = x.amount {
        guard case .offset(let theirs) = y.amount, mine.contains(where: theirs.contains) else { return .none }
      } else if case .offset = y.amount {
        return .none
      }
      return relation(a, b, .warning)
    case (.tightening(let x), .tightening(let y)):
      switch (x.target, y.target) {
      case (.clock(let p), .clock(let q)):
        guard p.deadline == q.deadline else { return .none }
        let kind = relation(a, b, .error)
        // Within the other and no stricter: it has no effect. Within it and stricter: the exception that the author meant.
        if case .implied = kind {
          return p.within.unit == q.within.unit && p.within.count < q.within.count ? .none : .implied
        }
        return kind
      case (.duty(let p), .duty(let q)): return p.duty == q.duty ? .same(.error) : .none
      case (.threshold(let p), .threshold(let q)): return p.parameter.name == q.parameter.name ? .same(.error) : .none
      default: return .none
      }
    case (.procedure(let x), .procedure(let y)):
      guard x.amends == y.amends, x.changes.contains(where: { mine in y.changes.contains { clash(mine, $0) } }) else { return .none }
      return relation(a, b, .error).asSame(.error)
    case (.ownProcedure(let x), .ownProcedure(let y)):
      return x.table.name == y.table.name ? relation(a, b, .error).asSame(.error) : .none
    case (.criterion(let x), .criterion(let y)):
      guard x.list == y.list else { return .none }
      if x.list == .black { return relation(a, b, .warning) }
      return (x.onePer != nil || !x.rank.isEmpty) && (y.onePer != nil || !y.rank.isEmpty) ? .same(.error) : .none
    case (.job(let x), .job(let y)):
      guard case .table(let p) = x.work, case .table(let q) = y.work, p.kind == q.kind, p.table.name == q.table.name else { return .none }
      return relation(a, b, .warning)
    default: return .none
    }
  }

  private static func clash(_ a: ProcedureChange.StepChange, _ b: ProcedureChange.StepChange) -> Bool {
    FundProcedures.chinese(ofStep: a.step) == FundProcedures.chinese(ofStep: b.step) && (a.withinWorkingDays != nil && b.withinWorkingDays != nil || a.atMost != nil && b.atMost != nil)
  }

  private static func relation(_ a: Declaration, _ b: Declaration, _ severity: Diagnostic.Severity) -> Kind {
    guard let (table, mine) = a.selection, let (other, theirs) = b.selection, table.name == other.name else { return .none }
    let x = ConditionSpace(mine, over: table), y = ConditionSpace(theirs, over: other)
    if x.isEmpty || y.isEmpty || x.isDisjoint(from: y) { return .none }
    return x.isSubset(of: y) && covers(b.heading, a.heading) ? .implied : .same(severity)
  }

  /// Whether there is a day on which both apply.
  static func meetInTime(_ a: Heading, _ b: Heading) -> Bool {
    let first = max(a.effective.from, b.effective.from)
    let last = [a.effective.to, b.effective.to].compactMap { $0 }.min()
    if let last, last < first { return false }
    guard a.season != nil || b.season != nil else { return true }
    let days = first...min(last ?? first.adding(days: 366), first.adding(days: 366))
    let mine = a.season?.ranges(within: days) ?? [days], theirs = b.season?.ranges(within: days) ?? [days]
    return mine.contains { x in theirs.contains { x.overlaps($0) } }
  }

  /// Whether the outer rule applies on every day of the inner.
  private static func covers(_ outer: Heading, _ inner: Heading) -> Bool {
    guard outer.effective.from <= inner.effective.from else { return false }
    if let last = outer.effective.to { guard let own = inner.effective.to, own <= last else { return false } }
    return outer.season == nil || outer.season == inner.season
  }
}

extension Overlaps.Kind {
  /// For rules of which one cannot be within another: a case follows one only.
  func asSame(_ severity: Diagnostic.Severity) -> Self { if case .implied = self { .same(severity) } else { self } }
}
