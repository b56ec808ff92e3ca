public import CityModel
internal import Columns

extension ProcedureChange {
  /// As the one engine of procedures reads it.
  public var amendment: ProcedureAmendment {
    ProcedureAmendment(
      name: name, title: Bilingual(zh: title, en: title), amends: amends, revision: "\(name) \(effective.from)",
      changes: changes.map { change in
        .init(
          change.step, alsoNeeds: change.alsoNeeds.map { .attachment($0) }, within: change.withinWorkingDays,
          notSamePersonAs: change.notSamePersonAs.map { [$0] } ?? [], atMost: change.atMostPercent.flatMap { Ratio(Int64($0), of: 100) })
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
