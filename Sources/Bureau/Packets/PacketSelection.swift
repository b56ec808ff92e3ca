internal import CityModel
internal import Columns

/// The rows of a snapshot that a decision about one enterprise rests on, table by table.
///
/// Those that name the enterprise, its estates, or a row that does; then whatever these refer to. Where a figure depends on
/// the others too (a rank), every row of the county.
struct PacketSelection {
  let snapshot: Snapshot
  /// By the table's name: the rows, in order.
  private(set) var rows: [String: [Int]] = [:]

  /// Every row of the scope.
  init(all snapshot: Snapshot) throws(ColumnError) {
    self.snapshot = snapshot
    for schema in CitySchema.storedTables { rows[schema.name] = Array(0..<(try snapshot.table(schema).counted())) }
  }

  init(_ snapshot: Snapshot, enterprise: Int) throws(ColumnError) {
    self.snapshot = snapshot
    var kept: [String: [Bool]] = [:]
    for schema in CitySchema.storedTables { kept[schema.name] = Array(repeating: false, count: try snapshot.table(schema).counted()) }
    kept[Division.schema.name] = kept[Division.schema.name]?.map { _ in true }
    kept[Enterprise.schema.name]?[enterprise] = true
    try PacketSelection.keepProjects(of: enterprise, in: snapshot, &kept)
    // What the city has set for everybody.
    for schema in [ServiceStandard.schema, GuidedPrice.schema, PolicyVersion.schema] { kept[schema.name] = kept[schema.name]?.map { _ in true } }
    for schema in CitySchema.storedTables where !PacketSelection.roots.contains(schema.name) {
      try PacketSelection.keepDependents(schema, of: enterprise, in: snapshot, &kept)
    }
    try PacketSelection.keepReferred(in: snapshot, &kept)
    rows = kept.mapValues { flags in flags.indices.filter { flags[$0] } }
  }

  /// Tables whose rows are not kept for naming something that is.
  private static let roots: Set<String> = [
    Division.schema.name, Enterprise.schema.name, Project.schema.name, Community.schema.name, ServiceStandard.schema.name,
    GuidedPrice.schema.name, PolicyVersion.schema.name,
  ]
  /// Tables that belong to an estate whoever served it: who serves it now is read from all of them.
  private static let ofEstates: Set<String> = [Contract.schema.name, ServicePeriod.schema.name]

  private static func references(_ schema: TableSchema, _ table: Table) throws(ColumnError) -> [(target: String, column: Column)] {
    var found: [(String, Column)] = []
    for field in schema.storedFields {
      if case .reference(let target) = field.type { found.append((target, try table.column(field))) }
    }
    return found
  }

  /// The estates that some row puts beside the enterprise.
  private static func keepProjects(of enterprise: Int, in snapshot: Snapshot, _ kept: inout [String: [Bool]]) throws(ColumnError) {
    for schema in CitySchema.storedTables {
      let table = snapshot.table(schema)
      let references = try references(schema, table)
      let firms = references.filter { $0.target == Enterprise.schema.name }
      let estates = references.filter { $0.target == Project.schema.name }
      guard !firms.isEmpty, !estates.isEmpty || schema.name == Project.schema.name else { continue }
      for row in 0..<table.count where firms.contains(where: { $0.column.reference(row) == enterprise }) {
        if schema.name == Project.schema.name { kept[schema.name]?[row] = true }
        for estate in estates { if let at = estate.column.reference(row) { kept[Project.schema.name]?[at] = true } }
      }
    }
  }

  private static func keepDependents(
    _ schema: TableSchema, of enterprise: Int, in snapshot: Snapshot, _ kept: inout [String: [Bool]]
  ) throws(ColumnError) {
    let table = snapshot.table(schema)
    let references = try references(schema, table)
    for row in 0..<table.count {
      var isKept = false
      var isAnothers = false
      for (target, column) in references where target != Division.schema.name {
        guard let at = column.reference(row) else { continue }
        if target == Enterprise.schema.name {
          if at == enterprise { isKept = true } else { isAnothers = true }
        } else if target == Project.schema.name || !roots.contains(target) {
          isKept = isKept || kept[target]?[at] ?? false
        }
      }
      let own = references.contains { $0.target == Enterprise.schema.name && $0.column.reference(row) == enterprise }
      if isKept, own || !isAnothers || ofEstates.contains(schema.name) { kept[schema.name]?[row] = true }
    }
  }

  /// Whatever a kept row refers to; tables refer to earlier ones, so that one pass from the last serves, and another shows it.
  private static func keepReferred(in snapshot: Snapshot, _ kept: inout [String: [Bool]]) throws(ColumnError) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for schema in CitySchema.storedTables.reversed() {
        let table = snapshot.table(schema)
        guard let flags = kept[schema.name], flags.contains(true) else { continue }
        for (target, column) in try references(schema, table) {
          for row in flags.indices where flags[row] {
            guard let at = column.reference(row), kept[target]?[at] == false else { continue }
            kept[target]?[at] = true
            isChanged = true
          }
        }
      }
    }
  }
}
