internal import Columns

/// A2: 凡在我市开展物业服务的企业应在开展服务前，向属地县（区）申请登记备案……落实合同和项目负责人备案制度
/// Reading 23: a status and no ban on serving; contracts and managers are listed after their days. Parameters: `filing.contractDays`, `filing.managerDays`.
///
/// Enterprises that serve on the day without an accepted filing in that county, contracts in force and unfiled, estates whose manager
/// nobody has filed.
public enum UnfiledList {
  public static let figure = Figure(
    name: "unfiled", title: Bilingual(zh: "未备案清单", en: "unfiled enterprises, contracts and managers"), article: "A2", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("what", "未备案事项"), ("enterprise", "企业"), ("subject", "项目/合同"), ("since", "自"), ("days", "已历天数"),
      ])
    let contractDays = try sheet.read(CreditParameters.contractDays), managerDays = try sheet.read(DutyParameters.managerDays)
    let places = try Places(snapshot)
    let enterprises = try TableFacts(snapshot, Enterprise.schema), projects = try TableFacts(snapshot, Project.schema)
    let contracts = try TableFacts(snapshot, Contract.schema), filings = try TableFacts(snapshot, Filing.schema)
    var filed: Set<[Int]> = []
    for row in 0..<filings.count {
      guard let by = filings.reference(Filing.enterprise, row), let county = filings.reference(Filing.county, row),
        let on = filings.day(Filing.acceptedOn, row), on <= day, filings.day(Filing.endedOn, row).map({ $0 > day }) ?? true
      else { continue }
      filed.insert([by, county])
    }
    let assignments = try TableFacts(snapshot, ManagerAssignment.schema)
    var managed: Set<Int> = []
    for row in 0..<assignments.count
    where assignments.holds(row, on: day, from: ManagerAssignment.startsOn, until: ManagerAssignment.endedOn) {
      if assignments.day(ManagerAssignment.filedOn, row).map({ $0 <= day }) == true,
        let project = assignments.reference(ManagerAssignment.project, row)
      {
        managed.insert(project)
      }
    }
    var unfiled: [[Int]: [Int]] = [:]
    func name(_ enterprise: Int) -> Cell { .optional(enterprises.text(Enterprise.name, enterprise)) }
    for row in 0..<contracts.count where contracts.holds(row, on: day, from: Contract.from, until: Contract.endedOn) {
      guard let by = contracts.reference(Contract.enterprise, row), let project = contracts.reference(Contract.project, row),
        let county = projects.reference(Project.county, project), let start = contracts.day(Contract.from, row)
      else { continue }
      if !filed.contains([by, county]) { unfiled[[by, county], default: []].append(row) }
      let due = (contracts.day(Contract.signedOn, row) ?? start).adding(days: contractDays)
      if due < day, contracts.day(Contract.filedOn, row).map({ $0 > day }) ?? true {
        sheet.add(
          [places.name(county), "合同", name(by), .optional(contracts.text(Contract.number, row)), .day(due), .count(due.days(to: day))],
          Evidence(Contract.schema, row: row))
      }
      let named = start.adding(days: managerDays)
      if named < day, !managed.contains(project) {
        sheet.add(
          [
            places.name(county), "项目负责人", name(by), .optional(projects.text(Project.name, project)), .day(named),
            .count(named.days(to: day)),
          ], Evidence(Contract.schema, row: row))
      }
    }
    for (pair, rows) in unfiled.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let since = rows.compactMap({ contracts.day(Contract.from, $0) }).min() else { continue }
      sheet.add(
        [places.name(pair[1]), "企业", name(pair[0]), .count(rows.count), .day(since), .count(since.days(to: day))],
        Evidence(Contract.schema, rows))
    }
    let order = ["企业": 0, "合同": 1, "项目负责人": 2]
    sheet.sort { a, b in
      let (x, y) = (order[a[1].plain] ?? 3, order[b[1].plain] ?? 3)
      return x != y ? x < y : a[5].order > b[5].order
    }
    return sheet.result
  }
}
