public import Columns

/// The duties that a snapshot's enterprises have under some requirements: a pure function of both.
public enum Duties {
  /// Every duty whose period has begun, in order of due day, requirement, and estate.
  ///
  /// - Throws: ``ColumnError`` when a table cannot be read.
  public static func rows(
    _ snapshot: Snapshot, _ requirements: [DutyRequirement]
  ) throws(ColumnError) -> [DutyRow] {
    let facts = try DutyFacts(snapshot)
    var rows: [DutyRow] = []
    for (position, requirement) in requirements.enumerated() {
      let own =
        switch requirement.schedule {
        case .each(let periods): recurring(requirement, position, periods, facts)
        case .afterSignature(let days): ofContracts(requirement, position, days, facts)
        case .afterStart(let days) where requirement.duty == "enterprise filing": ofEnterprises(requirement, position, days, facts)
        case .afterStart(let days): ofTenures(requirement, position, days, facts)
        }
      rows += requirement.isBeside ? own.map { $0.asked(by: requirement.source) } : own
    }
    return rows.sorted { ($0.due, $0.requirement, $0.project, $0.subject) < ($1.due, $1.requirement, $1.project, $1.subject) }
  }

  private static func asks(_ requirement: DutyRequirement, for due: Day) -> Bool {
    requirement.from <= due && (requirement.until.map { due <= $0 } ?? true)
  }

  /// For each part of the year and each estate that was served by its end and is on the due day.
  private static func recurring(
    _ requirement: DutyRequirement, _ position: Int, _ periods: [DutyRequirement.Period], _ facts: DutyFacts
  ) -> [DutyRow] {
    var rows: [DutyRow] = []
    for year in (requirement.from.year - 2)...max(facts.today.year, requirement.from.year - 2) {
      for period in periods {
        guard let from = period.from.inYear(year), let until = period.until.day(after: from),
          let due = period.due.day(after: until), from <= facts.today, asks(requirement, for: due)
        else { continue }
        for project in facts.tenures.indices {
          let tenures = facts.tenures[project]
          guard let first = tenures.first?.from, first <= until,
            let serving = tenures.last(where: { $0.covers(min(due, facts.today)) })
          else { continue }
          let owed = max(from, first)...until
          rows.append(
            DutyRow(
              duty: requirement.duty, subject: facts.code(project), project: UInt32(truncatingIfNeeded: project),
              enterprise: serving.enterprise, county: facts.county(project), covers: from...until, due: due,
              doneOn: facts.disclosed(requirement.duty, project, owed, by: due), last: facts.today, requirement: position))
        }
      }
    }
    return rows
  }

  private static func ofContracts(
    _ requirement: DutyRequirement, _ position: Int, _ days: Int, _ facts: DutyFacts
  ) -> [DutyRow] {
    facts.contracts.compactMap { contract in
      let due = (contract.signedOn ?? contract.from).adding(days: days)
      guard asks(requirement, for: due), contract.ended.map({ $0 >= due }) ?? true else { return nil }
      return DutyRow(
        duty: requirement.duty, subject: contract.number, project: UInt32(truncatingIfNeeded: contract.project),
        enterprise: contract.enterprise, county: facts.county(contract.project), covers: nil, due: due,
        doneOn: contract.filedOn, last: min(facts.today, contract.ended ?? facts.today), requirement: position)
    }
  }

  private static func ofTenures(
    _ requirement: DutyRequirement, _ position: Int, _ days: Int, _ facts: DutyFacts
  ) -> [DutyRow] {
    var rows: [DutyRow] = []
    for project in facts.tenures.indices {
      for tenure in facts.tenures[project] {
        let due = tenure.from.adding(days: days)
        guard asks(requirement, for: due), tenure.ended.map({ $0 >= due }) ?? true else { continue }
        rows.append(
          DutyRow(
            duty: requirement.duty, subject: facts.code(project), project: UInt32(truncatingIfNeeded: project),
            enterprise: tenure.enterprise, county: facts.county(project), covers: nil, due: due,
            doneOn: facts.done(requirement.duty, project, tenure, by: due), last: min(facts.today, tenure.ended ?? facts.today),
            requirement: position))
      }
    }
    return rows
  }

  /// Once for an enterprise and a county, at its first estate there.
  private static func ofEnterprises(
    _ requirement: DutyRequirement, _ position: Int, _ days: Int, _ facts: DutyFacts
  ) -> [DutyRow] {
    var first: [DutyFacts.Pair: (project: Int, from: Day)] = [:]
    for project in facts.tenures.indices {
      for tenure in facts.tenures[project] {
        let pair = DutyFacts.Pair(enterprise: tenure.enterprise, county: facts.county(project))
        if first[pair].map({ tenure.from < $0.from }) ?? true { first[pair] = (project, tenure.from) }
      }
    }
    return first.compactMap { pair, start in
      let due = start.from.adding(days: days)
      guard asks(requirement, for: due) else { return nil }
      return DutyRow(
        duty: requirement.duty, subject: facts.name(pair), project: UInt32(truncatingIfNeeded: start.project),
        enterprise: pair.enterprise, county: pair.county, covers: nil, due: due, doneOn: facts.acceptedOn[pair],
        last: facts.today, requirement: position)
    }
  }
}
