internal import Columns

/// A fact that an officer recorded with a document; it counts from the day of its decision for the validity of records, and
/// goes by date, never by deletion.
struct RecordedFact {
  var enterprise: Int
  var project: Int?
  /// The case that the record names, a word of ``ScoreItem/variants``.
  var variant: String
  /// The day of the decision.
  var day: Day
  var document: String?
  /// Row of the credit record.
  var row: UInt32
}

/// The credit records of the scope that are valid on the score's day, by the code of their item or veto.
struct RecordedFacts {
  private var byCode: [String: [RecordedFact]] = [:]
  /// Records whose item or case is not known, so that none is lost without a word.
  private(set) var unread: [UInt32] = []

  func of(_ code: String) -> [RecordedFact] { byCode[code] ?? [] }

  init(_ snapshot: Snapshot, valid: ClosedRange<Day>, isInScope: (UInt32) -> Bool) throws(ColumnError) {
    let table = snapshot.table(CreditRecord.schema)
    try table.load(
      CreditRecord.enterprise, CreditRecord.project, CreditRecord.county, CreditRecord.item, CreditRecord.variant,
      CreditRecord.decidedOn, CreditRecord.document)
    let enterprise = try table.column(CreditRecord.enterprise)
    let project = try table.column(CreditRecord.project)
    let county = try table.references(CreditRecord.county)
    let item = try table.column(CreditRecord.item)
    let variant = try table.column(CreditRecord.variant)
    let decided = try table.column(CreditRecord.decidedOn)
    let document = try table.column(CreditRecord.document)
    for row in 0..<table.count {
      guard let firm = enterprise.reference(row), let code = item.text(row), let day = decided.day(row),
        valid.contains(day), isInScope(county[row])
      else { continue }
      // The county's own column, which the city's score leaves alone (D10).
      if code == CreditRecord.countyItem, CreditRecord.countyPoints(variant.text(row)) != nil { continue }
      guard let kind = RecordedFacts.variant(of: code, variant.text(row)) else {
        unread.append(UInt32(truncatingIfNeeded: row))
        continue
      }
      byCode[code, default: []].append(
        RecordedFact(
          enterprise: firm, project: project.reference(row), variant: kind, day: day, document: document.text(row),
          row: UInt32(truncatingIfNeeded: row)))
    }
  }

  /// The case that a record names; an item of one kind of case and a veto need none, `national` counts as `province`. `nil` for
  /// what is not recorded but computed, and for a word that is no case of the item.
  private static func variant(of code: String, _ text: String?) -> String? {
    if Veto.recorded.contains(code) { return "points" }
    guard let item = ScoreItem.code(code), item.isRecorded else { return nil }
    if item.variants == ["points"] { return "points" }
    let word = text == "national" ? "province" : text
    return word.flatMap { item.variants.contains($0) ? $0 : nil }
  }
}
