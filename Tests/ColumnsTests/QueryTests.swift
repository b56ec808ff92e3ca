import Columns
import Testing

@Suite("queries")
struct QueryTests {
  @Test("grouped counts, sums and distinct counts agree with a loop over the rows", arguments: [UInt64(5), 6, 7])
  func aggregates(seed: UInt64) throws {
    let data = Shops(orders: 500, seed: seed)
    let condition = Condition.field("paid", .equals(.flag(true)))
    let query = try Query(data.orders, in: data).filtered(by: condition)
    let result = try query.group(by: [["shop"]]).table([.count, .sum("amount"), .distinct("colour")])
    var expected: [String: (Int64, Int64, Set<String>)] = [:]
    for row in 0..<500 where try data.orders.column("paid").flag(row) == true {
      let name = try data.orders.column("shop").reference(row).map { "shop\($0)" } ?? ""
      var entry = expected[name] ?? (0, 0, [])
      entry.0 += 1
      entry.1 += try data.orders.column("amount").integer(row) ?? 0
      if let colour = try data.orders.column("colour").text(row) { entry.2.insert(colour) }
      expected[name] = entry
    }
    #expect(result.rows.count == expected.count)
    for row in result.rows {
      let name = if case .text(let text) = row[0] { text } else { "" }
      let entry = try #require(expected[name])
      #expect(row[1] == .integer(entry.0))
      #expect(row[2] == .integer(entry.1))
      #expect(row[3] == .integer(Int64(entry.2.count)))
    }
    #expect(try query.sum("amount") == expected.values.reduce(0) { $0 + $1.1 })
    #expect(query.count == Int(expected.values.reduce(0) { $0 + $1.0 }))
  }

  @Test("two keys, one of them through a relation") func twoKeys() throws {
    let data = Shops(orders: 200, seed: 9)
    let grouped = try Query(data.orders, in: data).group(by: [["shop", "large"], ["colour"]]).table([.count])
    var total: Int64 = 0
    var seen = Set<[Cell]>()
    for row in grouped.rows {
      if case .integer(let count) = row[2] { total += count }
      #expect(seen.insert(Array(row[..<2])).inserted)
    }
    #expect(total == 200)
    #expect(grouped.columns.map(\.name) == ["shop_large", "colour", "count"])
  }

  @Test("ordering is stable, and a limit says how many there were") func order() throws {
    let table = ResultTable(
      columns: [.init("name"), .init("n")],
      rows: [["b", 1], ["a", 2], ["c", 2], ["d", 1]])
    let sorted = try table.sorted(by: ["-n"]).limited(to: 3)
    #expect(sorted.rows.map { $0[0] } == ["a", "c", "b"])
    #expect(sorted.totalRows == 4)
    #expect(throws: ColumnError.self) { try table.sorted(by: ["m"]) }
  }

  @Test("a sum beyond 64 bits is an error, not a wrong figure") func overflow() throws {
    let schema = TableSchema(name: "t", plural: "ts", chinese: "", meaning: "", source: "", key: "n", fields: [Field("n", "", .integer, "")])
    let table = Table(schema, count: 2, columns: [.int64(ColumnBuffer([Int64.max, 1]))])
    struct One: Dataset {
      let only: Table
      func table(_ name: String) -> Table? { only }
    }
    #expect(throws: ColumnError.self) { try Query(table, in: One(only: table)).sum("n") }
  }

  @Test(
    "percentages are rounded half up without floating point",
    arguments: [(1, 3, "33.3%"), (1, 2, "50.0%"), (2, 3, "66.7%"), (1, 2000, "0.1%"), (0, 5, "0.0%"), (0, 0, "–"), (Int64.max, Int64.max, "100.0%")] as [(Int64, Int64, String)])
  func percent(part: Int64, whole: Int64, shown: String) { #expect(Cell.ratio(part, of: whole).plain == shown) }
}
