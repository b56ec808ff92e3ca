public import CityModel
public import Columns
internal import GRDB

extension Register {
  /// Records that a period's results are public, once; later corrections are made in later periods.
  ///
  /// - Throws: ``RegisterError`` `already-published`.
  public func publish(_ publication: Publication, by attribution: Attribution) throws(RegisterError) {
    try write { database in try record(publication, by: attribution, in: database) }
  }

  /// Records that a county's period is public, and its decisions up to the day with it: their days for objections run from then. All in
  /// one transaction.
  ///
  /// - Parameter lists: the command `publish lists`, where the period is a month; passed over when that month's lists are published.
  /// - Returns: how many decisions become public.
  /// - Throws: ``RegisterError``: `already-published`, and the code of a command's refusal.
  public func publish(
    _ publication: Publication, lists: CityCommand?, objectionUntil: Day, answerUntil: Day, rulebook: Rulebook, by attribution: Attribution
  ) throws(RegisterError) -> Int {
    try write { database in
      try record(publication, by: attribution, in: database)
      do {
        let count = try DecisionRecords(database: database, path: path).publish(
          county: publication.division, on: publication.publishedOn, objectionUntil: objectionUntil, answerUntil: answerUntil, rulebook: rulebook,
          by: attribution)
        let known = try Bool.fetchOne(
          database,
          sql: """
            SELECT EXISTS (SELECT 1 FROM list_publications l JOIN divisions c ON c.id = l.county
              WHERE c.code = ? AND l.covers_from = ? AND l.covers_until = ?)
            """, arguments: [publication.division, publication.firstDay.ordinal, publication.lastDay.ordinal])
        if let lists, known != true { try CommandRecords(database: database, path: path).perform(lists, rulebook: rulebook) }
        return count
      } catch let refusal as Refusal {
        throw RegisterError(.init(rawValue: refusal.code), path: path, .init(refusal.sentence.en, refusal.sentence.zh))
      }
    }
  }

  /// Records a publication inside a transaction.
  func record(
    _ publication: Publication, by attribution: Attribution, with more: [String: JSONValue] = [:], in database: Database
  ) throws {
    let known = try Int64.fetchOne(
      database, sql: "SELECT published_on FROM publications WHERE division = ? AND period = ?",
      arguments: [publication.division, publication.period])
    if let known {
      throw RegisterError(
        "already-published", path: path,
        .init(
          "\(publication.period) of \(publication.division) was published on \(Day(ordinal: Int32(clamping: known)))",
          "\(publication.division) 的 \(publication.period) 已于 \(Day(ordinal: Int32(clamping: known))) 公布"),
        help: .init("a published period stays as it is: correct it in a later one", "已公布的期间保持原样，更正列入以后的期间"))
    }
    let position = try Ledger.append(
      .init(
        attribution, kind: "published", table: "publications", key: "\(publication.division) \(publication.period)",
        data: [
          "first_day": .text(publication.firstDay.description), "last_day": .text(publication.lastDay.description),
          "published": .text(publication.publishedOn.description),
        ].merging(more) { $1 }), to: database, path: path)
    try database.execute(
      sql: """
        INSERT INTO publications (division, period, first_day, last_day, published_on, document, officer, moment, position)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        publication.division, publication.period, publication.firstDay.ordinal, publication.lastDay.ordinal,
        publication.publishedOn.ordinal, PersonalText.recognised(publication.document), attribution.officer, attribution.moment.seconds, position,
      ])
  }

  /// What a division has published, in order of its last days: its own periods, and the years whose grades the city has
  /// published.
  public func publications(of division: String) throws(RegisterError) -> [Publication] {
    try read { database in
      var found = try Row.fetchAll(
        database,
        sql: "SELECT period, first_day, last_day, published_on, document FROM publications WHERE division = ?", arguments: [division]
      ).map { row in
        Publication(
          division: division, period: row[0], firstDay: Day(ordinal: row[1]), lastDay: Day(ordinal: row[2]),
          publishedOn: Day(ordinal: row[3]), document: row[4])
      }
      for row in try Row.fetchAll(database, sql: "SELECT year, min(published_on) FROM published_grades GROUP BY year") {
        let year: Int = row[0]
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else { continue }
        found.append(
          Publication(
            division: division, period: String(year), firstDay: first, lastDay: last, publishedOn: Day(ordinal: row[1]),
            document: ""))
      }
      return found.sorted { ($0.lastDay, $0.period) < ($1.lastDay, $1.period) }
    }
  }

  /// An officer by number, `nil` when there is none.
  public func officer(_ code: String) throws(RegisterError) -> Officer? {
    do throws(RegisterError) {
      return try read { database in try FundRecords(database: database, path: path).officer(code) }
    } catch {
      if error.code == "unknown-officer" { return nil }
      throw error
    }
  }
}
