public import CityModel
public import Columns

extension ProcedureChange {
  /// As the one engine of procedures reads it.
  public var amendment: ProcedureAmendment {
    ProcedureAmendment(
      name: name, title: Bilingual(zh: title, en: title), amends: amends, revision: "\(name) \(effective.from)",
      changes: changes.map { change in
        .init(
          change.step, alsoNeeds: change.alsoNeeds.map { .attachment($0) }, within: change.withinWorkingDays,
          notSamePersonAs: change.notSamePersonAs.map { [$0] } ?? [], atMost: change.atMostPercent.flatMap { Ratio(Int64($0), of: 100) },
          atMostAmount: change.atMostAmount)
      },
      insertions: insertions.map { insertion in
        .init(
          Procedure.Step(
            insertion.step, insertion.step, .confirm, by: [insertion.by], within: insertion.withinWorkingDays,
            needs: insertion.needs.map { .attachment($0) }, notSamePersonAs: insertion.notSamePersonAs.map { [$0] } ?? []),
          after: insertion.after)
      })
  }
}

extension ProcedureChange {
  /// The scope by what is known when a request is handed in: a case keeps the procedure that it began under, so what comes to be
  /// known later must not choose it. Such a fact is looked at again at the step (``objections(row:of:in:)``).
  public var scopeAtSubmission: Condition { scope.without(ProcedureChange.laterFacts) }

  private static let laterFacts: Set<String> = Set(
    [
      FundRequest.reviewedOn, FundRequest.decidedOn, FundRequest.approved, FundRequest.paid, FundRequest.status, FundRequest.settlement,
      FundRequest.overrun, FundRequest.overrunRatio,
    ].map(\.name))

  /// What the rule holds against a request at its steps, by the facts of its row.
  public func objections(
    row: Int, of table: Table, in snapshot: Snapshot
  ) throws(ColumnError) -> [(step: String, objection: Procedure.Objection)] {
    guard try scope.verdicts(over: table, in: snapshot)[row] == .yes else { return [] }
    var found: [(step: String, objection: Procedure.Objection)] = []
    for change in changes {
      guard let condition = change.refuseWhen, try condition.verdicts(over: table, in: snapshot)[row] == .yes else { continue }
      let because = try change.because?.text(row: row, of: table, in: snapshot) ?? title
      found.append((change.step, .init(Bilingual(zh: because, en: because), source: basis.description)))
    }
    return found
  }
}

extension Procedure {
  /// This procedure for a case that rules hold something against.
  public func objecting(_ objections: [(step: String, objection: Objection)]) -> Procedure {
    var result = self
    for (name, objection) in objections {
      guard let step = step(named: name), let at = steps.firstIndex(where: { $0.name == step.name }) else { continue }
      result.steps[at].objections.append(objection)
    }
    return result
  }
}

extension Condition {
  /// The condition with what it asks of some fields of the table left out.
  fileprivate func without(_ names: Set<String>) -> Condition {
    switch self {
    case .all(let parts): .all(parts.map { $0.without(names) })
    case .any(let parts): .any(parts.map { $0.without(names) })
    case .field(let name, _), .related(let name, _), .months(let name, _, _): names.contains(name) ? .always : self
    }
  }
}
