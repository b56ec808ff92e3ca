internal import Columns

/// Rows by county and, in each, by the enterprise that they are about: a county's line, then one of each enterprise.
struct CountyFirms {
  private var rows: [Int: [Int: [Int]]] = [:]
  /// Stands for no enterprise.
  private static let nobody = -1

  static let columns: [(name: String, title: String)] = [("county", "县区"), ("enterprise", "企业")]

  mutating func add(_ row: Int, county: Int, enterprise: Int?) {
    rows[county, default: [:]][enterprise ?? CountyFirms.nobody, default: []].append(row)
  }

  /// Writes every county, also one of which there is nothing; of the enterprises, those with the most rows first.
  func write(
    places: Places, enterprises: TableFacts, to sheet: inout FigureSheet, _ line: ([Int]) -> (cells: [Cell], evidence: [Evidence])
  ) {
    for county in places.counties {
      let firms = rows[county] ?? [:]
      let all = line(firms.values.flatMap { $0 }.sorted())
      sheet.add([places.name(county), .text("合计")] + all.cells, all.evidence)
      for (firm, rows) in firms.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
        let one = line(rows)
        let name = firm == CountyFirms.nobody ? "无企业" : enterprises.text(Enterprise.name, firm)
        sheet.add([places.name(county), .optional(name)] + one.cells, one.evidence)
      }
    }
  }
}
