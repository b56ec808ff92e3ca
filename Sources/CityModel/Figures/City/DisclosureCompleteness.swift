internal import Columns

/// A6: 物业服务企业要在小区显著位置设立物业服务信息公示栏，如实公布并及时更新……公共收益项目收支明细要每年公开一次。 A13: 常态化公开投诉举报电话、邮箱和全省物业投诉举报受理转办系统二维码。
/// Reading 26: every kind that the text lists is on the board on the day; the accounts of common revenue that were due last are published; 及时更新 is that manager and fee on the board are those of the register. Parameters: `filing.contractDays`, `filing.managerDays`, `filing.reportDays`, `disclosure.postDays`, `disclosure.updateDays`, `disclosure.commonRevenuePerYear`, `disclosure.commonRevenueDue`.
///
/// Of the estates that an enterprise serves on the day. One row a county; the evidence are the estates that are incomplete.
public enum DisclosureCompleteness {
  public static let figure = Figure(
    name: "disclosure", title: Bilingual(zh: "信息公示完整率", en: "completeness of disclosure"), article: "A6", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("estates", "服务项目数"), ("complete", "公示完整"), ("share", "完整率"), ("missing", "缺项数"),
        ("most_missed", "缺失最多的事项"), ("outdated", "过期未更新"), ("accounts", "公共收益已按要求公开"), ("accounts_share", "公开率"),
      ])
    let places = try Places(snapshot)
    let state = try Standing(snapshot, on: day, updateDays: try sheet.read(DutyParameters.updateDays))
    _ = try sheet.read(DutyParameters.commonRevenuePerYear)
    _ = try sheet.read(DutyParameters.commonRevenueDue)
    for county in places.counties {
      let estates = state.served.filter { state.county($0) == county }
      let complete = estates.filter { state.missing($0).isEmpty && state.outdated($0).isEmpty }
      var counts: [String: Int] = [:]
      for estate in estates { for kind in state.missing(estate) { counts[kind, default: 0] += 1 } }
      let most = DisclosureItem.kinds.values.max { (counts[$0.name] ?? 0) < (counts[$1.name] ?? 0) }
      let accounts = estates.filter { state.hasAccounts($0) }
      sheet.add(
        [
          places.name(county), .count(estates.count), .count(complete.count), .ratio(Int64(complete.count), of: Int64(estates.count)),
          .count(counts.values.reduce(0, +)), .optional(counts.isEmpty ? nil : most?.chinese),
          .count(estates.reduce(0) { $0 + state.outdated($1).count }), .count(accounts.count),
          .ratio(Int64(accounts.count), of: Int64(estates.count)),
        ], Evidence(Project.schema, estates.filter { !complete.contains($0) || !accounts.contains($0) }),
        counting: state.basis(estates))
    }
    return sheet.result
  }

  /// What each served estate shows on a day.
  struct Standing {
    /// Rows of the estates that an enterprise serves.
    private(set) var served: [Int] = []
    private var shown: [Int: Set<String>] = [:]
    private var stale: [Int: Set<String>] = [:]
    private var owing: Set<Int> = []
    /// Rows by estate: the contracts under which it is served, what is shown, the duties of its accounts.
    private var rows: [String: [Int: [Int]]] = [:]
    private let projects: TableFacts

    init(_ snapshot: Snapshot, on day: Day, updateDays: Int) throws(RuleError) {
      projects = try TableFacts(snapshot, Project.schema)
      let contracts = try TableFacts(snapshot, Contract.schema)
      var serving: Set<Int> = []
      for row in 0..<contracts.count where contracts.holds(row, on: day, from: Contract.from, until: Contract.endedOn) {
        guard let project = contracts.reference(Contract.project, row) else { continue }
        serving.insert(project)
        keep(Contract.schema, row, project)
      }
      served = serving.sorted()
      let items = try TableFacts(snapshot, DisclosureItem.schema)
      // When each kind was last brought up to date.
      var current: [Int: [String: Day]] = [:]
      for row in 0..<items.count where items.holds(row, on: day, from: DisclosureItem.postedOn, until: DisclosureItem.endedOn) {
        if let project = items.reference(DisclosureItem.project, row), let kind = items.text(DisclosureItem.kind, row) {
          shown[project, default: []].insert(kind)
          keep(DisclosureItem.schema, row, project)
          let last = max(items.day(DisclosureItem.postedOn, row) ?? day, items.day(DisclosureItem.updatedOn, row).flatMap { $0 <= day ? $0 : nil } ?? Day(ordinal: 0))
          current[project, default: [:]][kind] = max(current[project]?[kind] ?? last, last)
        }
      }
      for (kind, table, starts) in [
        ("manager and contact", ManagerAssignment.schema, ManagerAssignment.startsOn), ("fee standard", ProjectFee.schema, ProjectFee.startsOn),
      ] {
        let facts = try TableFacts(snapshot, table)
        guard let of = table.field("project") else { continue }
        for row in 0..<facts.count {
          guard let project = facts.reference(of, row), serving.contains(project), let last = current[project]?[kind],
            let changed = facts.day(starts, row), BoardUpdate.isDue(changed, shown: last, within: updateDays, on: day)
          else { continue }
          stale[project, default: []].insert(kind)
          keep(table, row, project)
        }
      }
      let duties = snapshot.table(Duty.schema)
      try column { () throws(ColumnError) in
        let duty = try duties.codes(Duty.duty), project = try duties.column(Duty.project)
        let due = try duties.column(Duty.due), done = try duties.column(Duty.doneOn)
        let accounts = Duty.kinds.code("common revenue accounts")
        for row in 0..<duties.count where duty[row] == accounts {
          guard let at = project.reference(row), due.day(row).map({ $0 < day }) == true else { continue }
          keep(Duty.schema, row, at)
          if done.day(row).map({ $0 > day }) ?? true { owing.insert(at) } else { owing.remove(at) }
        }
      }
    }

    private mutating func keep(_ schema: TableSchema, _ row: Int, _ project: Int) {
      rows[schema.name, default: [:]][project, default: []].append(row)
    }

    /// What estates are judged by.
    func basis(_ estates: [Int]) -> [Evidence] {
      [Contract.schema, DisclosureItem.schema, Duty.schema, ManagerAssignment.schema, ProjectFee.schema].map { schema in
        Evidence(schema, estates.flatMap { rows[schema.name]?[$0] ?? [] })
      }
    }

    func county(_ project: Int) -> Int? { projects.reference(Project.county, project) }
    func hasAccounts(_ project: Int) -> Bool { !owing.contains(project) }

    /// Kinds that say what was true before a change.
    func outdated(_ project: Int) -> Set<String> { stale[project] ?? [] }

    /// Kinds that are required on the board and not there; the accounts of common revenue are counted by themselves.
    func missing(_ project: Int) -> [String] {
      DisclosureItem.kinds.dictionary.filter { $0 != "common revenue" && shown[project]?.contains($0) != true }
    }
  }
}
