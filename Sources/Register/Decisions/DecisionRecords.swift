internal import CityModel
internal import Columns
internal import GRDB

/// Reads and writes what one decision needs, inside its transaction.
struct DecisionRecords {
  let database: Database
  let path: String

  func cases(where condition: String, _ arguments: StatementArguments) throws -> [ProposalCase] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT p.id, p.kind, coalesce(e.uscc, ''), coalesce(e.name, p.project, ''), c.code, r.job, r.period, r.officer, p.because, p.reasons, p.evidence, p.state, p.noticed_on,
          p.defence_until, p.decided_on, p.decided_by, p.document, p.decision_reason, p.published_on, p.objection_until, p.notice_document
        FROM proposals p JOIN job_runs r ON r.id = p.run LEFT JOIN enterprises e ON e.id = p.enterprise
          LEFT JOIN divisions c ON c.id = p.county
        WHERE \(condition) ORDER BY p.id
        """, arguments: arguments
    ).map { row in
      func day(_ index: Int) -> Day? {
        let ordinal: Int32? = row[index]
        return ordinal.map { Day(ordinal: $0) }
      }
      func json(_ index: Int) -> JSONValue {
        let text: String = row[index]
        return JSONValue(parsing: text) ?? .null
      }
      let county: String? = row[4]
      let state: String = row[11]
      let reasons = json(9).elements
      let because: String = row[8]
      var proposal = ProposalCase(
        number: row[0], kind: row[1], enterprise: row[2] ?? "", name: row[3] ?? "", county: county ?? "", job: row[5], period: row[6],
        proposedBy: row[7], because: because.isEmpty ? reasons.compactMap { $0["zh"]?.text }.joined(separator: "；") : because,
        grounds: reasons.compactMap { $0["code"]?.text },
        evidence: max(
          reasons.reduce(0) { $0 + Int($1["evidence"]?.number ?? 0) },
          json(10).members.values.reduce(0) { $0 + Int($1.number ?? $1["count"]?.number ?? 0) }),
        state: .init(rawValue: state) ?? .waiting, noticedOn: day(12), defenceUntil: day(13), decidedOn: day(14), decidedBy: row[15],
        document: row[16], reason: row[17], publishedOn: day(18), objectionUntil: day(19))
      proposal.noticeDocument = row[20]
      return proposal
    }
  }

  /// The county's entries of the enterprise that are in effect on a day.
  func standing(_ proposal: ProposalCase, on day: Day) throws -> [ProposalSlice.Standing] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT l.number, l.list, l.document FROM list_entries l JOIN enterprises e ON e.id = l.enterprise
          JOIN divisions c ON c.id = l.county
        WHERE e.uscc = ?1 AND c.code = ?2 AND l.decided_on <= ?3 AND (l.removed_on IS NULL OR l.removed_on > ?3)
          AND (l.maximum_until IS NULL OR l.maximum_until >= ?3) ORDER BY l.number
        """, arguments: [proposal.enterprise, proposal.county, day.ordinal]
    ).map { row in
      let list: String = row[1]
      return .init(number: row[0], isBlack: list == "black", document: row[2])
    }
  }

  func adoption() throws -> String? {
    if let recorded = try String.fetchOne(database, sql: "SELECT value FROM settings WHERE name = 'policy_adopted'") { return recorded }
    // Or by the command `adopt policy`.
    let row = try Row.fetchOne(
      database,
      sql: "SELECT adopted_on, document FROM policy_versions WHERE adopted_on IS NOT NULL AND ended_on IS NULL ORDER BY adopted_on LIMIT 1")
    return row.map { row in
      let day: Int32 = row[0]
      let document: String? = row[1]
      return "\(Day(ordinal: day)) \(document ?? "")"
    }
  }

  /// - Parameter follows: what the decision set going.
  func keep(
    _ event: ProposalEvent, of proposal: ProposalCase, _ action: ProposalAction, follows: String? = nil, by attribution: Attribution
  ) throws {
    var data: [String: JSONValue] = [
      "kind": .text(proposal.kind), "enterprise": .text(proposal.enterprise), "county": .text(proposal.county),
      "state": .text(event.state.rawValue), "defence_until": JSONValue(event.defenceUntil?.description),
    ]
    if let follows { data["follows"] = .text(follows) }
    if case .notice = action {
      try database.execute(
        sql: "UPDATE proposals SET state = 'noticed', noticed_on = ?, notice_document = ?, noticed_by = ?, defence_until = ? WHERE id = ?",
        arguments: [event.day.ordinal, attribution.document, attribution.officer, event.defenceUntil?.ordinal, proposal.number])
    } else {
      var reason: String?
      if case .decline(let given) = action { reason = given }
      data["reason"] = JSONValue(reason)
      try database.execute(
        sql: "UPDATE proposals SET state = ?, decided_on = ?, decided_by = ?, document = ?, decision_reason = ? WHERE id = ?",
        arguments: [
          event.state.rawValue, event.day.ordinal, attribution.officer, attribution.document, reason, proposal.number,
        ])
    }
    if event.listing != nil { data["list_entry"] = .text(proposal.listing) }
    if let record = event.record { data["credit_record"] = .text(try keep(record, event, proposal, by: attribution)) }
    let run = try Int64.fetchOne(database, sql: "SELECT run FROM proposals WHERE id = ?", arguments: [proposal.number])
    try Ledger.append(
      .init(
        attribution, kind: action == .notice ? "proposal-noticed" : "proposal-\(event.state.rawValue)", table: "proposals",
        key: String(proposal.number), data: data, run: run), to: database, path: path)
  }

  /// - Returns: the record's number.
  private func keep(
    _ record: ProposalEvent.Record, _ event: ProposalEvent, _ proposal: ProposalCase, by attribution: Attribution
  ) throws -> String {
    // An officer may have taken the measure by command already, with the same document: then the fact is in the file.
    let known = try String.fetchOne(
      database,
      sql: """
        SELECT r.number FROM credit_records r JOIN enterprises e ON e.id = r.enterprise JOIN divisions c ON c.id = r.county
        WHERE e.uscc = ? AND c.code = ? AND r.item = ? AND r.variant = ? AND r.document = ? ORDER BY r.number
        """, arguments: [proposal.enterprise, proposal.county, record.item, record.variant, attribution.document])
    if let known { return known }
    let number = "TQ-\(proposal.number)"
    try database.execute(
      sql: """
        INSERT INTO credit_records (number, enterprise, county, item, variant, decided_on, document)
        VALUES (?, (SELECT id FROM enterprises WHERE uscc = ?), (SELECT id FROM divisions WHERE code = ?), ?, ?, ?, ?)
        """,
      arguments: [
        number, proposal.enterprise, proposal.county, record.item, record.variant, event.day.ordinal, attribution.document,
      ])
    return number
  }
}
