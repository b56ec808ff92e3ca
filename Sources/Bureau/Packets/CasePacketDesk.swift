internal import CityModel
internal import Columns
internal import DistrictRules
internal import LuaRuntime
internal import Register

/// Makes the packet of a decision that no run has proposed: the case and what was done to it, and the enterprise's score and exit test
/// as of the end of the day of the decision, from the rows of the county.
struct CasePacketDesk {
  let office: Office
  let decided: DecidedCase
  let limits: Engine.Limits
  let day: Period

  init(_ office: Office, _ decided: DecidedCase, _ limits: Engine.Limits) throws {
    self.office = office
    self.decided = decided
    self.limits = limits
    guard let day = Period(decided.day.description) else { throw CasePacketDesk.nothing(decided) }
    self.day = day
  }

  private var isComputable: Bool { PacketFigure.isComputable(on: decided.day, office.rulebook) }

  func packet() throws -> Packet {
    let rules = try office.rules(for: decided.county.code, period: day, choice: .inForce)
    let snapshot = try office.snapshot(.county(decided.county.code), asOf: day.cut, preload: DistrictDesk.columns)
    let figure = try PacketFigure(snapshot, uscc: decided.uscc, county: decided.county, day: day, rules: rules, limits: limits)
    let codes = try snapshot.table(Enterprise.schema).column(Enterprise.uscc)
    guard !isComputable || figure.score != .null, let row = (0..<codes.count).first(where: { codes.text($0) == decided.uscc }) else { throw CasePacketDesk.nothing(decided) }
    // The enterprise's own rows, where they are enough; else the county's.
    var verdict: PacketVerdict?
    for ownRows in [true, false] {
      let selection = ownRows ? try PacketSelection(snapshot, enterprise: row) : try PacketSelection(all: snapshot)
      let packet = Packet(try members(ownRows ? "enterprise" : "county", selection, figure, rules, snapshot.ledgerPosition))
      guard packet.text.utf8.count <= Packet.limit else { throw PacketError.tooLarge(packet.text.utf8.count) }
      let found = try packet.verdict(limits: limits)
      if found.agrees { return packet }
      verdict = found
    }
    let first = verdict?.differences.first
    throw OfficeError(
      "packet-differs",
      Bilingual(
        zh: "台账现有的记录得不到 `\(decided.file.row.key)` 的结果：\(first.map { "\($0.what.zh)，决定时 \($0.stated)，现为 \($0.now)" } ?? "")",
        en: "the rows of the register do not give what `\(decided.file.row.key)` rests on: \(first.map { "\($0.what.en), \($0.stated) then, \($0.now) now" } ?? "")"))
  }

  private static func nothing(_ decided: DecidedCase) -> OfficeError {
    OfficeError(
      "nothing-to-compute",
      Bilingual(
        zh: "企业 `\(decided.uscc)` 在 \(decided.day) 没有\(decided.county.name)的评分，无从重算",
        en: "the enterprise `\(decided.uscc)` has no score in \(decided.county.name) on \(decided.day): there is nothing to compute again"))
  }

  private func members(
    _ name: String, _ selection: PacketSelection, _ figure: PacketFigure, _ rules: [DivisionRules], _ position: Int64
  ) throws -> [String: JSONValue] {
    let texts = office.rulebookTexts
    func text(_ text: String) -> JSONValue { .object(["sha256": .text(ScriptFolder.hash(Array(text.utf8))), "text": .text(text)]) }
    return [
      "format": "xize-packet", "version": .number(Packet.version), "engine": .text(Office.engineVersion), "decision": try decision(),
      "notice": .object(["served_on": JSONValue(decided.notice.on?.description), "document": JSONValue(decided.notice.document)]),
      "defence": .object([
        "until": JSONValue(decided.defence.until?.description), "statement": JSONValue(decided.defence.statement.map { PersonalText.published($0) }),
      ]),
      "case": fields, "entries": entries,
      "run": .object([
        "district": .text(decided.county.code), "period": .text(day.name), "as_of": .text(day.cut.description), "ledger_position": .number(position),
      ]),
      "basis": try basis(), "parameters": figure.parameters, "figure": .object(["score": figure.score, "exit": figure.exit, "without": without]),
      "rules": rules.packed, "rulebook": .object(["parameters": text(texts.parameters), "calendar": text(texts.calendar)]),
      "selection": .text(name), "rows": try PacketTables.json(selection),
    ]
  }

  private func decision() throws -> JSONValue {
    let row = decided.file.row
    let name = try office.register.caseFile(Enterprise.schema, decided.uscc)?.row.text(Enterprise.name)
    return .object([
      "case": .text(row.key), "table": .text(row.table.name), "command": .text(decided.command), "kind": .text(row.table.name),
      "enterprise": .text(decided.uscc), "name": JSONValue(name), "county": .text(decided.county.code), "document": JSONValue(decided.document),
      "decided_on": .text(decided.day.description), "decided_by": JSONValue(decided.file.entries.last { $0.kind == decided.command }?.officer),
      // What a file says of a start was counted elsewhere, and stands with the case alone.
      "counted_complainants": row.table.name == ExitCase.schema.name && decided.file.entries.contains { $0.kind == decided.command } && isComputable
        ? row.number(ExitCase.complainants).map { .number($0) } ?? .null : .null,
      "policy_adopted": JSONValue(try office.register.adoption()),
    ])
  }

  /// Why there is no figure.
  private var without: JSONValue {
    guard !isComputable else { return .null }
    return .object([
      "zh": .text("\(decided.day) 在市级参数生效之前：只有案卷，没有可重算的评分和退出条件"),
      "en": .text("\(decided.day) is before the city's parameters: there is the case, and no score or exit test to compute again"),
    ])
  }

  /// The case as it stands, as people read it.
  private var fields: JSONValue {
    let row = decided.file.row
    var fields: [String: JSONValue] = [:]
    for field in row.table.storedFields where row.has(field) && field.personalData == .none {
      let shown = row[field].shown(as: field.type)
      fields[field.name] = .text(field.type == .text ? PersonalText.published(shown) : shown)
    }
    return .object(fields)
  }

  /// What was done to it, in order.
  private var entries: JSONValue {
    .array(
      decided.file.entries.map { entry in
        let data = JSONValue(parsing: entry.data)
        return .object([
          "position": .number(entry.position), "what": .text(entry.kind), "officer": .text(entry.officer), "at": .text(entry.moment.description),
          "document": JSONValue(entry.document), "basis": data?["basis"] ?? .null,
          "papers": .array((data?["attachments"]?.elements ?? []).compactMap(\.text).map { .text(PersonalText.published($0)) }),
        ])
      })
  }

  /// The articles in their own words.
  private func basis() throws -> JSONValue {
    let policy = try Policy.standard()
    return .array(
      decided.articles.compactMap { number in
        policy.article(number).map { article in
          .object([
            "article": .text("A\(number)"), "title": .text(article.title),
            "text": .text(policy.spans(of: number).map(\.text).joined().filter { !$0.isWhitespace }),
          ])
        }
      })
  }
}
