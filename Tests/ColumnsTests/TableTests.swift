import Columns
import Synchronization
import Testing

/// Ten orders, of which somebody counts how often they are counted and read.
private final class CountedSource: ColumnSource {
  struct Asked: Equatable {
    var counts = 0
    var columns = 0
  }

  let asked = Mutex(Asked())
  let fails = Mutex(false)

  func countRows(of table: Table) throws(ColumnError) -> Int {
    asked.withLock { $0.counts += 1 }
    if fails.withLock({ $0 }) { throw ColumnError(.sourceFailed, table: "orders", field: "amount", detail: "disk") }
    return 10
  }

  func loadColumns(_ fields: [Int], of table: Table) throws(ColumnError) -> [Column] {
    asked.withLock { $0.columns += fields.count }
    return fields.map { _ in .int64(ColumnBuffer(Array(0..<10))) }
  }
}

@Suite("Tables: nothing is counted or read before somebody asks")
struct TableTests {
  private let source = CountedSource()

  private func asked() -> CountedSource.Asked { source.asked.withLock { $0 } }

  @Test func rowsAreCountedOnce() throws {
    let table = Table(Shops.orderSchema, source: source)
    #expect(asked() == .init())
    #expect(table.count == 10)
    #expect(try table.counted() == 10)
    #expect(asked() == .init(counts: 1))
  }

  @Test func aColumnHasCountedTheRows() throws {
    let table = Table(Shops.orderSchema, source: source)
    _ = try table.column("amount")
    #expect(table.count == 10)
    #expect(asked() == .init(counts: 0, columns: 1))
  }

  @Test func aTableThatCannotBeCountedHasNoRowsAndNoColumnEither() throws {
    let table = Table(Shops.orderSchema, source: source)
    source.fails.withLock { $0 = true }
    #expect(table.count == 0)
    source.fails.withLock { $0 = false }
    // Who went through no rows must not find ten values afterwards.
    for _ in 1...2 {
      let error = #expect(throws: ColumnError.self) { try table.column("amount") }
      #expect(error?.detail == "disk")
    }
    #expect(throws: ColumnError.self) { try table.counted() }
    #expect(throws: ColumnError.self) { try Condition.all([]).verdicts(over: table, in: Shops(orders: 1, seed: 1)) }
  }
}
