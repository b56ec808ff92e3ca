package import CityModel
package import Columns

/// What officers of a county decided to deduct, in the county's own column (A7; DESIGN D10): one outcome a document, beside those
/// of the adjustments and within the same bound.
///
/// A decision counts from its day for the validity of records, twelve months, and goes by date.
package enum CountyDeductions {
  package static let name = "county decisions"

  package static func outcomes(_ snapshot: Snapshot, county: Int?, on day: Day) throws -> [AdjustmentOutcome] {
    let table = snapshot.table(CreditRecord.schema)
    guard let county, table.count > 0 else { return [] }
    let items = try table.column(CreditRecord.item)
    let mine = (0..<table.count).filter { items.text($0) == CreditRecord.countyItem }
    guard !mine.isEmpty else { return [] }
    let counties = try table.column(CreditRecord.county), enterprises = try table.column(CreditRecord.enterprise)
    let days = try table.column(CreditRecord.decidedOn), cases = try table.column(CreditRecord.variant)
    let documents = try table.column(CreditRecord.document)
    let valid = day.window(months: try snapshot.rulebook.parameters.value(CreditParameters.recordMonths, on: day).count)
    var found: [String: [Int: [(day: Day, count: AdjustmentOutcome.Count)]]] = [:]
    for row in mine {
      guard counties.reference(row) == county, let enterprise = enterprises.reference(row), let decided = days.day(row), valid.contains(decided),
        let points = CreditRecord.countyPoints(cases.text(row))
      else { continue }
      let at = UInt32(truncatingIfNeeded: row)
      found[documents.text(row) ?? "", default: [:]][enterprise, default: []].append((decided, .init(row: at, rows: [at], points: points)))
    }
    return found.sorted { $0.key < $1.key }.map { document, effects in
      AdjustmentOutcome(
        name: name, title: "县（区）决定扣分", basis: Basis(document: document), relates: nil, table: CreditRecord.schema, window: valid,
        effects: effects.sorted { $0.key < $1.key }.map { enterprise, counts in
          let counts = counts.sorted { ($0.day, $0.count.row) < ($1.day, $1.count.row) }.map(\.count)
          let sum = counts.reduce(Points.zero) { $0 - $1.points }
          return .init(enterprise: enterprise, points: sum, beforeCap: sum, counts: counts)
        })
    }
  }
}
