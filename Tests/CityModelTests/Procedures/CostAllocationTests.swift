import CityModel
import Testing

@Suite("A cost is divided by area, to the fen")
struct CostAllocationTests {
  @Test(
    "by area; the fen that is left goes to the largest fraction, of equal ones to the first",
    arguments: [
      (100, [1, 1, 1], [34, 33, 33]), (101, [1, 1, 1], [34, 34, 33]), (100, [50, 30, 20], [50, 30, 20]), (1, [1, 2], [0, 1]),
      (0, [3, 4], [0, 0]), (10, [0, 1], [0, 10]), (7, [5], [7]),
    ] as [(Int64, [Int64], [Int64])])
  func divided(_ fen: Int64, _ areas: [Int64], _ parts: [Int64]) {
    #expect(CostAllocation.divide(Money(fen: fen), by: areas)?.map(\.fen) == parts)
  }

  @Test("without an area there is nothing to divide by", arguments: [[], [0], [0, 0], [-1, 5]] as [[Int64]]) func nothing(_ areas: [Int64]) {
    #expect(CostAllocation.divide(Money(fen: 100), by: areas) == nil)
  }

  @Test("the parts are the amount, each within a fen of its exact share, and a larger area never bears less", arguments: 0..<20)
  func property(_ seed: Int) throws {
    var dice = FundPropertyTests.Dice(state: UInt64(seed) &* 104_729 &+ 3)
    for _ in 0..<200 {
      let areas = (0..<Int.random(in: 1...40, using: &dice)).map { _ in Int64.random(in: 0...(1 << 40), using: &dice) } + [1]
      let amount = Int64.random(in: 0...(1 << 50), using: &dice)
      let parts = try #require(CostAllocation.divide(Money(fen: amount), by: areas)).map(\.fen)
      #expect(parts.reduce(0, +) == amount)
      let whole = areas.reduce(Int128(0)) { $0 + Int128($1) }
      for (area, part) in zip(areas, parts) {
        let off = Int128(part) * whole - Int128(amount) * Int128(area)
        #expect(off > -whole && off < whole)
      }
      for (a, b) in zip(zip(areas, parts), zip(areas, parts).dropFirst()) where a.0 < b.0 { #expect(a.1 <= b.1) }
    }
  }

  @Test("no amount and no area is too large") func largest() throws {
    let parts = try #require(CostAllocation.divide(Money(fen: .max), by: [.max, .max, .max]))
    #expect(parts.reduce(Int128(0)) { $0 + Int128($1.fen) } == Int128(Int64.max))
  }
}
