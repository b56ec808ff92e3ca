internal import CityModel
internal import Columns
internal import Register

/// A case that an officer has decided by command, with what came before the decision.
struct DecidedCase {
  let file: CaseFile
  /// The command that decided it: `start exit`.
  let command: String
  let day: Day
  let uscc: String
  let county: Division
  /// Number of the decision.
  let document: String?
  var notice: (on: Day?, document: String?) = (nil, nil)
  var defence: (until: Day?, statement: String?) = (nil, nil)

  /// Each table with its decisions, the last first, and the days on which they are taken. A measure's command has several names.
  private static let kinds: [(table: TableSchema, decisions: [(command: String, day: Columns.Field)])] = [
    (Listing.schema, [("decide listing", Listing.decidedOn)]), (ListEntry.schema, [("decide listing", ListEntry.decidedOn)]), (SupervisionMeasure.schema, [("", SupervisionMeasure.takenOn)]),
    (RectificationOrder.schema, [("determine refusal", RectificationOrder.refusedOn), ("order rectification", RectificationOrder.issuedOn)]),
    (Restriction.schema, [("restrict", Restriction.decidedOn)]), (ExitCase.schema, [("start exit", ExitCase.startedOn)]),
  ]

  /// - Throws: ``OfficeError``: `unknown-decision`, `not-decided`.
  init(_ subject: String, in register: Register) throws {
    for (table, decisions) in DecidedCase.kinds {
      guard let file = try register.caseFile(table, subject) else { continue }
      guard let (command, field) = decisions.first(where: { file.row.has($0.day) }), let day = file.row.day(field),
        let county = Divisions.changzhi[file.row["county"]?.text ?? ""], let uscc = file.row["enterprise"]?.text
      else {
        throw OfficeError(
          "not-decided", Bilingual(zh: "\(table.chinese) `\(subject)` 尚未决定", en: "the \(table.name) `\(subject)` is not decided"))
      }
      self.file = file
      self.command = command.isEmpty ? file.entries.first?.kind ?? table.name : command
      (self.day, self.county, self.uscc) = (day, county, uscc)
      document = file.row["document"]?.text ?? file.entries.last { $0.kind == command }?.document
      switch table.name {
      // An entry that came without a case has the same fields, as far as they are known.
      case Listing.schema.name, ListEntry.schema.name:
        notice = (file.row.day(Listing.noticedOn), file.entries.last { $0.kind == "give notice" }?.document)
        defence = (file.row.day(Listing.defenceUntil), file.row.text(Listing.defence))
      case Restriction.schema.name:
        let before = try file.row.text(Restriction.notice).flatMap { try register.caseFile(RestrictionNotice.schema, $0) }?.row
        notice = (file.row.day(Restriction.noticedOn), before?.text(RestrictionNotice.document))
        defence = (before?.day(RestrictionNotice.defenceUntil), before?.text(RestrictionNotice.defence))
      default: break
      }
      return
    }
    throw OfficeError(
      "unknown-decision",
      Bilingual(
        zh: "没有决定 `\(subject)`\n提示：写提请的编号，或列榜案件、监管措施、整改通知、承接限制、退出案件的编号",
        en: "there is no decision `\(subject)`\nhelp: give a proposal's number, or that of a listing, a measure, an order, a restriction or an exit case"))
  }

  /// The articles that it carries out.
  var articles: [Int] {
    switch file.row.table.name {
    case ExitCase.schema.name, RectificationOrder.schema.name: [8]
    case Restriction.schema.name: [11]
    default: [7]
    }
  }
}
