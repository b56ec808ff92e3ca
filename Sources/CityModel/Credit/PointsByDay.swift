internal import Columns

/// The points of each item's cases by the day of the fact: a rule applies to a fact by the fact's date, so a value that changes
/// within the period counts from that day on and leaves what came before.
///
/// A fact from before a parameter's first value has that first value. Caps, weights, limits and the lines between grades
/// measure the score, not a fact, and are those of the score's day.
struct PointsByDay {
  /// The values of one case of one item, in order of their first days; at least one.
  private struct Steps {
    /// The first day of each value after the first.
    var from: [Day] = []
    var values: [Dated<Points>]
  }

  private var steps: [String: Steps] = [:]

  /// - Parameters:
  ///   - span: every day on which a fact may lie.
  /// - Throws: ``RuleError`` where a parameter has no value on one of the days on which it is asked for.
  init(_ parameters: Parameters, over span: ClosedRange<Day>) throws(RuleError) {
    for item in ScoreItem.all {
      for variant in item.variants {
        guard let key = item.pointsKey(variant) else { continue }
        steps[key.name] = try parameter { () throws(ParameterError) in
          let known = parameters.history(key.name).first?.from ?? span.upperBound
          let begin = min(max(span.lowerBound, known), span.upperBound)
          var steps = Steps(values: [try parameters.read(key, on: begin)])
          for day in parameters.changes(of: [key.name]) where day > begin && day <= span.upperBound {
            steps.from.append(day)
            steps.values.append(try parameters.read(key, on: day))
          }
          return steps
        }
      }
    }
  }

  /// Which of the values of a case holds on a day, counted from 0.
  func step(_ item: ScoreItem, _ variant: String, on day: Day) -> Int {
    guard let key = item.pointsKey(variant), let from = steps[key.name]?.from, !from.isEmpty else { return 0 }
    return from.lastIndex { $0 <= day }.map { $0 + 1 } ?? 0
  }

  /// Whether a case is worth the same on every day of the period.
  func isSteady(_ item: ScoreItem, _ variant: String) -> Bool {
    guard let key = item.pointsKey(variant) else { return true }
    return steps[key.name]?.from.isEmpty ?? true
  }

  func value(_ item: ScoreItem, _ variant: String, _ step: Int) -> Dated<Points>? {
    guard let key = item.pointsKey(variant), let values = steps[key.name]?.values, values.indices.contains(step) else { return nil }
    return values[step]
  }
}
