import Bureau
import CityModel
import Columns
import DistrictRules
import Foundation
import Register
import Testing

@Suite("the rules in force reach every figure") struct DistrictLawTests {
  private static let september = Period("2026-09")!

  private func run(_ desk: ScriptDesk, _ county: String) throws -> DistrictRun {
    let counties = [try #require(Divisions.changzhi[county])]
    return try #require(try desk.office.runJobs(["monthly-lists"], period: Self.september, counties: counties).districts.first)
  }

  private func red(_ run: DistrictRun) -> [String] {
    run.proposals.filter { $0.proposal.kind == .redList }.map(\.enterprise).sorted()
  }

  /// Zhangzi keeps one red candidate a street: the same job without the criterion proposes at least as many.
  @Test("a job that asks for candidates gets what the county's criterion leaves") func criterionInJobs() throws {
    let desk = try ScriptDesk()
    let kept = red(try run(desk, "140428"))
    try desk.write(
      "140428-zhangzi/red-tie-break.lua",
      """
      criterion "red-none" {
        title = "none", basis = { document = "长住建〔2026〕6号" }, effective = { from = "2026-07-01" },
        list = "red", where = { name = "无此企业" },
      }
      """)
    let none = red(try run(desk, "140428"))
    #expect(none == [], "nobody meets it")
    try FileManager.default.removeItem(atPath: desk.scripts + "/140428-zhangzi/red-tie-break.lua")
    let all = red(try run(desk, "140428"))
    #expect(!all.isEmpty && Set(kept).isSubset(of: Set(all)), "a criterion never adds: \(kept) of \(all)")
  }

  @Test("an enterprise that a black criterion finds is proposed, on the criterion's own basis") func blackCriterion() throws {
    let desk = try ScriptDesk()
    try desk.write(
      "140403-luzhou/everybody.lua",
      """
      criterion "everybody" {
        title = "all", basis = { document = "潞州住建〔2026〕30号", article = "第一条" }, effective = { from = "2026-07-01" },
        list = "black", where = { name = exists }, because = "{name}",
      }
      """)
    let run = try run(desk, "140403")
    let added = run.proposals.filter { $0.proposal.grounds == ["everybody"] }
    #expect(!added.isEmpty)
    #expect(added.allSatisfy { $0.proposal.kind == .blackList && $0.reasons.map(\.basis) == ["潞州住建〔2026〕30号第一条"] && $0.evidence.count == 1 })
  }

  @Test("preview of a criterion shows who leaves the list, and why") func criterionPreview() throws {
    let desk = try ScriptDesk()
    let name = "140428-zhangzi/red-none.lua"
    try FileManager.default.removeItem(atPath: desk.scripts + "/140428-zhangzi/red-tie-break.lua")
    try desk.write(
      name,
      """
      criterion "red-none" {
        title = "nobody", basis = { document = "长住建〔2026〕6号" }, effective = { from = "2026-07-01" },
        list = "red", where = { name = "无此企业" },
      }
      """)
    let preview = try desk.office.preview(PreviewRequest(scripts: [try desk.script(name)], period: Self.september))
    let gone = preview.districts[0].proposals.filter { $0.kind == "red_list" && !$0.isNew }
    #expect(!gone.isEmpty && gone.allSatisfy { $0.because.contains("nobody") }, "\(gone)")
    #expect(preview.districts[0].proposals.allSatisfy { !$0.isNew })
  }

  @Test("preview of a stricter clock counts first, then names each complaint that is late by it alone") func clockPreview() throws {
    let desk = try ScriptDesk(complaints: 12_000)
    let name = "140403-luzhou/one-hour.lua"
    try desk.write(
      name,
      """
      tighten "one-hour" {
        title = "one hour", basis = { document = "潞州住建〔2026〕31号" }, effective = { from = "2026-07-01" },
        concerns = complaint, where = { accepted_at = exists }, deadline = "close", within = hours(1),
      }
      """)
    let district = try desk.office.preview(PreviewRequest(scripts: [try desk.script(name)], period: Self.september)).districts[0]
    let close = try #require(district.clocks.first)
    #expect(district.clocks.count == 1 && close.clock.en == "basically closed")
    #expect(close.moved > 0 && close.lateAfter > close.lateBefore)
    #expect(district.newlyLate.count == close.lateAfter - close.lateBefore)
    #expect(district.newlyLate.allSatisfy { late in late.before.map { late.after < $0 } ?? false })
    #expect(district.scores.isEmpty, "no district touches the city's lines")
    let one = try #require(district.newlyLate.first)
    let why = try desk.office.explain(one.subject, scope: .county("140403"), asOf: Self.september.cut)
    let layers = try #require(why["layers"])
    #expect(layers.rows.contains { $0.contains(.text("one hour")) && $0.contains(.moment(one.after)) }, "\(layers.rows)")
  }

  @Test("preview of a duty shows what is owed besides, enterprise by enterprise") func dutyPreview() throws {
    let desk = try ScriptDesk()
    let name = "140405-tunliu/accounts.lua"
    try desk.write(
      name,
      """
      tighten "accounts" {
        title = "accounts", basis = { document = "屯住建〔2026〕70号" }, effective = { from = "2026-03-01" },
        concerns = duty, where = { duty = "common revenue accounts" }, due = { "08-15", "02-15" },
      }
      """)
    let duties = try desk.office.preview(PreviewRequest(scripts: [try desk.script(name)], period: Self.september)).districts[0].duties
    #expect(!duties.isEmpty && duties.allSatisfy { $0.isNew && $0.duty == "common revenue accounts" && !$0.enterprise.isEmpty })
    let fell = duties.filter { $0.state != "not yet due" }
    let due = try #require(Day("2026-08-15"))
    #expect(!fell.isEmpty && Set(fell.map(\.due)) == [due])
  }

  @Test("a stricter threshold holds in its county from its first day, and nowhere else") func threshold() throws {
    let desk = try ScriptDesk()
    try desk.write(
      "140403-luzhou/contract-filing.lua",
      """
      tighten "contract-filing" {
        title = "twenty days", basis = { document = "潞州住建〔2026〕32号" }, effective = { from = "2026-07-01" },
        parameter = "filing.contractDays", to = 20,
      }
      """)
    func days(_ county: String, _ day: String) throws -> ParameterValue? {
      let snapshot = try desk.office.ruled(.county(county), asOf: Self.september.cut).desk.snapshot
      return snapshot.rulebook.parameters.reading("filing.contractDays", on: try #require(Day(day)))?.value
    }
    let city = desk.office.rulebook.parameters.reading("filing.contractDays", on: try #require(Day("2026-08-01")))?.value
    #expect(try days("140403", "2026-08-01") != city)
    #expect(try days("140403", "2026-06-30") == city)
    #expect(try days("140404", "2026-08-01") == city)
  }

  @Test("scores use what is enacted, and say so; the folder only where nothing is") func scoresInForce() throws {
    let desk = try ScriptDesk()
    let scope = Scope.county("140403")
    let folder = try desk.office.scoresInForce(scope, asOf: Self.september.cut)
    #expect(folder.rules.last?.source == .notEnacted)
    try desk.enact()
    for name in ["lift-entrapment.lua", "group-complaints.lua"] {
      try FileManager.default.removeItem(atPath: desk.scripts + "/140403-luzhou/" + name)
    }
    let enacted = try desk.office.scoresInForce(scope, asOf: Self.september.cut)
    #expect(enacted.rules.last?.source == .enacted(revision: 1))
    let column = try #require(enacted.table.columns.firstIndex { $0.name == "adjustment" })
    #expect(enacted.table.rows.contains { $0[column] != .decimal(units: 0, digits: 3) }, "the enacted rule counts without its file")
  }
}
