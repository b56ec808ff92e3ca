public import CityModel
public import Columns
internal import DistrictRules
public import Register

/// Where officers act: every command of the second flow, and a case with its history.
public struct CommandDesk: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  /// Carries out one command.
  ///
  /// - Throws: ``OfficeError``: the register's errors. A refusal is an outcome, not an error.
  public func act(_ command: CityCommand) throws(OfficeError) -> CommandOutcome {
    do { return try office.register.perform(command, rulebook: office.rulebook) } catch { throw OfficeError(error) }
  }

  /// A row with its ledger history, as it stands or stood.
  ///
  /// - Parameter table: the table's name for a row or the collection, in English or Chinese.
  public func show(_ table: String, _ key: String, asOf cut: Moment? = nil) throws(OfficeError) -> CaseFile {
    guard let schema = CommandDesk.table(table) else {
      throw OfficeError(
        "unknown-table", Bilingual(
          zh: "没有 `\(table)` 这类记录\n提示：\(CitySchema.storedTables.map(\.chinese).joined(separator: "、"))",
          en: "there is no table `\(table)`\nhelp: \(CitySchema.storedTables.map(\.name).joined(separator: ", "))"))
    }
    let file: CaseFile?
    let key = schema.name == Enterprise.schema.name ? USCC.key(key) : CaseValue.trimmed(key)
    do { file = try office.register.caseFile(schema, key, asOf: cut) } catch { throw OfficeError(error) }
    guard let file else {
      throw OfficeError(
        "case-missing", Bilingual(zh: "没有\(schema.chinese) `\(key)`", en: "there is no \(schema.name) `\(key)`"))
    }
    return file
  }

  static func table(_ name: String) -> TableSchema? {
    let plain = String(name.map { $0 == "-" ? "_" : $0 })
    return CitySchema.storedTables.first { $0.name == plain || $0.plural == plain || $0.chinese == name }
  }

  /// The values of a case, one a line.
  public static func values(of file: CaseFile, chinese: Bool) -> ResultTable {
    var table = ResultTable(columns: [.init("field", title: chinese ? "项目" : "field"), .init("value", title: chinese ? "内容" : "value")])
    for field in file.row.table.storedFields where file.row.has(field) {
      table.rows.append([.text(chinese ? field.chinese : field.name), .text(shown(file.row[field], of: field, chinese))])
    }
    return table
  }

  private static func shown(_ value: CaseValue, of field: Field, _ chinese: Bool) -> String {
    guard chinese, field == FundRequest.items, let text = value.text else { return value.shown(as: field.type, chinese: chinese) }
    return FundItems.cell(text).chinese
  }

  /// What was done to a case, in order: position, moment, command, officer, document, and what changed.
  public static func history(of file: CaseFile, chinese: Bool) -> ResultTable {
    var table = ResultTable(columns: [
      .init("position", title: chinese ? "步" : "position"), .init("at", title: chinese ? "时间" : "at"),
      .init("command", title: chinese ? "办理" : "command"), .init("officer", title: chinese ? "经办" : "officer"),
      .init("document", title: chinese ? "文号" : "document"), .init("changes", title: chinese ? "变动" : "changes"),
    ])
    for (position, entry) in numbered(file) {
      var name = CityCommands.named(entry.kind).map { chinese ? $0.chinese : $0.name } ?? OfficeWords.fundEntry(entry.kind, chinese)
      var changed = changes(entry, file.row.table, chinese)
      if let made = entry.caseStep {
        name = made.step
        changed = chinese ? "程序“\(made.procedure)”" : "procedure `\(made.procedure)`"
        if made.isRefusal { changed += chinese ? "：不予办理" : ": refused" }
      }
      table.rows.append([
        position, .moment(entry.moment), .text(name), .text(entry.officer), entry.document.map { .text($0) } ?? .empty, .text(changed),
      ])
    }
    return table
  }

  /// The entries with the positions that they gave the row; steps of a district's own procedure give it none.
  private static func numbered(_ file: CaseFile) -> [(Cell, LedgerEntry)] {
    var count: Int64 = 0
    return file.entries.map { entry in
      if entry.isCaseStep { return (.empty, entry) }
      count += 1
      return (.integer(count), entry)
    }
  }

  /// The entries that were written a minute or more after, or before, the time that they name: who dates back is seen to. Empty
  /// where there are none.
  public static func datedOtherwise(_ file: CaseFile, chinese: Bool) -> ResultTable {
    var table = ResultTable(columns: [
      .init("position", title: chinese ? "步" : "position"), .init("at", title: chinese ? "所写时间" : "at"),
      .init("recorded", title: chinese ? "登记于" : "recorded"), .init("later_by", title: chinese ? "相差" : "later by"),
    ])
    for (position, entry) in numbered(file) {
      guard let recorded = entry.recordedAt, let delay = entry.delay, abs(delay) >= 60 else { continue }
      let minutes = abs(delay) / 60
      let (days, hours) = (minutes / 1440, minutes / 60 % 24)
      let words =
        chinese ? "\(days) 天 \(hours) 小时 \(minutes % 60) 分" : "\(days) d \(hours) h \(minutes % 60) min"
      let sign = delay < 0 ? (chinese ? "早 " : "-") : (chinese ? "晚 " : "+")
      table.rows.append([position, .moment(entry.moment), .moment(recorded), .text(sign + words)])
    }
    return table
  }

  private static func changes(_ entry: LedgerEntry, _ schema: TableSchema, _ chinese: Bool) -> String {
    if let reason = JSONValue(parsing: entry.data)?[Enterprise.codeOverride.name]?.text {
      return "\(chinese ? Enterprise.codeOverride.chinese : Enterprise.codeOverride.name) \(reason)"
    }
    guard case .object(let data)? = JSONValue(parsing: entry.data), case .object(let changes)? = data["changes"] else { return "" }
    var parts: [String] = []
    for field in schema.storedFields {
      guard case .array(let pair)? = changes[field.name], pair.count == 2 else { continue }
      let old = shown(value(pair[0]), of: field, chinese)
      let new = shown(value(pair[1]), of: field, chinese)
      guard old != new else { continue }
      parts.append("\(chinese ? field.chinese : field.name) \(old.isEmpty ? "" : old + " → ")\(new)")
    }
    return parts.joined(separator: chinese ? "；" : "; ")
  }

  private static func value(_ json: JSONValue) -> CaseValue {
    switch json {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .null, .literal, .array, .object: .none
    }
  }
}
