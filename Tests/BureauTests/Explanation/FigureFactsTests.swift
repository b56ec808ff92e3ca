import Bureau
import CityModel
import Columns
import Testing

/// A line of a figure names the rows that it is worked out from. Without all the others it stays as it is; what it names can move it
/// (DESIGN D9).
@Suite("a line of a figure names what moves it, and all of it") struct FigureFactsTests {
  private static let day = Day("2026-09-30") ?? Day(ordinal: 0)
  private let temporary: TemporaryOffice
  /// The sample city, and the same city in worse order.
  private let cities: [Snapshot]

  init() throws {
    temporary = try TemporaryOffice(complaints: 2_500, enterprises: 60, projects: 150)
    let snapshot = try temporary.office.snapshot(.city, asOf: FigureFactsTests.day.end)
    cities = [snapshot, try snapshot.worse()]
  }

  /// The cells of a line. A county's place follows from the other lines; what the line itself says are the shares.
  private func cells(_ figure: Figure, _ cells: [Cell]) -> [String] {
    let own = figure.name == "county-ranking" ? [cells[1]] + cells[3...] : cells
    return own.map(\.plain)
  }

  /// Each line as often as it stands there.
  private func lines(_ figure: Figure, _ snapshot: Snapshot) throws -> [[String]: Int] {
    Dictionary(try figure.result(snapshot, on: FigureFactsTests.day).table.rows.map { (cells(figure, $0), 1) }, uniquingKeysWith: +)
  }

  /// So many of them, evenly.
  private func some(_ count: Int, of all: Int) -> [Int] { all <= count ? Array(0..<all) : (0..<count).map { $0 * all / count } }

  @Test("without the rows that it does not name, every line stays as it is", arguments: Figure.all.map(\.name))
  func enough(name: String) throws {
    let figure = try #require(Figure.named(name))
    var seen = 0
    for city in cities {
      let result = try figure.result(city, on: FigureFactsTests.day)
      // Of hundreds of streets and communities, some.
      for at in some(name == "county-ranking" ? 6 : 16, of: result.table.rows.count) {
        let kept = city.keeping(try city.named(result.basis(at)))
        let line = cells(figure, result.table.rows[at])
        #expect(try lines(figure, kept)[line] != nil, "\(name), line \(at + 1): \(line) rests on \(result.basis(at).map { "\($0.table) \($0.count)" })")
        seen += 1
      }
    }
    #expect(seen > 0, "the city has lines of it")
  }

  @Test("what a line names can move it: of each table, the rows together", arguments: Figure.all.map(\.name))
  func counts(name: String) throws {
    let figure = try #require(Figure.named(name))
    for city in cities {
      let result = try figure.result(city, on: FigureFactsTests.day)
      let before = try lines(figure, city)
      for at in some(name == "county-ranking" ? 1 : 4, of: result.table.rows.count) {
        let line = cells(figure, result.table.rows[at])
        for evidence in result.basis(at) {
          // A duty is what the register's rows make of it.
          let rows = evidence.table == Duty.schema.name ? try city.named([evidence]) : [evidence.table: Set(evidence.rows.map { Int($0) })]
          let moves = try city.changes(of: rows).contains { try lines(figure, $0())[line] != before[line] }
          #expect(moves, "\(name), line \(at + 1): \(line) names \(evidence.table) \(evidence.rows.prefix(5))")
        }
      }
    }
  }

  @Test("the parameters that it names move it, and no others", arguments: Figure.all.map(\.name))
  func parameters(name: String) throws {
    let figure = try #require(Figure.named(name))
    // The last day of a quarter, and one within it.
    let days = [FigureFactsTests.day, Day("2026-08-31") ?? FigureFactsTests.day]
    let results = try cities.flatMap { city in try days.map { try figure.result(city, on: $0) } }
    let named = Set(results.flatMap(\.readings).map(\.key))
    let directions = try ParameterDirections(cities, named: named) { city in
      try days.map { try figure.result(city, on: $0).table.rows.map { $0.map(\.plain) } }
    }
    #expect(directions.unnamedMoved.isEmpty, "\(name) is moved by what it does not name")
    #expect(directions.namedIdle.isEmpty, "\(name) is not moved by what it names")
  }
}
