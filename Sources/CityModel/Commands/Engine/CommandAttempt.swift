public import Columns

/// A command with everything that its preconditions and its effect look at: a value, loaded once, inside one transaction.
public struct CommandAttempt: Sendable {
  public let description: CommandDescription
  public let command: CityCommand
  public let officer: Officer
  /// The case; `nil` for a command that makes it.
  public let subject: CaseRow?
  public let history: [CaseEntry]
  public let arguments: [String: CaseValue]
  /// The officers whom arguments name, by the argument's name; without those whom the register does not know.
  public let named: [String: Officer]
  public let related: [String: [CaseRow]]
  /// The code of the division where it happens.
  public let place: String
  public let rulebook: Rulebook

  public var now: Moment { command.moment }
  public var day: Day { command.moment.day }
  /// How many entries the case has.
  public var position: Int { history.count }

  public subscript(field: Field) -> CaseValue { arguments[field.name] ?? .none }
  public func has(_ field: Field) -> Bool { !self[field].isNone }

  /// The subject as it stands; empty for a new case.
  public var row: CaseRow { subject ?? CaseRow(description.table, key: command.subject, [(Field, CaseValue)]()) }

  public func rows(_ need: String) -> [CaseRow] { related[need] ?? [] }
  public func first(_ need: String) -> CaseRow? { related[need]?.first }

  /// The last entry of a command on the case.
  public func last(_ kind: String) -> CaseEntry? { history.last { $0.kind == kind } }

  /// Writes values of the case.
  public func write(_ values: [(Field, CaseValue)]) -> [Change] {
    [Change(description.table, key: row.key, isNew: subject == nil, values)]
  }

  /// Writes the arguments that were given as they are, and further values.
  public func writeArguments(and values: [(Field, CaseValue)] = []) -> [Change] {
    let given = description.arguments.map(\.field).filter { description.table.field($0.name) == $0 && has($0) }
    return write(given.map { ($0, self[$0]) }.filter { pair in !values.contains { $0.0.name == pair.0.name } } + values)
  }

  public func read<V>(_ key: ParameterKey<V>) throws(Refusal) -> V {
    do { return try rulebook.parameters.value(key, on: day) } catch { throw Refusal(error) }
  }

  /// The last day of a period of working days after a day.
  public func day(_ days: Int, workingDaysAfter start: Day) throws(Refusal) -> Day {
    do { return try rulebook.calendar.adding(workingDays: days, to: start) } catch { throw Refusal(error) }
  }

  public func refusal(_ code: String, zh: String, en: String, help: Bilingual? = nil) -> Refusal {
    Refusal(code, article: description.article, zh: zh, en: en, help: help)
  }

  /// Refuses unless something holds.
  public func require(_ holds: Bool, _ code: String, zh: String, en: String, help: Bilingual? = nil) throws(Refusal) {
    if !holds { throw refusal(code, zh: zh, en: en, help: help) }
  }

  /// A day that has come: nothing is recorded as done that lies in the future.
  public func requireNotFuture(_ field: Field) throws(Refusal) {
    switch field.type {
    case .moment: if let moment = self[field].moment, moment > now { throw future(field) }
    default: if let day = self[field].day, day > self.day { throw future(field) }
    }
  }

  private func future(_ field: Field) -> Refusal {
    refusal(
      "date-in-future", zh: "“\(field.chinese)”晚于办理时间，不能记为已经发生", en: "`\(field.name)` is later than the command: it has not happened yet")
  }
}
