public import CityModel
public import Columns

/// A condition clause by clause: how many rows meet each, how many do not, and how many cannot be judged; and the same of any row.
///
/// The clauses that are *not* met are as much of the answer as those that are (DESIGN D8).
public struct ConditionExplanation: Sendable {
  /// One clause.
  public struct Clause: Sendable {
    /// Levels of `any_of` and `all_of` around it.
    public var depth: Int
    /// Whether it stands for the alternatives that follow one level deeper: one of them is enough.
    public var isAlternatives: Bool
    /// The fields that lead to the fact; none for alternatives.
    public var path: [String]
    /// `项目的高层为是`.
    public var sentence: Bilingual
    public var met: Int
    public var unmet: Int
    public var unknown: Int
    let verdicts: Verdicts
  }

  /// A clause about one row.
  public struct Answer: Sendable {
    public var clause: Clause
    public var verdict: Verdict
    /// The fact that was found, as plain text; `—` where it is missing, `nil` for alternatives.
    public var found: String?
  }

  public let table: TableSchema
  /// In the order of the condition; alternatives before what they are made of.
  public private(set) var clauses: [Clause] = []
  /// The condition as a whole.
  public let verdicts: Verdicts
  private let snapshot: Snapshot
  private let rows: Verdicts?

  /// Judges a condition over a table.
  ///
  /// - Parameter rows: the rows that are counted, such as those of a period; all of them when it is `nil`.
  /// - Throws: ``ColumnError``.
  public init(
    _ condition: Condition, over schema: TableSchema, in snapshot: Snapshot, among rows: Verdicts? = nil
  ) throws(ColumnError) {
    table = schema
    self.snapshot = snapshot
    self.rows = rows
    verdicts = try condition.verdicts(over: snapshot.table(schema), in: snapshot)
    try add(condition, whole: { $0 }, schema, path: [], fields: [], depth: 0)
  }

  /// - Parameter whole: the part as a condition over the table itself, through the references that lead to it.
  private mutating func add(
    _ part: Condition, whole: (Condition) -> Condition, _ schema: TableSchema, path: [String], fields: [Columns.Field], depth: Int
  ) throws(ColumnError) {
    switch part {
    case .all(let parts): for inner in parts { try add(inner, whole: whole, schema, path: path, fields: fields, depth: depth) }
    case .any(let parts):
      try append(
        whole(part), path: [], depth, isAlternatives: true,
        Bilingual(zh: "以下任一", en: "any of these"))
      for inner in parts { try add(inner, whole: whole, schema, path: path, fields: fields, depth: depth + 1) }
    case .related(let name, let inner):
      guard let field = schema.field(name), case .reference(let target) = field.type, let next = CitySchema.table(target) else { return }
      try add(inner, whole: { whole(.related(name, $0)) }, next, path: path + [name], fields: fields + [field], depth: depth)
    case .field(let name, _), .months(let name, _, _):
      try append(
        whole(part), path: path + [name], depth, isAlternatives: false,
        ConditionWording(snapshot: snapshot).sentence(part, schema, fields))
    }
  }

  private mutating func append(
    _ condition: Condition, path: [String], _ depth: Int, isAlternatives: Bool, _ sentence: Bilingual
  ) throws(ColumnError) {
    let judged = try condition.verdicts(over: snapshot.table(table), in: snapshot)
    var clause = Clause(
      depth: depth, isAlternatives: isAlternatives, path: path, sentence: sentence, met: 0, unmet: 0, unknown: 0, verdicts: judged)
    if let rows {
      for row in 0..<min(judged.count, rows.count) where rows[row] == .yes {
        switch judged[row] {
        case .yes: clause.met += 1
        case .no: clause.unmet += 1
        case .unknown: clause.unknown += 1
        }
      }
    } else {
      (clause.met, clause.unmet, clause.unknown) = (judged.count(of: .yes), judged.count(of: .no), judged.count(of: .unknown))
    }
    clauses.append(clause)
  }

  /// Each clause about one row, with the fact that was found.
  public func answers(row: Int) throws(ColumnError) -> [Answer] {
    var answers: [Answer] = []
    for clause in clauses {
      guard row >= 0, row < clause.verdicts.count else { continue }
      let found = clause.isAlternatives ? nil : try snapshot.plain(clause.path, row: row, of: snapshot.table(table))
      answers.append(Answer(clause: clause, verdict: clause.verdicts[row], found: found))
    }
    return answers
  }
}

extension Declaration {
  /// Its conditions clause by clause; `nil` where a function decides, or a parameter is set.
  ///
  /// - Parameter days: the rows dated in these days are counted, within the rule's own days; all rows when it is `nil`.
  public func explanation(in snapshot: Snapshot, days: ClosedRange<Day>? = nil) throws(ColumnError) -> ConditionExplanation? {
    guard let (table, condition) = selection else { return nil }
    var rows: Verdicts?
    if let days {
      let own = heading.days(within: days)
      let dated = own.isEmpty ? Condition.any([]) : table.dated(within: own)
      rows = try dated.map { (dated) throws(ColumnError) in try dated.verdicts(over: snapshot.table(table), in: snapshot) }
    }
    return try ConditionExplanation(condition, over: table, in: snapshot, among: rows)
  }
}
