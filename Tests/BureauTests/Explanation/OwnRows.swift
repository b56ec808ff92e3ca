import CityModel
import Columns
import Testing

/// The rows that belong to an enterprise, and the estates that they name.
struct OwnRows {
  private(set) var rows: [String: Set<Int>] = [:]

  init(_ firm: Int, in snapshot: Snapshot) throws {
    rows[Enterprise.schema.name] = [firm]
    var estates: Set<Int> = []
    for schema in CitySchema.tables where schema.name != Enterprise.schema.name {
      guard let field = schema.field("enterprise"), !field.isDerived else { continue }
      let table = snapshot.table(schema)
      let owner = try table.column("enterprise")
      let project = try schema.field("project").map { try table.column($0.name) }
      for row in 0..<table.count where owner.reference(row) == firm {
        rows[schema.name, default: []].insert(row)
        if let estate = project?.reference(row) { estates.insert(estate) }
      }
    }
    rows[Project.schema.name] = estates
  }
}

extension Snapshot {
  /// Everything that an enterprise's explanation does not name, changed.
  func shaken(for firm: Int, naming facts: [FactsRead], _ step: Int) throws -> Snapshot {
    let own = try OwnRows(firm, in: self)
    let named = Dictionary(uniqueKeysWithValues: facts.map { ($0.table.name, Set($0.fields.map(\.name))) })
    var changes: [String: [String: Column]] = [:]
    for schema in CitySchema.tables where schema.name != "division" {
      let table = table(schema)
      guard table.count > 0 else { continue }
      let rows = own.rows[schema.name] ?? []
      for field in schema.fields where !field.isDerived {
        let isNamed = named[schema.name]?.contains(field.name) ?? false
        var others: [UInt32] = []
        if case .reference(let target) = field.type, let target = CitySchema.table(target) {
          // Another row may point anywhere but at this enterprise and its estates.
          let kept = own.rows[target.name] ?? []
          others = (0..<self.table(target).count).filter { !kept.contains($0) }.map { UInt32($0) }
        }
        changes[schema.name, default: [:]][field.name] = try table.column(field.name).shaken(step, references: others) { row in
          !(isNamed && rows.contains(row))
        }
      }
    }
    return with(changes)
  }
}
