internal import Columns

/// A9: 针对物业服务企业存在服务不到位、投诉率高、满意率低的问题及时降低其收费标准或启动解聘程序
/// Reading 3, 7, 28: a refused order that stands; substantiated complaints beyond a number for 1,000 households; satisfaction below a share of enough answers; any one, in the rolling year. Parameters: `owners.complaintsPerThousand`, `satisfaction.minSample`, `satisfaction.low`, `exit.countPartly`.
///
/// What follows is the owners' decision.
public enum PoorService {
  public static let figure = Figure(
    name: "poor-service", title: Bilingual(zh: "服务欠佳小区", en: "estates with poor service"), article: "A9", cycle: .quarter, compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("project", "项目"), ("enterprise", "企业"), ("households", "户数"), ("complaints", "属实投诉"), ("per_thousand", "每千户"),
        ("answers", "有效份数"), ("satisfaction", "满意度"), ("refusals", "拒不整改"), ("grounds", "情形"),
      ])
    let limit = try sheet.read(DutyParameters.complaintsPerThousand), sample = try sheet.read(ExitParameters.satisfactionMinSample)
    let low = try sheet.read(CreditParameters.satisfactionLow), partly = try sheet.read(ExitParameters.countPartly)
    let places = try Places(snapshot)
    let window = day.window(months: 12)
    let told = try Told(snapshot, window, countPartly: partly)
    let projects = try TableFacts(snapshot, Project.schema), enterprises = try TableFacts(snapshot, Enterprise.schema)
    let contracts = try TableFacts(snapshot, Contract.schema), orders = try TableFacts(snapshot, RectificationOrder.schema)
    var serving: [Int: (row: Int, by: Int)] = [:], refused: [Int: [Int]] = [:]
    for row in 0..<contracts.count where contracts.holds(row, on: day, from: Contract.from, until: Contract.endedOn) {
      if let project = contracts.reference(Contract.project, row), let by = contracts.reference(Contract.enterprise, row) {
        serving[project] = (row, by)
      }
    }
    for row in 0..<orders.count {
      guard let project = orders.reference(RectificationOrder.project, row), let on = orders.day(RectificationOrder.refusedOn, row),
        window.contains(on), orders.day(RectificationOrder.rectifiedOn, row).map({ $0 > day }) ?? true
      else { continue }
      refused[project, default: []].append(row)
    }
    for project in 0..<projects.count {
      let complaints = told.complaints[project] ?? [], households = projects.number(Project.households, project) ?? 0
      let answered = told.answered[project] ?? 0, satisfied = told.satisfied[project] ?? 0
      // The three of the sentence, in its words and its order.
      var grounds: [String] = []
      if refused[project] != nil { grounds.append("服务不到位") }
      if isMany(complaints.count, of: households, beyond: limit) { grounds.append("投诉率高") }
      if answered >= sample, low.compare(Int64(satisfied), of: Int64(answered)) < 0 { grounds.append("满意率低") }
      guard !grounds.isEmpty else { continue }
      sheet.add(
        [
          places.name(projects.reference(Project.county, project)), .optional(projects.text(Project.name, project)),
          .optional(serving[project].flatMap { enterprises.text(Enterprise.name, $0.by) }), .integer(households), .count(complaints.count),
          households > 0 ? .decimal(units: Int64(complaints.count) * 10_000 / households, digits: 1) : .empty, .count(answered),
          answered >= sample ? .ratio(Int64(satisfied), of: Int64(answered)) : .empty, .count(refused[project]?.count ?? 0),
          .text(grounds.joined(separator: "、")),
        ], Evidence(Complaint.schema, complaints), Evidence(Survey.schema, told.surveys[project] ?? []),
        Evidence(RectificationOrder.schema, refused[project] ?? []),
        counting: [
          Evidence(Project.schema, row: project), Evidence(Complaint.schema, told.answers[project] ?? []),
          Evidence(Contract.schema, row: serving[project]?.row),
        ])
    }
    sheet.sort { $0[4].order > $1[4].order }
    return sheet.result
  }

  /// Whether there are more complaints than the number for each 1,000 households.
  private static func isMany(_ complaints: Int, of households: Int64, beyond perThousand: Int) -> Bool {
    let (scaled, overflow) = Int64(perThousand).multipliedReportingOverflow(by: households)
    return households > 0 && !overflow && Int64(complaints) * 1000 > scaled
  }

  /// What complainants and owners said, by estate.
  private struct Told {
    var complaints: [Int: [Int]] = [:]
    /// Complaints whose revisit was answered and that are not counted as complaints.
    var answers: [Int: [Int]] = [:]
    var answered: [Int: Int] = [:]
    var satisfied: [Int: Int] = [:]
    var surveys: [Int: [Int]] = [:]

    init(_ snapshot: Snapshot, _ window: ClosedRange<Day>, countPartly: Bool) throws(RuleError) {
      let table = snapshot.table(Complaint.schema)
      let (project, accepted, yes, counts) = try column { () throws(ColumnError) in
        try table.load(Complaint.project, Complaint.acceptedAt, Complaint.satisfied, Complaint.finding, Complaint.status)
        return (
          try table.column(Complaint.project), try table.column(Complaint.acceptedAt), try table.column(Complaint.satisfied),
          try SubstantiatedComplaint(table, countPartly: countPartly)
        )
      }
      let first = window.lowerBound.start.seconds, end = window.upperBound.end.seconds
      for row in 0..<table.count {
        guard let at = project.reference(row), let when = accepted.integer(row), when >= first, when < end else { continue }
        let isCounted = counts.holds(row)
        if isCounted { complaints[at, default: []].append(row) }
        if let answer = yes.flag(row) {
          answered[at, default: 0] += 1
          if !isCounted { answers[at, default: []].append(row) }
          if answer { satisfied[at, default: 0] += 1 }
        }
      }
      let asked = try TableFacts(snapshot, Survey.schema)
      for row in 0..<asked.count {
        guard let at = asked.reference(Survey.project, row), let on = asked.day(Survey.heldOn, row), window.contains(on),
          let all = asked.number(Survey.answered, row), let good = asked.number(Survey.satisfied, row), good >= 0, good <= all, all < 1_000_000
        else { continue }
        answered[at, default: 0] += Int(all)
        satisfied[at, default: 0] += Int(good)
        surveys[at, default: []].append(row)
      }
    }
  }
}
