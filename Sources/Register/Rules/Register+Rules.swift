internal import CityModel
internal import Columns
internal import GRDB

extension Register {
  /// Stores a revision in one transaction with its ledger entry; the number is the division's next.
  ///
  /// - Parameters:
  ///   - position: the ledger's position that the caller has looked at; `nil` for whichever it is.
  /// - Throws: ``RegisterError`` `ledger-moved` when something else was recorded meanwhile.
  public func store(
    _ revision: RuleRevision, expectedPosition position: Int64? = nil, by attribution: Attribution
  ) throws(RegisterError) -> RuleRevision {
    try write { database in
      let now = try Int64.fetchOne(database, sql: "SELECT coalesce(max(position), 0) FROM ledger") ?? 0
      if let position, position != now { throw RegisterError.ledgerMoved(path, from: position, to: now) }
      var stored = revision
      stored.document = PersonalText.recognised(revision.document)
      stored.reviewDocument = revision.reviewDocument.map { PersonalText.recognised($0) }
      stored.number =
        (try Int.fetchOne(
          database, sql: "SELECT coalesce(max(number), 0) + 1 FROM rule_revisions WHERE division = ?", arguments: [revision.division]))
        ?? 1
      stored.officer = attribution.officer
      stored.moment = attribution.moment
      for file in revision.files {
        if let hash = file.sha256, let text = file.text { try Register.keep(text, sha256: hash, in: database) }
      }
      stored.position = try Ledger.append(
        .init(
          attribution, kind: revision.kind == .enact ? "rules-enacted" : "rules-repealed", table: "rule_revisions",
          key: "\(revision.division) \(stored.number)", data: Register.data(stored)), to: database, path: path)
      try Register.insert(stored, into: database)
      return stored
    }
  }

  /// The revisions of a division in order, with their texts, as far as the ledger had come at a position.
  public func ruleRevisions(of division: String, upTo position: Int64? = nil) throws(RegisterError) -> [RuleRevision] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, number, kind, starts_on, document, reviewed_by, review_document, published_on, impacted_from, impacted_to,
            areas, preview, officer, moment, position FROM rule_revisions
          WHERE division = ? AND position <= ? ORDER BY number
          """, arguments: [division, position ?? .max]
      ).map { row in
        let areas: String = row[10]
        let published: Int32? = row[7]
        let to: Int32? = row[9]
        let kind: String = row[2]
        var revision = RuleRevision(
          division: division, kind: .init(rawValue: kind) ?? .enact, startsOn: Day(ordinal: row[3]),
          files: try Register.files(ofRevision: row[0], in: database), document: row[4], reviewedBy: row[5], reviewDocument: row[6],
          publishedOn: published.map { Day(ordinal: $0) }, impactedFrom: Day(ordinal: row[8]), impactedTo: to.map { Day(ordinal: $0) },
          areas: JSONValue(parsing: areas)?.elements.compactMap(\.text) ?? [], preview: row[11])
        revision.number = row[1]
        revision.officer = row[12]
        revision.moment = .init(seconds: row[13])
        revision.position = row[14]
        return revision
      }
    }
  }

  /// A text by its SHA-256.
  public func ruleText(sha256: String) throws(RegisterError) -> [UInt8]? {
    try read { database in
      try String.fetchOne(database, sql: "SELECT text FROM rule_texts WHERE sha256 = ?", arguments: [sha256]).map { Array($0.utf8) }
    }
  }

  static func keep(_ text: [UInt8], sha256: String, in database: Database) throws {
    try database.execute(
      sql: "INSERT INTO rule_texts (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [sha256, String(decoding: text, as: UTF8.self)])
  }

  private static func files(ofRevision id: Int64, in database: Database) throws -> [RuleRevision.File] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT f.name, f.sha256, t.text, f.declarations FROM rule_files f LEFT JOIN rule_texts t ON t.sha256 = f.sha256
        WHERE f.revision = ? ORDER BY f.name
        """, arguments: [id]
    ).map { row in
      let declarations: String = row[3]
      let text: String? = row[2]
      return RuleRevision.File(
        name: row[0], sha256: row[1], text: text.map { Array($0.utf8) },
        declarations: JSONValue(parsing: declarations) ?? .array([]))
    }
  }

  private static func insert(_ revision: RuleRevision, into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO rule_revisions (division, number, kind, starts_on, document, reviewed_by, review_document, published_on,
          impacted_from, impacted_to, areas, preview, officer, moment, position)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        revision.division, revision.number, revision.kind.rawValue, revision.startsOn.ordinal, revision.document, revision.reviewedBy,
        revision.reviewDocument, revision.publishedOn?.ordinal, revision.impactedFrom.ordinal, revision.impactedTo?.ordinal,
        JSONValue.array(revision.areas.map { .text($0) }).description, revision.preview, revision.officer, revision.moment.seconds,
        revision.position,
      ])
    let id = database.lastInsertedRowID
    for file in revision.files {
      try database.execute(
        sql: "INSERT INTO rule_files (revision, name, sha256, declarations) VALUES (?, ?, ?, ?)",
        arguments: [id, file.name, file.sha256, file.declarations.description])
    }
  }

  private static func data(_ revision: RuleRevision) -> [String: JSONValue] {
    [
      "number": JSONValue(revision.number), "from": .text(revision.startsOn.description),
      "files": .object(Dictionary(revision.files.map { ($0.name, JSONValue($0.sha256)) }, uniquingKeysWith: { first, _ in first })),
      "reviewed_by": JSONValue(revision.reviewedBy), "review_document": JSONValue(revision.reviewDocument),
      "published": JSONValue(revision.publishedOn?.description), "impacted_from": .text(revision.impactedFrom.description),
      "impacted_to": JSONValue(revision.impactedTo?.description), "areas": .array(revision.areas.map { .text($0) }),
      "preview": JSONValue(revision.preview),
    ]
  }
}

extension RegisterError {
  static func ledgerMoved(_ path: String, from: Int64, to: Int64) -> RegisterError {
    RegisterError(
      "ledger-moved", path: path,
      Bilingual("the ledger has moved on from position \(from) to \(to)", "台账已从第 \(from) 条推进到第 \(to) 条"),
      help: Bilingual("look again, and then repeat the command", "请重新查看后再执行"))
  }
}
