internal import Columns

/// The rows of a slice as a snapshot, so that a city rule decides a command exactly as it decides a report.
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
    var divisions = TableBuilder(Division.schema)
    let county = attempt.row.text(ExitCase.county) ?? ""
    divisions.add([Division.codeField.name: .text(county), Division.levelField.name: .text(Division.Level.county.rawValue)])
    var enterprises = TableBuilder(Enterprise.schema)
    let uscc = attempt.row.text(ExitCase.enterprise) ?? ""
    enterprises.add([Enterprise.uscc.name: .text(uscc)])
    let rows: [String: [String: Int]] = ["division": [county: 0], "enterprise": [uscc: 0]]
    let projects = builder(Project.schema, attempt.rows("projects"), rows)
    var known = rows
    known["project"] = Dictionary(
      attempt.rows("projects").enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    // Complaints from other counties' estates are not this county's.
    let complaints = attempt.rows("complaints").filter { known["project"]?[$0.text(Complaint.project) ?? ""] != nil }
    let snapshot = Snapshot(
      cut: attempt.day.end, rulebook: attempt.rulebook,
      tables: [
        divisions, enterprises, projects, builder(Complaint.schema, complaints, known),
        builder(Survey.schema, attempt.rows("surveys").filter { known["project"]?[$0.text(Survey.project) ?? ""] != nil }, known),
        builder(
          RectificationOrder.schema, attempt.rows("orders").filter { $0.text(RectificationOrder.county) == county }, known),
      ])
    do {
      return try ExitTest.findings(snapshot, on: attempt.day).first { $0.enterprise == 0 }
    } catch {
      throw Refusal("exit-test-failed", article: "A8", zh: error.message.zh, en: error.message.en)
    }
  }

  private static func builder(_ schema: TableSchema, _ rows: [CaseRow], _ known: [String: [String: Int]]) -> TableBuilder {
    var builder = TableBuilder(schema)
    for row in rows {
      var values: [String: TableBuilder.Value] = [:]
      for field in schema.storedFields {
        switch (row[field], field.type) {
        case (.none, _): break
        case (.text(let key), .reference(let table)): if let at = known[table]?[key] { values[field.name] = .row(at) }
        case (.text(let text), _): values[field.name] = .text(text)
        case (.number(let number), .flag): values[field.name] = .flag(number != 0)
        case (.number(let number), _): values[field.name] = .number(number)
        }
      }
      builder.add(values)
    }
    return builder
  }
}
