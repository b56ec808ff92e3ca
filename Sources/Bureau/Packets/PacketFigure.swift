internal import CityModel
internal import Columns
internal import DistrictRules
internal import LuaRuntime
internal import Register

/// The figure behind a decision, computed from a snapshot by the rules and the engine that every run uses.
struct PacketFigure {
  /// What the job proposes for the enterprise: one line each, as a run's output has them.
  var proposals: [String] = []
  /// The score, its grade, and the lines that add up to it.
  var score: JSONValue = .null
  /// The exit test, of a decision by command.
  var exit: JSONValue = .null
  /// Every parameter that was read.
  var parameters: JSONValue = .array([])

  static let empty = PacketFigure()

  init() {}

  init(_ base: Snapshot, uscc: String, job: String, county: Division, period: Period, rules: [DivisionRules], subjects: [String]?, limits: Engine.Limits)
    throws
  {
    let desk = try DistrictDesk(
      base, marks: RunMarks(position: base.ledgerPosition, lastRows: [:]), county: county, period: period, rules: rules, limits: limits)
    var order = DistrictOrder(county: county.code, period: period.name, jobs: [job], figures: false)
    if let subjects { order.subjects[job] = subjects }
    let made = try desk.run(order).results.first { $0.job == job }?.proposals ?? []
    proposals = made.filter { $0.uscc == uscc }.map { $0.line.description }.sorted()
    if let found = try desk.score(uscc) { (score, parameters) = found }
  }

  /// Whether the city's parameters reach a day: of what was decided before their first there is a record, and no figure.
  static func isComputable(on day: Day, _ rulebook: Rulebook) -> Bool {
    (try? rulebook.parameters.value(CreditParameters.base, on: day)) != nil
  }

  /// As of a day, where no run has proposed what was decided: the score and the exit test.
  init(_ base: Snapshot, uscc: String, county: Division, day: Period, rules: [DivisionRules], limits: Engine.Limits) throws {
    guard PacketFigure.isComputable(on: day.lastDay, base.rulebook) else { return }
    let desk = try DistrictDesk(
      base, marks: RunMarks(position: base.ledgerPosition, lastRows: [:]), county: county, period: day, rules: rules, limits: limits)
    let finding = try ExitFinding.of(uscc, in: base, on: day.lastDay)
    if let finding { exit = finding.json }
    let readings = finding.map { $0.readings + $0.limbs.flatMap(\.readings) } ?? []
    if let found = try desk.score(uscc, and: readings) { (score, parameters) = found }
  }
}

extension ExitFinding {
  fileprivate var json: JSONValue {
    .object([
      "from": .text(window.lowerBound.description), "until": .text(window.upperBound.description), "complainants": JSONValue(complainants),
      "anonymous": JSONValue(anonymous), "triggered": .flag(isTriggered),
      "limbs": .array(
        limbs.map { limb in
          .object([
            "limb": .text(limb.kind.rawValue), "verdict": .text("\(limb.verdict)"), "part": JSONValue(limb.part), "whole": JSONValue(limb.whole),
            "zh": .text(limb.sentence.zh), "en": .text(limb.sentence.en),
          ])
        }),
    ])
  }
}

extension DistrictDesk {
  /// The score of an enterprise line by line, the district's own after the city's, and the parameters that it and the list
  /// criteria read.
  ///
  /// - Parameter more: what else was read.
  func score(_ uscc: String, and more: [Reading] = []) throws -> (JSONValue, JSONValue)? {
    let codes = try snapshot.table(Enterprise.schema).column(Enterprise.uscc)
    guard let row = (0..<codes.count).first(where: { codes.text($0) == uscc }) else { return nil }
    let own = rules.filter { $0.division == county.code }.flatMap(\.scripts)
    let scores = try DistrictScores.compute(session, county: try CityAdvisor.countyRow(of: snapshot), scripts: own, year: period.yearToDate)
    guard let entry = scores[enterprise: row] else { return nil }
    var lines = DistrictDesk.json(try ScoreTable.table(entry.city, in: snapshot))
    for (position, effect) in entry.effects {
      let outcome = scores.outcomes[position]
      lines.append(
        .object([
          "item": "district", "what": .text(outcome.title), "basis": .text(outcome.basis.description), "points": .text(effect.points.description),
          "before_cap": .text(effect.beforeCap.description), "evidence": JSONValue(effect.rows.count),
        ]))
    }
    let score = JSONValue.object([
      "city": .text(entry.city.score.description), "adjustment": .text(entry.adjustment.description), "score": .text(entry.score.description),
      "grade": .text(entry.grade.rawValue), "lines": .array(lines),
    ])
    let lists = try advisor.proposals(period.firstDay...period.lastDay)
    var readings = entry.city.readings
    for line in entry.city.lines { readings += line.readings }
    for veto in entry.city.vetoes { readings += veto.readings }
    for one in lists.assessed + lists.black where one.enterprise == row { readings += one.readings + one.reasons.flatMap(\.readings) }
    return (score, .array(DistrictDesk.json(parameterTable(readings + more))))
  }

  /// A table as objects, one a row.
  private static func json(_ table: ResultTable) -> [JSONValue] {
    table.rows.map { row in
      .object(Dictionary(zip(table.columns.map(\.name), row.map { .text($0.plain) }), uniquingKeysWith: { first, _ in first }))
    }
  }
}
