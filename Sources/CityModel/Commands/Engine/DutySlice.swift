internal import Columns

/// The duties of the estates of a command, computed as the register's table of duties is.
///
/// It needs rows called `contracts`, `items` and `statements` of all these estates, and `assignments` where a duty of managers is asked.
struct DutySlice {
  private let tables: SliceTables
  private let snapshot: Snapshot

  init(_ attempt: CommandAttempt, projects: [CaseRow]) throws(Refusal) {
    var tables = SliceTables()
    func once(_ keys: [String?]) -> [String] {
      var seen: Set<String> = []
      return keys.compactMap { $0 }.filter { seen.insert($0).inserted }
    }
    tables.add(Division.schema, keys: once(projects.map { $0.text(Project.county) }))
    tables.add(Enterprise.schema, keys: once(attempt.rows("contracts").map { $0.text(Contract.enterprise) }))
    tables.add(Project.schema, projects)
    tables.add(Contract.schema, attempt.rows("contracts"))
    tables.add(ManagerAssignment.schema, attempt.rows("assignments"))
    tables.add(DisclosureItem.schema, attempt.rows("items"))
    tables.add(CommonRevenueStatement.schema, attempt.rows("statements"))
    self.tables = tables
    snapshot = tables.snapshot(attempt)
  }

  func rows(_ requirements: [DutyRequirement]) throws(Refusal) -> [DutyRow] {
    do {
      return try column { () throws(ColumnError) in try Duties.rows(snapshot, requirements) }
    } catch {
      throw Refusal("duties-unreadable", article: "A2", zh: error.message.zh, en: error.message.en)
    }
  }

  /// Who owes it.
  func enterprise(_ row: DutyRow) -> CaseValue {
    let keys = tables.keys[Enterprise.schema.name] ?? []
    return Int(row.enterprise) < keys.count ? .text(keys[Int(row.enterprise)]) : .none
  }
}
