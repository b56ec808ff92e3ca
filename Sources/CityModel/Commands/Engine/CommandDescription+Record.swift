public import Columns

extension CommandDescription {
  /// A command that enters a new row as it is told: its arguments are fields of the table, and those that a row must have are
  /// asked for.
  ///
  /// - Parameters:
  ///   - today: fields that take the day of the command.
  ///   - past: days that must have come.
  ///   - also: further changes that the new row brings about.
  public static func record(
    _ name: String, _ chinese: String, article: String, _ table: TableSchema, zh: String, en: String, by levels: [Division.Level],
    at place: Place, _ fields: [Field], today: [Field] = [], fixed: [(Field, CaseValue)] = [], past: [Field] = [],
    document: Field? = nil, isDecision: Bool = false, law: String? = nil, evidence: Bool = false, needs: [Need] = [],
    check: @escaping @Sendable (CommandAttempt) throws(Refusal) -> Void = { (_: CommandAttempt) throws(Refusal) in },
    also: @escaping @Sendable (CommandAttempt) throws(Refusal) -> [Change] = { (_: CommandAttempt) throws(Refusal) in [] }
  ) -> CommandDescription {
    CommandDescription(
      name, chinese, article: article, .new, table, zh: zh, en: en, by: levels, at: place,
      arguments: fields.map { Argument($0, required: $0.isRequired) }, isDecision: isDecision, law: law, evidence: evidence, needs: needs
    ) { (attempt: CommandAttempt) throws(Refusal) in
      for field in past { try attempt.requireNotFuture(field) }
      if let document, document.isRequired {
        try attempt.require(
          !CaseValue.trimmed(attempt.command.document ?? "").isEmpty, "document-missing", zh: "须写明文号（--document）",
          en: "the number of the document is needed (--document)")
      }
      try check(attempt)
      var values: [(Field, CaseValue)] = [(table.keyField, .text(CaseValue.trimmed(attempt.command.subject)))]
      values += today.map { ($0, .day(attempt.day)) } + fixed
      if let document, let number = attempt.command.document { values.append((document, .text(CaseValue.trimmed(number)))) }
      return attempt.writeArguments(and: values) + (try also(attempt))
    }
  }

  /// A command that sets values of a row that is there.
  public static func update(
    _ name: String, _ chinese: String, article: String, _ table: TableSchema, zh: String, en: String, by levels: [Division.Level],
    at place: Place, _ arguments: [Argument] = [], today: [Field] = [], fixed: [(Field, CaseValue)] = [], past: [Field] = [],
    unset: Field? = nil, from: (Field, [String])? = nil, isDecision: Bool = false, law: String? = nil, evidence: Bool = false,
    notBy: [String] = [], needs: [Need] = [],
    check: @escaping @Sendable (CommandAttempt) throws(Refusal) -> Void = { (_: CommandAttempt) throws(Refusal) in }
  ) -> CommandDescription {
    CommandDescription(
      name, chinese, article: article, .existing, table, zh: zh, en: en, by: levels, at: place, arguments: arguments, from: from,
      isDecision: isDecision, law: law, evidence: evidence, notBy: notBy, needs: needs
    ) { (attempt: CommandAttempt) throws(Refusal) in
      for field in past { try attempt.requireNotFuture(field) }
      if let unset {
        try attempt.require(
          !attempt.row.has(unset), "already-done",
          zh: "“\(unset.chinese)”已是 \(attempt.row[unset].shown(as: unset.type, chinese: true))",
          en: "`\(unset.name)` is \(attempt.row[unset].shown(as: unset.type)) already")
      }
      try check(attempt)
      return attempt.writeArguments(and: today.map { ($0, .day(attempt.day)) } + fixed)
    }
  }
}

/// The levels, short, as the lists of commands write them.
enum Levels {
  static let city: [Division.Level] = [.city]
  static let county: [Division.Level] = [.county]
  static let street: [Division.Level] = [.street]
  static let upper: [Division.Level] = [.city, .county]
  static let local: [Division.Level] = [.street, .community]
  static let offices: [Division.Level] = [.city, .county, .street]
  static let lower: [Division.Level] = [.county, .street, .community]
  static let all: [Division.Level] = [.city, .county, .street, .community]
}
