import CityModel
import Columns
import Testing

private func day(_ text: String) -> TableBuilder.Value { .day(Fixture.day(text)) }
private func yuan(_ yuan: Int64) -> TableBuilder.Value { .number(yuan * 100) }

@Suite("Figures about estates: prices, poor service, revisits, the fund, coverage")
struct LedgerFigureTests {
  @Test("fees by regime and level: lowest, middle, highest, beside the county's own base price") func prices() throws {
    var town = Town()
    for (number, price) in [150, 120, 180, 160].enumerated() {
      town.add(
        ProjectFee.schema,
        [
          "project": .row(town.estate("院\(number)")), "regime": number == 3 ? "market" : "guided", "service_level": .number(2),
          "price": .number(Int64(price)), "starts_on": day("2026-01-01"), "ended_on": number == 2 ? day("2026-09-29") : .none,
        ])
    }
    for (county, base) in [(nil, 100), (Town.luzhou, 110)] as [(Int?, Int64)] {
      town.add(
        GuidedPrice.schema,
        [
          "county": county.map { .row($0) } ?? .none, "service_level": .number(2), "base_price": .number(base), "float_up": .number(2000),
          "starts_on": day("2026-01-01"),
        ])
    }
    let lines = try Lines("price-levels", town)
    #expect(lines.rows.map { "\($0["regime"] ?? "") \($0["estates"] ?? "") \($0["lowest"] ?? "") \($0["middle"] ?? "") \($0["highest"] ?? "") \($0["base_price"] ?? "")" }
      == ["政府指导 2 1.20 1.20 1.50 1.10", "市场调节 1 1.60 1.60 1.60 "])
  }

  @Test("poor service: more than ten complaints for a thousand households, a standing refusal, or low satisfaction of enough people") func poor() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let many = town.estate("投诉多", servedBy: firm), ten = town.estate("恰十件", servedBy: firm), refuses = town.estate("拒不整改", servedBy: firm)
    let low = town.estate("不满意", servedBy: firm), few = town.estate("答者少", servedBy: firm), mended = town.estate("已整改", servedBy: firm)
    for person in 0..<11 { town.complaint(firm, many, by: Int64(person)) }
    for person in 0..<10 { town.complaint(firm, ten, by: Int64(person)) }
    town.complaint(firm, ten, by: 11, on: "2025-09-30")
    town.complaint(firm, ten, by: 12, finding: "unsubstantiated")
    for (estate, rectified) in [(refuses, nil), (mended, "2026-09-30")] as [(Int, String?)] {
      town.add(
        RectificationOrder.schema,
        [
          "enterprise": .row(firm), "project": .row(estate), "county": .row(Town.luzhou), "issued_on": day("2026-05-01"),
          "deadline": day("2026-05-10"), "refused_on": day("2026-06-01"), "rectified_on": rectified.map(day) ?? .none,
        ])
    }
    for (estate, good, all) in [(low, 17, 30), (few, 0, 29)] as [(Int, Int64, Int64)] {
      town.add(
        Survey.schema,
        ["project": .row(estate), "enterprise": .row(firm), "held_on": day("2026-06-01"), "satisfied_answers": .number(good), "answers": .number(all)])
    }
    let lines = try Lines("poor-service", town)
    #expect(Set(lines.rows.map { "\($0["project"] ?? "") \($0["grounds"] ?? "")" }) == ["投诉多 投诉率高", "拒不整改 服务不到位", "不满意 满意率低"])
    #expect(lines.rows[0]["per_thousand"] == "11.0" && lines.rows[0]["enterprise"] == "甲物业")
    #expect(lines.row("project", "不满意")?["satisfaction"] == "56.7%")
  }

  @Test("the revisit ledger: who was not asked, who was dissatisfied and not dealt with again, and which level asked") func revisits() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号院", servedBy: firm)
    func asked(_ more: [String: TableBuilder.Value]) -> Int { town.complaint(firm, estate, by: 1, ["revisited_at": .moment(Fixture.moment("2026-06-02 10:00"))].merging(more) { $1 }) }
    let good = asked(["satisfied": .flag(true)])
    _ = asked(["satisfied": .flag(false), "reworks": .number(1)])
    let bad = asked(["satisfied": .flag(false)])
    let falsely = asked(["false_closure": .flag(true)])
    let waiting = town.complaint(firm, estate, by: 2)
    town.complaint(firm, estate, by: 3, on: "2025-12-31")
    for level in ["street", "community", "community"] {
      town.add(Revisit.schema, ["complaint": .row(good), "level": .text(level), "revisited_at": .moment(Fixture.moment("2026-06-02 10:00")), "satisfied": .flag(true)])
    }
    let line = try #require(try Lines("revisit-ledger", town).row("county", "潞州区"))
    #expect(line["closed"] == "5" && line["revisited"] == "4" && line["share"] == "80.0%" && line["waiting"] == "1")
    #expect(line["dissatisfied"] == "2" && line["false_closures"] == "1" && line["to_redo"] == "2")
    #expect(line["by_street"] == "1" && line["by_community"] == "2" && line["by_city"] == "0")
    let evidence = try #require(try Lines("revisit-ledger", town).evidence.first?.first)
    #expect(evidence == Evidence("complaint", rows: [bad, falsely, waiting].map { UInt32($0) }))
  }

  @Test("an account under three tenths of its first deposit is to be topped up; under a twentieth it cannot meet an emergency") func ledger() throws {
    var town = Town()
    let estate = town.estate("一号院")
    for (code, balance) in [("A", 30_000), ("B", 29_999), ("C", 4_999)] as [(String, Int64)] {
      town.add(FundAccount.schema, ["code": .text(code), "project": .row(estate), "balance": yuan(balance), "first_deposit": yuan(100_000)])
    }
    town.add(FundAccount.schema, ["code": "D", "project": .row(estate), "balance": yuan(5)])
    let request = town.add(FundRequest.schema, ["project": .row(estate), "status": "approved", "amount": yuan(100)])
    for (on, amount) in [("2026-03-01", 70), ("2025-12-31", 900), ("2026-10-01", 800)] as [(String, Int64)] {
      town.add(FundPayment.schema, ["fund_request": .row(request), "paid_on": day(on), "paid_amount": yuan(amount)])
    }
    let lines = try Lines("fund-ledger", town)
    #expect(lines.rows.map { "\($0["account"] ?? "") \($0["top_up"] ?? "") \($0["below_reserve"] ?? "")" } == ["A 否 否", "B 是 否", "C 是 是", "D  "])
    #expect(lines.rows[0]["paid"] == "70.00" && lines.rows[0]["open"] == "1")
    #expect(lines.readings == ["fund.topUpBelow", "fund.emergencyReserve"])
  }

  @Test("an account is published once in twelve months") func publication() throws {
    var town = Town()
    let estate = town.estate("一号院")
    for on in ["2025-10-01", "2025-09-30", nil] as [String?] {
      town.add(FundAccount.schema, ["code": "A", "project": .row(estate), "balance": yuan(1), "published_on": on.map(day) ?? .none])
    }
    let line = try #require(try Lines("fund-publication", town).row("county", "潞州区"))
    #expect(line["accounts"] == "3" && line["published"] == "1" && line["never"] == "1" && line["oldest"] == "2025-09-30")
  }

  @Test("a final payment sooner after the approval than the days of publicity is looked into, an emergency's is not") func publicity() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let estate = town.estate("一号院", servedBy: firm)
    for (kind, on) in [("general", "2026-03-07"), ("general", "2026-03-08"), ("emergency", "2026-03-02")] {
      let request = town.add(
        FundRequest.schema,
        [
          "project": .row(estate), "procedure": .text(kind), "user": .row(firm), "amount": yuan(100), "approved": yuan(100), "balance": yuan(900),
          "paid": yuan(100), "decided_on": day("2026-03-01"), "status": "paid", "vote": "表决",
        ])
      town.add(
        FundPayment.schema,
        ["fund_request": .row(request), "payee": .row(firm), "payment_kind": "final payment", "paid_on": day(on), "paid_amount": yuan(100)])
    }
    #expect(try Lines("suspected-diversion", town).rows.map { $0["reason"] } == ["尾款拨付时公示不足7日"])
  }

  @Test("the progress of coverage: the last count of each enterprise, works, and old estates that a professional took over this year") func progress() throws {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let old = town.estate("老院", servedBy: firm), other = town.estate("新院", servedBy: firm)
    town.tables["project"]?.set("old_estate", row: old, to: .flag(true))
    for estate in [other, town.estate("待引入")] { town.tables["project"]?.set("fit_for_professional", row: estate, to: .flag(true)) }
    for (on, persons) in [("2026-01-01", 9), ("2026-06-01", 4), ("2026-10-01", 30)] as [(String, Int64)] {
      town.add(Reemployment.schema, ["enterprise": .row(firm), "county": .row(Town.luzhou), "counted_on": day(on), "persons": .number(persons)])
    }
    for (estate, mode, from) in [(old, "self managed", "2020-01-01"), (old, "professional", "2026-04-01"), (other, "none", "2020-01-01"), (other, "professional", "2026-04-01")] {
      town.add(ServicePeriod.schema, ["project": .row(estate), "service_mode": .text(mode), "starts_on": day(from)])
    }
    for (estate, rate) in [(old, 5001), (other, 9000)] as [(Int, Int64)] {
      town.add(
        ProjectFee.schema,
        ["project": .row(estate), "regime": "market", "price": .number(100), "starts_on": day("2026-01-01"), "collection_rate": .number(rate)])
    }
    for done in ["2026-05-01", "2025-05-01", nil] as [String?] {
      town.add(
        Improvement.schema,
        ["project": .row(old), "works": "paving", "starts_on": day("2025-03-01"), "done_on": done.map(day) ?? .none, "public_funding": yuan(50)])
    }
    for estate in [old, other] {
      town.add(SharedService.schema, ["cluster": "片区", "project": .row(estate), "enterprise": .row(firm), "starts_on": day("2026-01-01")])
    }
    let line = try #require(try Lines("service-progress", town).row("county", "潞州区"))
    #expect(line["persons_4050"] == "4" && line["employers"] == "1" && line["collection_rate"] == "70.0%" && line["rates_known"] == "2")
    let cells = try #require(Figure.named("service-progress")).result(try town.snapshot(), on: Fixture.day("2026-09-30")).table.rows
    #expect(cells.contains { $0.contains(.ratio(14_001, of: 20_000)) }, "the mean is exact: 70.005 %")
    #expect(line["works"] == "2" && line["works_done"] == "1" && line["public_funding"] == "100.00")
    #expect(line["moved"] == "1" && line["shared"] == "1")
    #expect(line["fit_waiting"] == "1", "who is served waits no more")
  }
}
