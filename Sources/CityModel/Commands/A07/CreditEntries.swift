internal import Columns

/// 记入信用档案, A7: the command that decides a fact also enters it into the credit file, in the same transaction.
///
/// The record names the row it comes from; a fact that the file has already, by another command or by hand, is not entered again.
enum CreditEntries {
  /// Name of the need that holds the enterprise's records.
  static let need = "credit_records"

  static func records(of enterprise: Need.Source) -> Need { Need(need, CreditRecord.schema, [(CreditRecord.enterprise, enterprise)]) }

  /// A fact for the file.
  struct Fact {
    var item: String
    var variant: String?
    var enterprise: CaseValue
    var project: CaseValue = .none
    var county: CaseValue
    var on: Day
    var document: String
    /// Where one row can hold several facts.
    var suffix = ""
    /// Which of several facts it is that one document can decide; `nil` where the document decides one, of the row of the command.
    var origin: String?
  }

  /// What enters the fact: a new record, or nothing when one of the same item, case, estate and document is there.
  static func enter(_ fact: Fact, _ attempt: CommandAttempt) -> [Change] {
    let variant: CaseValue = fact.variant.map { .text($0) } ?? .none
    let same = attempt.rows(need).first { row in
      guard row[CreditRecord.enterprise] == fact.enterprise, row.text(CreditRecord.item) == fact.item else { return false }
      if let origin = fact.origin, let known = row.text(CreditRecord.origin) { return isSame(known, origin) }
      return row[CreditRecord.variant] == variant && row[CreditRecord.county] == fact.county && row.text(CreditRecord.document) == fact.document
        && (fact.project.isNone || !row.has(CreditRecord.project) || row[CreditRecord.project] == fact.project)
    }
    if same != nil { return [] }
    let number = "\(attempt.row.key)/\(fact.item)\(fact.suffix)"
    return [
      Change(
        CreditRecord.schema, key: number, isNew: true,
        [
          (CreditRecord.number, .text(number)), (CreditRecord.enterprise, fact.enterprise), (CreditRecord.project, fact.project),
          (CreditRecord.county, fact.county), (CreditRecord.item, .text(fact.item)), (CreditRecord.variant, variant),
          (CreditRecord.decidedOn, .day(fact.on)), (CreditRecord.document, .text(fact.document)), (CreditRecord.origin, fact.origin.map { .text($0) } ?? origin(attempt)),
        ].filter { !$0.1.isNone })
    ]
  }

  /// `price_violation JW-1`.
  static func origin(_ attempt: CommandAttempt) -> CaseValue { .text("\(attempt.description.table.name) \(attempt.row.key)") }

  /// Whether two origins are one fact.
  static func isSame(_ one: String, _ other: String) -> Bool {
    one == other || DutyDetermination.identifying(one) == DutyDetermination.identifying(other)
  }

  /// Whether an origin is a row of the register, which the command that decided the fact has named; words of an officer are none.
  static func isRow(_ origin: String?) -> Bool {
    guard let origin, let space = origin.firstIndex(of: " ") else { return false }
    return CitySchema.table(String(origin[..<space])) != nil
  }

  static func document(_ attempt: CommandAttempt) -> String { CaseValue.trimmed(attempt.command.document ?? "") }

  /// An accepted proposal has entered its record (`TQ-…`); the measure that carries it out is the same fact, and the record then
  /// names the measure.
  static func carriedOut(_ fact: Fact, _ attempt: CommandAttempt) throws(Refusal) -> Change? {
    let valid = attempt.day.adding(months: -(try attempt.read(CreditParameters.recordMonths)).count)
    let record = attempt.rows(need).first { row in
      row.key.hasPrefix("TQ-") && !row.has(CreditRecord.origin) && row.text(CreditRecord.item) == fact.item
        && row.text(CreditRecord.variant) == fact.variant && row[CreditRecord.county] == fact.county
        && row.day(CreditRecord.decidedOn).map { $0 > valid && $0 <= attempt.day } == true
    }
    return record.map { .update($0, [(CreditRecord.origin, origin(attempt))]) }
  }
}
