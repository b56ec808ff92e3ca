public import CityModel
public import Columns

/// A district's own procedure (程序): steps in order, each with who does it, in what time, and what follows.
public struct ProcedureDeclaration: Rule, Sendable {
  /// What follows a step.
  public enum Next: Sendable, Hashable {
    case step(String)
    /// The case is at its end.
    case finish
    /// It goes to a department, by name, and ends here.
    case refer(String)
  }

  public struct Step: Sendable, Hashable {
    public var name: String
    public var by: Division.Level
    public var within: TimeSpan
    /// Documents that must be attached.
    public var needs: [String]
    /// What is done, in the words of the rule.
    public var does: String?
    public var done: Next
    /// `nil`: the step cannot be refused.
    public var refused: Next?
    /// What follows when the time has passed.
    public var late: Next
    /// Steps whose officers may not do this one.
    public var notSamePersonAs: [String]

    /// Where it can lead.
    public var exits: [Next] { [done, late] + (refused.map { [$0] } ?? []) }
  }

  public var heading: Heading
  public var table: TableSchema
  public var scope: Condition
  public var steps: [Step]

  public func step(named name: String) -> Step? { steps.first { $0.name == name } }

  /// The names of the steps that a case can come to, from the first.
  public var reachable: Set<String> {
    var reached: Set<String> = []
    var waiting = steps.first.map { [$0.name] } ?? []
    while let name = waiting.popLast() {
      guard reached.insert(name).inserted, let step = step(named: name) else { continue }
      for case .step(let next) in step.exits { waiting.append(next) }
    }
    return reached
  }

  /// The names of the steps from which a case can come to its end, however it goes on.
  public var endable: Set<String> {
    var found: Set<String> = []
    var isNew = true
    while isNew {
      isNew = false
      for step in steps where !found.contains(step.name) {
        let ends = step.exits.contains { if case .step(let next) = $0 { found.contains(next) } else { true } }
        if ends, found.insert(step.name).inserted { isNew = true }
      }
    }
    return found
  }

  /// The steps through which a case goes round for ever when nobody acts: each late, and the next of it the first again.
  public var lateLoops: [[String]] {
    var loops: [[String]] = []
    for step in steps where !loops.joined().contains(step.name) {
      var chain = [step.name]
      while case .step(let next)? = self.step(named: chain[chain.count - 1])?.late {
        if let start = chain.firstIndex(of: next) {
          let loop = Array(chain[start...])
          if !loops.joined().contains(next) { loops.append(loop) }
          break
        }
        chain.append(next)
      }
    }
    return loops
  }
}
