/// Gathers what is wrong with a declaration, so that an author sees all of it at once.
final class ProblemSink {
  private(set) var problems: [RuleProblem] = []

  func add(_ problem: RuleProblem) { problems.append(problem) }

  /// The value of `body`, or nothing once its problem is noted.
  func noting<Value>(_ body: () throws(RuleProblem) -> Value) -> Value? {
    do throws(RuleProblem) {
      return try body()
    } catch {
      add(error)
      return nil
    }
  }
}
