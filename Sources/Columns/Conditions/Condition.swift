/// A condition over the rows of a table, as a value: it can be checked, compared, explained and run over columns.
public indirect enum Condition: Sendable, Hashable {
  /// Every one holds; no condition at all always does.
  case all([Condition])
  /// At least one holds.
  case any([Condition])
  /// The field passes the test.
  case field(String, Test)
  /// The row that the field refers to meets the condition.
  case related(String, Condition)
  /// The whole calendar months in a number of days, counted from a day: `late_by` of a duty, from its due day.
  case months(days: String, since: String, Test)
}

/// What a field is tested for. Numbers are in the field's storage unit: seconds, days, hundredths.
public enum Test: Sendable, Hashable {
  case equals(FieldValue)
  case differs(FieldValue)
  case lessThan(Int64)
  case atMost(Int64)
  case moreThan(Int64)
  case atLeast(Int64)
  /// Both ends included (Civil Code, article 1259).
  case between(Int64, Int64)
  /// In the time before the data cut: the span as the rule says it, and the bounds that it comes to, both included.
  case withinLast(TimeSpan, from: Int64, to: Int64)
  case oneOf([FieldValue])
  case notOneOf([FieldValue])
  /// The field has a value, or has none. Never unknown.
  case exists(Bool)
}

/// A value to compare a field with.
public enum FieldValue: Sendable, Hashable {
  /// In the field's storage unit.
  case number(Int64)
  case text(String)
  case flag(Bool)
  /// A row of the table that the field refers to.
  case row(UInt32)
}

extension Condition {
  /// The condition that every row meets.
  public static var always: Condition { .all([]) }

  /// The fields of the table itself that the condition reads, in order of first mention.
  public var fields: [String] {
    var names: [String] = []
    collect(into: &names)
    return names
  }

  private func collect(into names: inout [String]) {
    switch self {
    case .all(let parts), .any(let parts): for part in parts { part.collect(into: &names) }
    case .field(let name, _), .related(let name, _), .months(let name, _, _): if !names.contains(name) { names.append(name) }
    }
  }
}
