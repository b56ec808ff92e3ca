internal import Columns

/// What the exit test reads, for the command that starts an exit.
enum ExitFacts {
  static let needs: [Need] = [
    Need("division", Division.schema, [(Division.codeField, .subject(ExitCase.county))]),
    Need("projects", Project.schema, [(Project.county, .subject(ExitCase.county))]),
    Need("complaints", Complaint.schema, [(Complaint.enterprise, .subject(ExitCase.enterprise))]),
    Need("surveys", Survey.schema, [(Survey.enterprise, .subject(ExitCase.enterprise))]),
    Need("orders", RectificationOrder.schema, [(RectificationOrder.enterprise, .subject(ExitCase.enterprise))]),
  ]

  /// The exit test of the enterprise in the county on the day of the command.
  static func finding(_ attempt: CommandAttempt) throws(Refusal) -> ExitFinding? {
    let county = attempt.row.text(ExitCase.county) ?? ""
    var tables = SliceTables()
    tables.add(Division.schema, keys: [county], [Division.levelField.name: .text(Division.Level.county.rawValue)])
    tables.add(Enterprise.schema, keys: [attempt.row.text(ExitCase.enterprise) ?? ""])
    tables.add(Project.schema, attempt.rows("projects"))
    // Complaints from other counties' estates are not this county's.
    let estates = tables
    tables.add(Complaint.schema, attempt.rows("complaints").filter { estates.has(Project.schema, $0.text(Complaint.project)) })
    tables.add(Survey.schema, attempt.rows("surveys").filter { estates.has(Project.schema, $0.text(Survey.project)) })
    tables.add(RectificationOrder.schema, attempt.rows("orders").filter { $0.text(RectificationOrder.county) == county })
    do {
      return try ExitTest.findings(tables.snapshot(attempt), on: attempt.day).first { $0.enterprise == 0 }
    } catch {
      throw Refusal("exit-test-failed", article: "A8", zh: error.message.zh, en: error.message.en)
    }
  }
}
