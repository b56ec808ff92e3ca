import CityModel
import Columns

/// A small register that reads like a case: two counties, enterprises, estates, and what happened.
struct Town {
  /// Division rows.
  static let luzhou = 1, shangdang = 2, street = 3, otherStreet = 4

  var tables: [String: TableBuilder] = [:]
  private var serial = 0

  init() {
    for schema in CitySchema.tables { tables[schema.name] = TableBuilder(schema) }
    for (code, name, level) in [
      ("1404", "长治市", "city"), ("140403", "潞州区", "county"), ("140404", "上党区", "county"),
      ("140403001", "东街街道", "street"),
      ("140404001", "韩店街道", "street"),
    ] {
      add(Division.schema, ["code": .text(code), "name": .text(name), "level": .text(level)])
    }
  }

  @discardableResult
  mutating func add(_ schema: TableSchema, _ values: [String: TableBuilder.Value]) -> Int {
    var values = values
    // A fixture that names a field that is not there proves nothing.
    for name in values.keys { precondition(schema.field(name) != nil, "\(schema.name) has no field \(name)") }
    if schema.field("number") != nil, values["number"] == nil {
      serial += 1
      values["number"] = .text("\(schema.name)-\(serial)")
    }
    return tables[schema.name]?.add(values) ?? -1
  }

  mutating func enterprise(_ name: String, since: String = "2020-01-01") -> Int {
    let row = tables["enterprise"]?.count ?? 0
    return add(
      Enterprise.schema,
      ["uscc": .text("U\(1000 + row)"), "name": .text(name), "serving_since": .day(Fixture.day(since))])
  }

  /// An estate and, where an enterprise is given, its filed contract and the enterprise's filing with the county.
  mutating func estate(
    _ name: String, county: Int = Town.luzhou, households: Int64 = 1000, servedBy enterprise: Int? = nil,
    from: String = "2021-01-01", filed: Bool = true
  ) -> Int {
    let project = add(
      Project.schema,
      [
        "code": .text(name), "name": .text(name), "county": .row(county), "households": .number(households),
        "street": .row(county == Town.luzhou ? Town.street : Town.otherStreet),
      ])
    if let enterprise {
      add(
        Contract.schema,
        [
          "project": .row(project), "enterprise": .row(enterprise), Contract.from.name: .day(Fixture.day(from)),
          "signed_on": .day(Fixture.day(from)), "filed_on": filed ? .day(Fixture.day(from)) : .none,
        ])
      if filed {
        add(
          Filing.schema,
          [
            "enterprise": .row(enterprise), "county": .row(county), "status": "accepted",
            "submitted_on": .day(Fixture.day(from)), "accepted_on": .day(Fixture.day(from)),
          ])
      }
    }
    return project
  }

  /// A complaint closed within two hours, unless said otherwise.
  @discardableResult
  mutating func complaint(
    _ enterprise: Int, _ project: Int, by person: Int64?, on day: String = "2026-06-01",
    finding: String = "substantiated",
    _ more: [String: TableBuilder.Value] = [:]
  ) -> Int {
    let accepted = Fixture.moment(day + " 10:00")
    var values: [String: TableBuilder.Value] = [
      "enterprise": .row(enterprise), "project": .row(project), "finding": .text(finding), "status": "closed",
      "accepted_at": .moment(accepted), "assigned_at": .moment(accepted.adding(seconds: 60)),
      "preliminary_at": .moment(accepted.adding(seconds: 3600)),
      "basically_closed_at": .moment(accepted.adding(seconds: 7200)),
      "complainant": person.map { .number($0) } ?? .none, "category": "other",
    ]
    values.merge(more) { $1 }
    return add(Complaint.schema, values)
  }

  func snapshot(cut: String = "2026-10-01 00:00", _ rulebook: Rulebook? = nil, scope: Scope = .city) throws -> Snapshot
  {
    Snapshot(
      scope: scope, cut: Fixture.moment(cut), rulebook: try rulebook ?? Fixture.rulebook(), tables: Array(tables.values)
    )
  }
}
