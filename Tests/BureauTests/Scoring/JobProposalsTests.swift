import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import Testing

/// What the shipped jobs propose, against a second computation in SQL over the register that shares no code with it.
@Suite("proposals of the shipped jobs, worked out twice") struct JobProposalsTests {
  /// Complaints of the registers that both look at; `make test-proposals` has a city's million.
  private static let rows = ProcessInfo.processInfo.environment["XIZE_PROPOSALS_ROWS"].flatMap(Int.init).map { max(12_000, $0) } ?? 12_000

  private static let months = ["2026-07", "2026-09", "2026-12"]
  /// The first is before the county's and the city's jobs take effect: whatever the facts are, nothing is proposed then.
  private static let days = ["2026-05-28", "2026-06-20", "2026-07-06", "2026-07-20", "2026-09-11", "2026-10-30"]

  @Test("monthly-lists: every proposal for both lists with every ground, county by county", arguments: months, [2026, 7] as [UInt64])
  func lists(month: String, seed: UInt64) throws {
    let temporary = try TemporaryOffice(complaints: Self.rows, seed: seed)
    let period = try #require(Period(month))
    // The city's criteria alone; the next test has the counties' own.
    let run = try temporary.office.runJobs(["monthly-lists"], period: period, counties: Divisions.changzhi.counties, choice: .city)
    let second = SecondComputation(temporary.folder + "/xize.db")
    var kinds: Set<String> = []
    for district in run.districts {
      let found = listed(district)
      let expected = try second.lists(district.county.code, period.lastDay)
      #expect(found == expected, "\(district.county.name): \(found.symmetricDifference(expected).sorted())")
      kinds.formUnion(expected.map { String($0.drop { $0 != " " }.dropFirst()) })
    }
    #expect(kinds.isSuperset(of: ["red", "removal", "black-grade-d", "black-exit"]), "the city has \(kinds.sorted())")
  }

  /// Zhangzi narrows the red list by the criterion that ships; Luzhou, which has more candidates, has the same one here, and one of
  /// its own for the black list.
  @Test("monthly-lists with the counties' own criteria, county by county") func localCriteria() throws {
    let desk = try ScriptDesk(complaints: Self.rows)
    let tie = try String(contentsOfFile: "\(desk.scripts)/140428-zhangzi/red-tie-break.lua", encoding: .utf8)
    try desk.write("140403-luzhou/red-tie-break.lua", tie)
    try desk.write(
      "140403-luzhou/many-reworks.lua",
      """
      criterion "many-reworks" {
        title = "eight reworks in a year", basis = { document = "潞州住建〔2026〕40号", article = "第一条" }, effective = { from = "2026-07-01" },
        list = "black", where = { reworks = at_least(\(Self.reworks)) }, because = "{name}: {reworks}",
      }
      """)
    let own = ["140403", "140428"].compactMap { Divisions.changzhi[$0] }
    let second = SecondComputation(desk.temporary.folder + "/xize.db")
    var changed: Set<String> = []
    for (month, counties) in [("2026-06", own), ("2026-07", own), ("2026-09", Divisions.changzhi.counties), ("2026-12", own)] {
      let period = try #require(Period(month))
      let run = try desk.office.runJobs(["monthly-lists"], period: period, counties: counties, choice: .inForce)
      // Both criteria take effect on the first of July.
      let isInForce = month > "2026-06"
      for district in run.districts {
        let code = district.county.code
        let city = try second.lists(code, period.lastDay)
        let expected = try !isInForce || !own.contains { $0.code == code } ? city
          : second.lists(code, period.lastDay, tie: true, reworks: code == "140403" ? Self.reworks : nil)
        let found = listed(district)
        #expect(found == expected, "\(month) \(district.county.name): \(found.symmetricDifference(expected).sorted())")
        changed.formUnion(expected.symmetricDifference(city).map { String($0.drop { $0 != " " }.dropFirst()) })
      }
    }
    #expect(changed == ["red", "many-reworks"], "each criterion changes something")
  }

  private static let reworks = 8

  /// `USCC red`, `USCC removal`, and `USCC ground` for each ground of a proposal for the black list.
  private func listed(_ district: DistrictRun) -> Set<String> {
    var found: Set<String> = []
    for one in district.proposals {
      if one.proposal.kind == .redList { found.insert("\(one.uscc) red") }
      if one.proposal.kind == .redRemoval { found.insert("\(one.uscc) removal") }
      if one.proposal.kind == .blackList { found.formUnion(one.proposal.grounds.map { "\(one.uscc) \($0)" }) }
    }
    return found
  }

  /// What a job proposes, as `USCC`, each as often as it is proposed.
  private func proposed(_ temporary: TemporaryOffice, _ job: String, _ county: String, _ period: Period, _ kind: Proposal.Kind) throws -> [String] {
    let county = try #require(Divisions.changzhi[county])
    let run = try temporary.office.runJobs([job], period: period, counties: [county])
    return run.proposals.filter { $0.proposal.kind == kind }.map(\.uscc).sorted()
  }

  private static let warned = """
    WITH here AS (SELECT id FROM divisions WHERE code = :county),
    persons AS (
      SELECT c.enterprise, count(DISTINCT c.complainant) AS n FROM complaints c JOIN projects p ON p.id = c.project
      WHERE p.county = (SELECT id FROM here) AND c.complainant IS NOT NULL AND c.finding IN ('substantiated', 'partly')
        AND c.status <> 'withdrawn' AND coalesce(c.basically_closed_at, 0) < :cut AND c.accepted_at >= (:yearBefore + 1) * 86400 - 28800 AND c.accepted_at < :cut GROUP BY c.enterprise),
    -- who serves an estate on the day: the contract that began last
    serving AS (
      SELECT k.enterprise, p.households, row_number() OVER (PARTITION BY k.project ORDER BY k.starts_on DESC, k.id) AS place
      FROM contracts k JOIN projects p ON p.id = k.project
      WHERE p.county = (SELECT id FROM here) AND k.starts_on <= :day AND (k.ended_on IS NULL OR k.ended_on >= :day)),
    homes AS (SELECT enterprise, sum(households) AS n FROM serving WHERE place = 1 AND households > 0 GROUP BY enterprise)
    SELECT e.uscc FROM persons x JOIN enterprises e ON e.id = x.enterprise LEFT JOIN homes h ON h.enterprise = x.enterprise
    WHERE x.n >= 10 OR x.n * 1000 >= 8 * h.n ORDER BY 1
    """

  @Test("early-warning: who had ten complainants in a year, or eight for each thousand households", arguments: months)
  func earlyWarning(month: String) throws {
    let temporary = try TemporaryOffice(complaints: Self.rows)
    let period = try #require(Period(month))
    let expected = try SecondComputation(temporary.folder + "/xize.db").texts(Self.warned, "140429", period.lastDay)
    #expect(try proposed(temporary, "early-warning", "140429", period, .interview) == expected)
    #expect(!expected.isEmpty)
  }

  private static let unmet = """
    SELECT DISTINCT e.uscc FROM orders o JOIN enterprises e ON e.id = o.enterprise JOIN divisions c ON c.id = o.county
    WHERE c.code = :county AND o.issued_on <= :day AND o.deadline > :halfYearBefore AND o.deadline <= :day
      AND (o.rectified_on IS NULL OR o.rectified_on > :day) ORDER BY 1
    """

  @Test("unmet orders: who left one of the last half year open beyond its deadline")
  func unmetOrders() throws {
    let temporary = try TemporaryOffice(complaints: Self.rows)
    var all = 0
    for month in ["2026-06", "2026-07", "2026-09", "2026-12"] {
      let period = try #require(Period(month))
      let expected = try SecondComputation(temporary.folder + "/xize.db").texts(Self.unmet, "140431", period.lastDay)
      #expect(try proposed(temporary, "逾期未整改", "140431", period, .interview) == expected, "\(month)")
      all += expected.count
    }
    #expect(all > 0)
  }

  private static let seasonal = """
    SELECT e.uscc FROM inspection_items i JOIN projects p ON p.id = i.project JOIN divisions c ON c.id = p.county
      JOIN contracts k ON k.project = i.project JOIN enterprises e ON e.id = k.enterprise
    WHERE c.code = :county AND i.inspection_season IN ('flood', 'snow') AND i.inspected_on > :monthBefore AND i.inspected_on <= :day
      AND i.met = 0 AND i."order" IS NULL AND (i.fixed_on IS NULL OR i.fixed_on > :day)
      AND k.id = (SELECT id FROM contracts WHERE project = i.project AND starts_on <= :day AND (ended_on IS NULL OR ended_on >= :day)
        ORDER BY starts_on DESC, id LIMIT 1)
    ORDER BY 1
    """

  @Test("seasonal checklist: each item of flood and snow that was not met, within a month")
  func seasonalChecklist() throws {
    let temporary = try TemporaryOffice(complaints: Self.rows)
    var all = 0
    for day in Self.days {
      let period = try #require(Period(day))
      let expected = try SecondComputation(temporary.folder + "/xize.db").texts(Self.seasonal, "140431", period.lastDay)
      let found = try proposed(temporary, "季节检查整改", "140431", period, .rectification)
      #expect(found == (day < "2026-06-01" ? [] : expected), "\(day)")
      all += expected.count
    }
    #expect(all > 0)
  }

  private static let expiring = """
    SELECT e.uscc FROM contracts k JOIN enterprises e ON e.id = k.enterprise JOIN projects p ON p.id = k.project
      JOIN divisions c ON c.id = p.county
    WHERE c.code = :county AND k.starts_on <= :day AND (k.ended_on IS NULL OR k.ended_on > :day) AND k.expires_on - :day IN (120, 90, 60)
    ORDER BY 1
    """

  @Test("contract expiry: 120, 90 and 60 days before, in every county")
  func contractExpiry() throws {
    let temporary = try TemporaryOffice(complaints: Self.rows)
    var all = 0
    for day in Self.days {
      let period = try #require(Period(day))
      for county in Divisions.changzhi.counties {
        let expected = try SecondComputation(temporary.folder + "/xize.db").texts(Self.expiring, county.code, period.lastDay)
        let found = try proposed(temporary, "合同到期提醒", county.code, period, .task)
        #expect(found == (day < "2026-06-01" ? [] : expected), "\(day) \(county.name)")
        all += expected.count
      }
    }
    #expect(all > 0)
  }
}
