public import CityModel
public import Columns
public import DistrictRules

/// The scores of a county's enterprises: the city's rule over the county's estates, and the district's own column beside it.
public struct DistrictScores: Sendable {
  /// One enterprise.
  public struct Entry: Sendable {
    public var city: CreditScore
    /// What each adjustment makes, by its place in ``DistrictScores/outcomes``.
    public var effects: [(outcome: Int, effect: AdjustmentOutcome.Effect)]
    /// The sum of the effects, within the bound that the city allows a district.
    public var adjustment: Points
    public var score: Points
    public var grade: CreditGrade
  }

  public var board: ScoreBoard
  public var outcomes: [AdjustmentOutcome]
  /// In order of enterprise row.
  public var entries: [Entry]

  public subscript(enterprise row: Int) -> Entry? { entries.first { $0.city.enterprise == row } }

  /// Scores a county: its adjustments, and the deductions that its officers decided.
  ///
  /// - Parameters:
  ///   - scripts: the county's, of which the adjustments are run.
  ///   - year: the days that the evaluation looks at; scores are of its last day.
  public static func compute(
    _ session: ScriptSession, county: Int?, scripts: [Script], year: ClosedRange<Day>
  ) throws(OfficeError) -> DistrictScores {
    try compute(session, county: county, scripts: scripts.map { ScriptFolder.inForce($0) }, year: year)
  }

  /// Scores a county by scripts that are in force on some days each: an adjustment counts the facts of those days alone, so
  /// that a later revision leaves what an earlier one made of earlier facts.
  ///
  /// - Parameter board: the city's scores, when they are known already.
  static func compute(
    _ session: ScriptSession, county: Int?, scripts: [ScriptInForce], year: ClosedRange<Day>, board known: ScoreBoard? = nil
  ) throws(OfficeError) -> DistrictScores {
    do {
      let snapshot = session.snapshot
      let board = try known ?? ScoreBoard.compute(snapshot, on: year.upperBound, county: county)
      var outcomes = try adjustments(scripts, session, year).map { try session.outcome(of: $0.rule, year: year, in: $0.script) }
      outcomes += try CountyDeductions.outcomes(snapshot, county: county, on: year.upperBound)
      var effects: [Int: [(Int, AdjustmentOutcome.Effect)]] = [:]
      for (position, outcome) in outcomes.enumerated() {
        for effect in outcome.effects { effects[effect.enterprise, default: []].append((position, effect)) }
      }
      let scale = try Scale(snapshot.rulebook.parameters, on: year.upperBound)
      let entries = board.scores.map { score -> Entry in
        let own = effects[score.enterprise] ?? []
        let sum = own.reduce(Points.zero) { $0 + $1.1.points }.clamped(to: scale.adjustment)
        let final = (score.score + sum).clamped(to: scale.score)
        return Entry(
          city: score, effects: own.map { (outcome: $0.0, effect: $0.1) }, adjustment: sum, score: final,
          grade: scale.grade(final, of: score))
      }
      return DistrictScores(board: board, outcomes: outcomes, entries: entries)
    } catch {
      throw OfficeError(error)
    }
  }
}

extension DistrictScores {
  /// The adjustments that count facts of the year, each on the days on which its script is in force.
  static func adjustments(
    _ scripts: [ScriptInForce], _ session: ScriptSession, _ year: ClosedRange<Day>
  ) throws -> [(rule: Adjustment, script: Script)] {
    var found: [(rule: Adjustment, script: Script)] = []
    for one in scripts {
      for case .adjustment(var adjustment) in try session.load(one.script) {
        guard let days = one.clip(adjustment.effective), days.from <= year.upperBound else { continue }
        adjustment.heading.effective = days
        found.append((adjustment, one.script))
      }
    }
    return found
  }
}

/// The bounds of scores and grades on a day.
private struct Scale {
  let score: ClosedRange<Points>
  let adjustment: ClosedRange<Points>
  let a: Points
  let b: Points
  let c: Points

  init(_ parameters: Parameters, on day: Day) throws(ParameterError) {
    let least = try parameters.value(CreditParameters.min, on: day), most = try parameters.value(CreditParameters.max, on: day)
    score = least...max(least, most)
    let bound = max(.zero, try parameters.value(CreditParameters.districtAdjustMax, on: day))
    adjustment = -bound...bound
    a = try parameters.value(CreditParameters.gradeA, on: day)
    b = try parameters.value(CreditParameters.gradeB, on: day)
    c = try parameters.value(CreditParameters.gradeC, on: day)
  }

  /// A district's column never lifts a D nor cancels a veto (DESIGN D10).
  func grade(_ points: Points, of score: CreditScore) -> CreditGrade {
    if score.grade == .d || score.grade == .unrated { return score.grade }
    return points >= a ? .a : points >= b ? .b : points >= c ? .c : .d
  }
}
