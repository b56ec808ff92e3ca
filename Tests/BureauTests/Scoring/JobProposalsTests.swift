import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import GRDB
import Testing

/// What the shipped monthly jobs propose, against a second computation in SQL over the register that shares no code with it.
@Suite("proposals of the shipped jobs, worked out twice") struct JobProposalsTests {
  private static let months = ["2026-07", "2026-09", "2026-12"]

  private func rows(_ register: String, _ sql: String, _ county: String, _ period: Period) throws -> Set<String> {
    var configuration = Configuration()
    configuration.readonly = true
    let database = try DatabaseQueue(path: register, configuration: configuration)
    let day = period.lastDay
    return Set(
      try database.read { database in
        try String.fetchAll(
          database, sql: sql,
          arguments: [
            "county": county, "day": day.ordinal, "cut": period.cut.seconds, "yearBefore": day.adding(months: -12).ordinal,
            "month": "\(day)".prefix(7).description, "before": "\(day.adding(days: -day.dayOfMonth))".prefix(7).description,
          ])
      })
  }

  /// A county that a black list of its own names already proposes nobody twice.
  private static let black = """
    WITH here AS (SELECT id FROM divisions WHERE code = :county),
    standing AS (
      SELECT enterprise FROM list_entries WHERE list = 'black' AND county = (SELECT id FROM here) AND decided_on <= :day
        AND (removed_on IS NULL OR removed_on > :day) AND (maximum_until IS NULL OR maximum_until >= :day)),
    refused AS (
      SELECT enterprise, strftime('%Y-%m', refused_on * 86400, 'unixepoch') AS month FROM orders
      WHERE county = (SELECT id FROM here) AND refused_on <= :day),
    published AS (
      SELECT enterprise, grade, row_number() OVER (PARTITION BY enterprise ORDER BY published_on DESC, id) AS place
      FROM published_grades WHERE published_on <= :day),
    serious AS (
      SELECT r.enterprise FROM credit_records r WHERE r.county = (SELECT id FROM here) AND r.decided_on > :yearBefore AND r.decided_on <= :day
        AND (r.item = 'D17' OR r.item = 'D18' AND r.variant = 'serious')
        AND NOT EXISTS (SELECT 1 FROM list_entries l WHERE l.list = 'black' AND l.county = r.county AND l.enterprise = r.enterprise
          AND l.decided_on BETWEEN r.decided_on AND :day)),
    ground AS (
      SELECT enterprise, 'black-grade-d' AS code FROM published WHERE place = 1 AND grade = 'D'
      UNION SELECT a.enterprise, 'black-refusals' FROM refused a JOIN refused b ON b.enterprise = a.enterprise
        WHERE a.month = :month AND b.month = :before
      UNION SELECT enterprise, 'black-serious' FROM serious),
    -- the county scores who served an estate of it this year
    scored AS (
      SELECT DISTINCT k.enterprise FROM contracts k JOIN projects p ON p.id = k.project
      WHERE p.county = (SELECT id FROM here) AND k.starts_on <= :day)
    SELECT e.uscc || ' ' || g.code FROM ground g JOIN enterprises e ON e.id = g.enterprise
    WHERE g.enterprise NOT IN (SELECT enterprise FROM standing) AND g.enterprise IN (SELECT enterprise FROM scored)
    """

  @Test("monthly-lists: every ground for the black list that is a fact of record, county by county", arguments: months)
  func black(month: String) throws {
    let temporary = try TemporaryOffice(complaints: 12_000)
    let period = try #require(Period(month))
    let run = try temporary.office.runJobs(["monthly-lists"], period: period, counties: Divisions.changzhi.counties)
    let codes: Set<String> = ["black-grade-d", "black-refusals", "black-serious"]
    var total = 0
    for district in run.districts {
      let black = district.proposals.filter { $0.proposal.kind == .blackList }
      let found = Set(black.flatMap { one in one.proposal.grounds.filter(codes.contains).map { "\(one.uscc) \($0)" } })
      let expected = try rows(temporary.folder + "/xize.db", Self.black, district.county.code, period)
      #expect(found == expected, "\(district.county.name): \(found.symmetricDifference(expected).sorted())")
      #expect(black.allSatisfy { one in one.proposal.grounds.allSatisfy { codes.contains($0) || $0.hasPrefix("black-veto") || $0 == "black-exit" } })
      total += expected.count
    }
    #expect(total > 0, "the city has grounds")
  }

  private static let warned = """
    WITH here AS (SELECT id FROM divisions WHERE code = :county),
    persons AS (
      SELECT c.enterprise, count(DISTINCT c.complainant) AS n FROM complaints c JOIN projects p ON p.id = c.project
      WHERE p.county = (SELECT id FROM here) AND c.complainant IS NOT NULL AND c.finding IN ('substantiated', 'partly')
        AND c.status <> 'withdrawn' AND c.accepted_at >= (:yearBefore + 1) * 86400 - 28800 AND c.accepted_at < :cut GROUP BY c.enterprise),
    -- who serves an estate on the day: the contract that began last
    serving AS (
      SELECT k.enterprise, p.households, row_number() OVER (PARTITION BY k.project ORDER BY k.starts_on DESC, k.id) AS place
      FROM contracts k JOIN projects p ON p.id = k.project
      WHERE p.county = (SELECT id FROM here) AND k.starts_on <= :day AND (k.ended_on IS NULL OR k.ended_on >= :day)),
    homes AS (SELECT enterprise, sum(households) AS n FROM serving WHERE place = 1 AND households > 0 GROUP BY enterprise)
    SELECT e.uscc FROM persons x JOIN enterprises e ON e.id = x.enterprise LEFT JOIN homes h ON h.enterprise = x.enterprise
    WHERE x.n >= 10 OR x.n * 1000 >= 8 * h.n
    """

  @Test("early-warning: who had ten complainants in a year, or eight for each thousand households", arguments: months)
  func earlyWarning(month: String) throws {
    let temporary = try TemporaryOffice(complaints: 12_000)
    let period = try #require(Period(month))
    let county = try #require(Divisions.changzhi["140429"])
    let run = try temporary.office.runJobs(["early-warning"], period: period, counties: [county])
    let found = run.proposals.filter { $0.proposal.kind == .interview }
    let expected = try rows(temporary.folder + "/xize.db", Self.warned, county.code, period)
    #expect(Set(found.map(\.uscc)) == expected && found.count == expected.count, "\(Set(found.map(\.uscc)).symmetricDifference(expected).sorted())")
    #expect(!expected.isEmpty)
  }
}
