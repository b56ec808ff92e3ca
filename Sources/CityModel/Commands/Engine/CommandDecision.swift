internal import Columns

/// Carries a command from words to changes: loads what it needs, checks who acts and in what state, lets it decide, and checks
/// every invariant on the rows as they would be. Pure but for the reader.
public enum CommandDecision {
  /// - Throws: ``Refusal``, or what the reader throws.
  public static func decide(
    _ command: CityCommand, among descriptions: [CommandDescription] = CityCommands.all, reader: some CaseReader, rulebook: Rulebook
  ) throws -> CommandResult {
    var command = command.withoutPersons
    guard let description = CityCommands.named(command.name, among: descriptions) else {
      throw Refusal("command-unknown", article: "D13", zh: "没有命令 `\(command.name)`", en: "there is no command `\(command.name)`")
    }
    if description.table.name == Enterprise.schema.name { command.subject = USCC.key(command.subject) }
    let attempt = try load(command, description, reader, rulebook)
    for clause in CommandClause.all {
      if let refusal = try clause.check(attempt) { throw refusal }
    }
    let changes = try description.decide(attempt)
    let before = try rowsBefore(changes, attempt, reader)
    try CityInvariant.verify(changes, before: before, attempt, reader)
    return CommandResult(
      name: description.name, article: description.article, subject: attempt.row.key, table: description.table,
      position: attempt.position + 1, officer: attempt.officer, changes: changes, before: before, document: command.document,
      basis: command.basis, attachments: command.attachments, arguments: attempt.arguments, moment: command.moment,
      warnings: try description.warnings(attempt) + CommandAdvice.given(attempt))
  }

  /// The subject, its history, the arguments as values, and the rows that were declared.
  private static func load(
    _ command: CityCommand, _ description: CommandDescription, _ reader: some CaseReader, _ rulebook: Rulebook
  ) throws -> CommandAttempt {
    guard let officer = try reader.officer(command.officer) else {
      throw Refusal(
        "officer-unknown", article: "D13", zh: "台账中没有工作人员 `\(command.officer)`", en: "there is no officer `\(command.officer)` in the register",
        help: Bilingual(zh: "请导入 officers.csv，或核对工号", en: "import officers.csv, or check the number"))
    }
    let subject = try subject(of: command, description, reader)
    let arguments = try self.arguments(of: command, description, reader)
    var named: [String: Officer] = [:]
    for field in description.officers {
      if let id = arguments[field.name]?.text { named[field.name] = try reader.officer(id) }
    }
    var related: [String: [CaseRow]] = [:]
    for need in description.needs {
      related[need.name] = try resolve(need, subject: subject, arguments, related, reader)
    }
    if description.isDecision { related[CommandClause.policies] = try reader.rows(RowQuery(PolicyVersion.schema, [])) }
    let place = try self.place(of: description, subject, arguments, related, reader)
    let history = try subject.map { try reader.history(of: $0.table, key: $0.key) } ?? []
    return CommandAttempt(
      description: description, command: command, officer: officer, subject: subject, history: history, arguments: arguments,
      named: named, related: related, place: place, rulebook: rulebook)
  }

  private static func subject(
    of command: CityCommand, _ description: CommandDescription, _ reader: some CaseReader
  ) throws -> CaseRow? {
    let table = description.table
    let key = CaseValue.trimmed(command.subject)
    guard !key.isEmpty, key.utf8.count <= 200, CaseValue.isPlain(key), !key.contains(where: \.isNewline) else {
      throw Refusal("case-unnamed", article: description.article, zh: "没有写明案件编号", en: "the case is not named")
    }
    if description.subject == .new, PersonalText.namesPerson(key) {
      throw Refusal(
        "number-names-person", article: "PIPL 6", zh: "编号含有电话号码、身份证号或邮箱", en: "the number holds a telephone or identity number or an e-mail address",
        help: Bilingual(zh: "换一个不含个人信息的编号", en: "choose a number that names nobody"))
    }
    var rows = try reader.rows(RowQuery(table, [.init(table.keyField, .text(key))]))
    if rows.isEmpty, let space = key.lastIndex(of: " ") {
      // The ledger's form of a key with two parts: `T-2 12345`.
      rows = try reader.rows(RowQuery(table, [.init(table.keyField, .text(String(key[..<space])))])).filter { $0.key == key }
    }
    guard rows.count <= 1 else {
      throw Refusal(
        "case-ambiguous", article: description.article, zh: "`\(key)` 对应 \(rows.count) 件：\(rows.map(\.key).joined(separator: "、"))",
        en: "`\(key)` is the number of \(rows.count) cases: \(rows.map(\.key).joined(separator: ", "))")
    }
    return rows.first
  }

  private static func arguments(
    of command: CityCommand, _ description: CommandDescription, _ reader: some CaseReader
  ) throws -> [String: CaseValue] {
    var values: [String: CaseValue] = [:]
    for (name, text) in command.arguments.sorted(by: { $0.key < $1.key }) {
      let plain = String(name.map { $0 == "-" ? "_" : $0 })
      guard let field = description.arguments.first(where: { $0.field.name == plain || $0.field.chinese == name })?.field else {
        throw Refusal(
          "argument-unknown", article: "D13", zh: "命令 `\(description.chinese)` 没有 `\(name)`", en: "`\(description.name)` has no `\(name)`",
          help: Bilingual(
            zh: "可写：\(description.arguments.map(\.field.chinese).joined(separator: "、"))",
            en: "it takes: \(description.arguments.map(\.field.name).joined(separator: ", "))"))
      }
      let value = try CaseValue(text, for: field)
      values[field.name] = try known(value, field, reader)
    }
    return values
  }

  /// A reference must lead to a row; it may be named by its key or, where that is clear, by its label.
  private static func known(_ value: CaseValue, _ field: Field, _ reader: some CaseReader) throws -> CaseValue {
    guard case .reference(let name) = field.type, case .text(let text) = value, let table = CitySchema.table(name) else { return value }
    if try !reader.rows(RowQuery(table, [.init(table.keyField, value)])).isEmpty { return value }
    if table.label != table.key, let label = table.field(table.label) {
      let found = try reader.rows(RowQuery(table, [.init(label, value)]))
      if found.count == 1, let row = found.first { return row[table.keyField] }
    }
    throw Refusal(
      "unknown-\(name.map { $0 == "_" ? "-" : String($0) }.joined())", article: "D13", zh: "“\(field.chinese)”：台账中没有 `\(text)`",
      en: "`\(field.name)`: there is no \(name) `\(text)` in the register")
  }

  private static func resolve(
    _ need: Need, subject: CaseRow?, _ arguments: [String: CaseValue], _ related: [String: [CaseRow]], _ reader: some CaseReader
  ) throws -> [CaseRow] {
    let sets = need.queries { source in
      switch source {
      case .value(let value): [value]
      case .subject(let from): [subject?[from] ?? .none]
      case .key: [subject.map { .text($0.key) } ?? .none]
      case .argument(let from): [arguments[from.name] ?? .none]
      case .related(let name, let from): [related[name]?.first?[from] ?? .none]
      case .each(let name, let from): (related[name] ?? []).map { $0[from] }
      }
    }
    return try sets.flatMap { try reader.rows(RowQuery(need.table, $0)) }
  }

  private static func place(
    of description: CommandDescription, _ subject: CaseRow?, _ arguments: [String: CaseValue], _ related: [String: [CaseRow]],
    _ reader: some CaseReader
  ) throws -> String {
    func value(_ field: Field) -> CaseValue {
      let own = subject?[field] ?? .none
      return own == .none ? arguments[field.name] ?? .none : own
    }
    func place(_ estate: CaseRow?) -> String {
      let street = estate?.text(Project.street) ?? ""
      return estate?.text(Project.community).flatMap { $0.hasPrefix(street) ? $0 : nil } ?? street
    }
    func place(of project: CaseValue) throws -> String {
      guard project != .none else { return "" }
      return place(try reader.rows(RowQuery(Project.schema, [.init(Project.code, project)])).first)
    }
    switch description.place {
    case .city: return ""
    case .division(let field): return value(field).text ?? ""
    case .project(let field): return try place(of: value(field))
    case .thisProject: return place(subject)
    case .related(let name, let field):
      let found = related[name]?.first?[field] ?? .none
      return field.type == .reference(Project.schema.name) ? try place(of: found) : found.text ?? ""
    }
  }

  /// The rows that are about to change, as they are.
  private static func rowsBefore(_ changes: [Change], _ attempt: CommandAttempt, _ reader: some CaseReader) throws -> [CaseRow] {
    var rows: [CaseRow] = []
    for change in changes {
      if let subject = attempt.subject, subject.table.name == change.table.name, subject.key == change.key {
        rows.append(subject)
        continue
      }
      var found = try reader.rows(RowQuery(change.table, [.init(change.table.keyField, .text(change.key))]))
      if found.isEmpty, let space = change.key.lastIndex(of: " ") {
        found = try reader.rows(RowQuery(change.table, [.init(change.table.keyField, .text(String(change.key[..<space])))]))
      }
      let row = found.first { $0.key == change.key }
      if change.isNew, row != nil {
        throw Refusal(
          "case-exists", article: attempt.description.article, zh: "\(change.table.chinese) `\(change.key)` 已经存在",
          en: "the \(change.table.name) `\(change.key)` exists already")
      }
      rows.append(row ?? CaseRow(change.table, key: change.key, [(Field, CaseValue)]()))
    }
    return rows
  }
}

extension CityInvariant {
  /// Checks every clause on every row as it would be.
  static func verify(_ changes: [Change], before: [CaseRow], _ attempt: CommandAttempt, _ reader: some CaseReader) throws {
    let after = zip(changes, before).map { change, row in row.after(change) }
    for invariant in all {
      for (row, old) in zip(after, before) where invariant.tables.contains(where: { $0.name == row.table.name }) {
        var related: [String: [CaseRow]] = [:]
        for need in invariant.needs { related[need.name] = try need.rows(of: row, related, after: after, reader) }
        let changed = ChangedRow(
          row: row, before: old, related: related, day: attempt.day, now: attempt.now, rulebook: attempt.rulebook,
          isCorrection: attempt.description.isCorrection, hasCodeOverride: attempt.has(Enterprise.codeOverride))
        if let facts = try invariant.check(changed) {
          throw Refusal(invariant.code, article: invariant.article, zh: facts.zh, en: facts.en, help: invariant.help)
        }
      }
    }
  }
}

extension Need {
  /// The sets of conditions that its rows meet, one for each different value where a condition takes several; none when a value is
  /// missing.
  func queries(_ values: (Source) -> [CaseValue]) -> [[RowQuery.Condition]] {
    conditions.reduce([[]]) { sets, condition in
      var seen: Set<CaseValue> = [.none]
      let found = values(condition.source).filter { seen.insert($0).inserted }
      return sets.flatMap { set in found.map { set + [.init(condition.field, $0)] } }
    }
  }

  /// The rows that an invariant needs for a changed row: those of the register as the command would leave them, and its new ones.
  func rows(of row: CaseRow, _ related: [String: [CaseRow]], after: [CaseRow], _ reader: some CaseReader) throws -> [CaseRow] {
    let sets = queries { source in
      switch source {
      case .value(let value): [value]
      case .subject(let from): [row[from]]
      case .key: [.text(row.key)]
      case .argument: [.none]
      case .related(let name, let from): [related[name]?.first?[from] ?? .none]
      case .each(let name, let from): (related[name] ?? []).map { $0[from] }
      }
    }
    let mine = after.filter { $0.table.name == table.name }
    let kept = try sets.flatMap { try reader.rows(RowQuery(table, $0)) }.filter { row in !mine.contains { $0.key == row.key } }
    return kept + mine.filter { row in sets.contains { $0.allSatisfy { row[$0.field] == $0.value } } }
  }
}
