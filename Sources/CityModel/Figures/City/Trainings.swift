internal import Columns

/// A2: 加强物业服务业务学习，提升服务能力，定期开展技能培训。
/// Reading: 定期 is once at least in the parameter's months, by the trainings of which the county was told. Parameters: `training.months`.
///
/// Enterprises that serve in the county on the day, those first that were trained longest ago or never.
public enum Trainings {
  public static let figure = Figure(
    name: "trainings", title: Bilingual(zh: "技能培训", en: "trainings of enterprises"), article: "A2", cycle: .year, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("enterprise", "企业"), ("last_on", "最近培训"), ("trainings", "期内次数"), ("hours", "期内学时"), ("participants", "期内参加人次"),
        ("met", "定期培训"),
      ])
    let after = day.adding(months: -(try sheet.read(DutyParameters.trainingMonths)).count)
    let places = try Places(snapshot)
    let enterprises = try TableFacts(snapshot, Enterprise.schema), projects = try TableFacts(snapshot, Project.schema)
    let contracts = try TableFacts(snapshot, Contract.schema), trainings = try TableFacts(snapshot, Training.schema)
    var serving: [[Int]: [Int]] = [:]
    for row in 0..<contracts.count where contracts.holds(row, on: day, from: Contract.from, until: Contract.endedOn) {
      guard let by = contracts.reference(Contract.enterprise, row), let project = contracts.reference(Contract.project, row),
        let county = projects.reference(Project.county, project)
      else { continue }
      serving[[county, by], default: []].append(row)
    }
    var held: [[Int]: [Int]] = [:]
    for row in 0..<trainings.count where trainings.day(Training.trainedOn, row).map({ $0 <= day }) == true {
      guard let by = trainings.reference(Training.enterprise, row), let county = trainings.reference(Training.county, row) else { continue }
      held[[county, by], default: []].append(row)
    }
    for (pair, rows) in serving.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) where places.counties.contains(pair[0]) {
      let all = held[pair] ?? []
      let last = all.compactMap { trainings.day(Training.trainedOn, $0) }.max()
      let recent = all.filter { trainings.day(Training.trainedOn, $0).map { $0 > after } == true }
      func sum(_ field: Field) -> Cell {
        .integer(recent.reduce(Int64(0)) { $0 &+ max(0, min(1_000_000, trainings.number(field, $1) ?? 0)) })
      }
      sheet.add(
        [
          places.name(pair[0]), .optional(enterprises.text(Enterprise.name, pair[1])), .optional(last), .count(recent.count), sum(Training.trainingHours),
          sum(Training.participants), .yes(!recent.isEmpty),
        ], Evidence(Enterprise.schema, row: pair[1]), Evidence(Training.schema, recent),
        counting: [Evidence(Training.schema, all), Evidence(Contract.schema, rows)])
    }
    func since(_ cell: Cell) -> Int { if case .day(let day) = cell { Int(day.ordinal) } else { .min } }
    sheet.sort { since($0[2]) < since($1[2]) }
    return sheet.result
  }
}
