internal import CityModel
internal import Columns

/// Which clauses of a rule its tests have seen met and not met, which outcomes were taken, and which lines of functions were run.
public struct RuleCoverage: Sendable {
  /// A clause of a `where` or `when`, or an outcome of a step.
  public struct Item: Sendable, Hashable {
    /// `where.project.high_rise`, `step.submit`.
    public var name: String
    /// What has to be seen: met and unmet, done and refused.
    public var sides: [String]
    public var seen: Set<String> = []
    /// Where it stands in the script.
    public var line: Int

    public var missing: [String] { sides.filter { !seen.contains($0) } }
  }

  public internal(set) var items: [Item] = []

  public var total: Int { items.reduce(0) { $0 + $1.sides.count } }
  public var covered: Int { items.reduce(0) { $0 + $1.sides.count - $1.missing.count } }
  public var isComplete: Bool { covered == total }

  /// Adds what was seen of an item; the first mention of a name says what there is to be seen.
  mutating func see(_ name: String, sides: [String], line: Int, seen: some Sequence<String>) {
    if let at = items.firstIndex(where: { $0.name == name }) {
      items[at].seen.formUnion(seen)
    } else {
      items.append(Item(name: name, sides: sides, seen: Set(seen), line: line))
    }
  }
}

/// A condition of a declaration, and the rows that it is asked about.
struct CoveredCondition {
  /// `where`, `when`, `changes.submit.refuse_when`.
  var path: [String]
  var condition: Condition
  var table: TableSchema
  /// Rows that come to it at all; `nil`: every row.
  var given: Condition?
}

extension RuleCoverage {
  /// Every field clause of a condition over the rows of a snapshot: seen met, seen not met.
  mutating func see(_ covered: CoveredCondition, in snapshot: Snapshot, line: ([String]) -> Int) throws {
    let table = snapshot.table(covered.table)
    let rows = try covered.given?.verdicts(over: table, in: snapshot)
    var count: [String: Int] = [:]
    for (path, leaf) in covered.condition.leaves(covered.path) {
      let name = path.joined(separator: ".")
      count[name, default: 0] += 1
      let verdicts = try leaf.verdicts(over: table, in: snapshot)
      var seen: Set<String> = []
      for row in 0..<verdicts.count where rows.map({ $0[row] == .yes }) ?? true {
        switch verdicts[row] {
        case .yes: seen.insert("met")
        case .no: seen.insert("not met")
        case .unknown: break
        }
      }
      let number = count[name] ?? 1
      // What only asks whether there is a value has two sides as well.
      see(number == 1 ? name : "\(name)#\(number)", sides: ["met", "not met"], line: line(path), seen: seen)
    }
  }
}

extension Condition {
  /// The clauses about single fields, each as a condition over the outermost table, with the keys that lead to it.
  func leaves(_ path: [String]) -> [(path: [String], condition: Condition)] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap { $0.leaves(path) }
    case .field(let name, _), .months(let name, _, _): [(path + [name], self)]
    case .related(let name, let inner):
      inner.leaves(path + [name]).map { (path: $0.path, condition: Condition.related(name, $0.condition)) }
    }
  }
}
