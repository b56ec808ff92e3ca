public import CityModel
public import Columns
public import DistrictRules
public import Register

extension Office {
  /// Serves the notice of a proposal, or decides it, as an officer of the county.
  ///
  /// - Throws: ``OfficeError``; a refusal is no error but an outcome.
  public func decide(
    _ number: Int64, _ action: ProposalAction, officer: String, document: String?, at now: Moment
  ) throws(OfficeError) -> ProposalOutcome {
    do {
      let unmet = action == .accept ? try unmet(number, at: now) : []
      return try register.decide(number, action, officer: officer, document: document, unmet: unmet, rulebook: rulebook, at: now)
    } catch {
      throw OfficeError(error)
    }
  }

  /// Records what an enterprise says to the notice of a proposal, as an officer of the county.
  ///
  /// - Throws: ``OfficeError``; a refusal is no error but an outcome.
  public func hear(_ number: Int64, statement: String, officer: String, at now: Moment) throws(OfficeError) -> ProposalOutcome {
    do { return try register.hear(number, statement: statement, officer: officer, rulebook: rulebook, at: now) } catch { throw OfficeError(error) }
  }

  /// The criteria of the red list that the enterprise of a proposal for it does not meet on the day of the decision.
  private func unmet(_ number: Int64, at now: Moment) throws -> [Bilingual] {
    guard let proposal = try register.proposalCase(number), proposal.state.isOpen, proposal.kind == "red_list" else { return [] }
    let snapshot = try snapshot(.county(proposal.county), asOf: now, preload: DistrictDesk.columns)
    let codes = try snapshot.table(Enterprise.schema).column(Enterprise.uscc)
    let row = (0..<snapshot.table(Enterprise.schema).count).first { codes.text($0) == proposal.enterprise } ?? -1
    return try CityAdvisor(snapshot).proposals(now.day.adding(days: 1 - now.day.dayOfMonth)...now.day).unmet(row)
  }

  /// Records that a period's results of a county are public, with the days for objections to its decisions.
  ///
  /// With a county's month go its red and black lists, as `publish lists` would publish them, unless that was done (A7). A year of
  /// the city's is published with the grade of every enterprise (A7).
  ///
  /// - Returns: how many decisions, or grades, become public with it, and until when objections are heard.
  /// - Throws: ``OfficeError``: `not-over`, `already-published`, `officer-division`, `draft-binds-nobody`.
  public func publish(
    _ period: Period, division: String, document: String, officer code: String, at now: Moment
  ) throws(OfficeError) -> (decisions: Int, objectionUntil: Day) {
    let officer = try RuleClauses(office: self, now: now).officer(code, for: division)
    guard !document.isEmpty else { throw Refused.documentMissing() }
    guard period.lastDay < now.day else {
      throw Refused.because(
        "not-over", "A7", zh: "\(period.name) 到 \(period.lastDay) 才结束", en: "\(period.name) ends on \(period.lastDay)")
    }
    let by = Attribution(officer: officer.id, role: officer.role, moment: now, document: document)
    do {
      let objection = try rulebook.calendar.adding(
        workingDays: try rulebook.parameters.value(ListParameters.objectionWorkdays, on: now.day), to: now.day)
      let answer = try rulebook.calendar.adding(
        workingDays: try rulebook.parameters.value(ListParameters.answerWorkdays, on: now.day), to: objection)
      let publication = Publication(
        division: division, period: period.name, firstDay: period.firstDay, lastDay: period.lastDay, publishedOn: now.day,
        document: document)
      if division == "1404", let year = period.calendarYear {
        let grades = try annualGrades(year: year)
        try register.publish(grades, in: publication, year: year, by: by)
        return (decisions: grades.count, objectionUntil: objection)
      }
      guard division != "1404" else {
        try register.publish(publication, by: by)
        return (decisions: 0, objectionUntil: objection)
      }
      let count = try register.publish(
        publication, lists: Office.lists(period, division, by), objectionUntil: objection, answerUntil: answer, rulebook: rulebook, by: by)
      return (decisions: count, objectionUntil: objection)
    } catch {
      throw OfficeError(error)
    }
  }

  /// The command that publishes a month's lists, `GB-140403-2026-09`; `nil` for a period of another length.
  private static func lists(_ period: Period, _ county: String, _ by: Attribution) -> CityCommand? {
    guard period.firstDay.dayOfMonth == 1, period.lastDay == period.firstDay.adding(months: 1).adding(days: -1) else { return nil }
    return CityCommand(
      "publish lists", on: "GB-\(county)-\(period.name)",
      ["county": county, "covers_from": period.firstDay.description, "covers_until": period.lastDay.description], officer: by.officer,
      document: by.document, at: by.moment)
  }

  /// Records that the city's text, a draft until then, has been adopted.
  public func adopt(document: String, on day: Day, officer code: String, at now: Moment) throws(OfficeError) {
    let officer = try RuleClauses(office: self, now: now).officer(code, for: "1404")
    guard !document.isEmpty else { throw Refused.documentMissing() }
    do {
      try register.recordAdoption(
        document: document, on: day, by: Attribution(officer: officer.id, role: officer.role, moment: now, document: document))
    } catch {
      throw OfficeError(error)
    }
  }
}
