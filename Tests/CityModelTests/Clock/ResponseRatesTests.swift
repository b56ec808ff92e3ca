import CityModel
import Columns
import Testing

@Suite struct ResponseRatesTests {
  static func town() -> Town {
    var town = Town()
    let firm = town.enterprise("甲物业")
    let other = town.enterprise("乙物业")
    let here = town.estate("一号", servedBy: firm)
    let there = town.estate("二号", county: Town.shangdang, servedBy: other)
    func at(_ text: String) -> TableBuilder.Value { .moment(Fixture.moment(text)) }
    town.complaint(firm, here, by: 1, on: "2026-09-01")
    town.complaint(
      firm, here, by: 2, on: "2026-09-02",
      [
        "assigned_at": at("2026-09-02 10:30"), "preliminary_at": at("2026-09-02 13:00:01"),
        "basically_closed_at": at("2026-09-06 00:00"),
      ])
    town.complaint(
      firm, here, by: 3, on: "2026-09-03",
      ["assigned_at": .none, "preliminary_at": .none, "basically_closed_at": .none, "status": "open"])
    town.complaint(
      firm, here, by: 4, on: "2026-09-30",
      ["assigned_at": .none, "preliminary_at": .none, "basically_closed_at": .none, "status": "open"])
    town.complaint(
      firm, here, by: 5, on: "2026-09-04",
      ["assigned_at": .none, "preliminary_at": .none, "basically_closed_at": .none, "status": "withdrawn"])
    town.complaint(other, there, by: 1, on: "2026-09-30")
    town.complaint(other, there, by: 1, on: "2026-08-31")
    return town
  }

  @Test(arguments: [
    (ResponseRates.Unit.county, [Town.luzhou, Town.shangdang]), (.street, [Town.street, Town.otherStreet]),
    (.enterprise, [0, 1]),
  ]) func ratesOfSeptemberByUnit(_ unit: ResponseRates.Unit, _ rows: [Int]) throws {
    // Cut at midnight before 1 October: the last complaint's three days still run, its half hour does not.
    let rates = try ResponseRates.compute(
      Self.town().snapshot(), by: unit, from: Fixture.day("2026-09-01"), through: Fixture.day("2026-09-30"))
    #expect(rates.map(\.row) == rows)
    #expect(rates.map(\.complaints) == [5, 1])
    let first = try #require(rates.first)
    #expect(first.assign == .init(inTime: 2, late: 0, running: 0, overdue: 2, lapsed: 1, unknown: 0))
    #expect(first.preliminary == .init(inTime: 1, late: 1, running: 0, overdue: 2, lapsed: 1, unknown: 0))
    #expect(first.close == .init(inTime: 2, late: 0, running: 1, overdue: 1, lapsed: 1, unknown: 0))
    #expect(first.assign.rate == .ratio(2, of: 4))
    #expect(first.close.rate == .ratio(2, of: 3))
  }
}
