internal import Columns

/// D03, D05–D07, D15–D19, G01, G04, G06, G08 and the vetoes V1, V2, V5, V6, A7: 记入信用档案.
///
/// Facts that an officer recorded with a document; each counts from the day of its decision for the validity of records, and
/// goes by date, never by deletion. Of several commendations in one matter (one document), the highest counts.
enum RecordedItems: ScoreRule {
  static func collect(_ facts: ScoreFacts, into tally: inout ScoreTally) throws(RuleError) {
    let table = facts.snapshot.table(CreditRecord.schema)
    var commendations: [Commendation: (variant: String, row: UInt32, day: Day)] = [:]
    try column { () throws(ColumnError) in
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
          facts.records.contains(day), facts.isInScope(county[row])
        else { continue }
        let at = UInt32(truncatingIfNeeded: row)
        // The county's own column, which the city's score leaves alone (D10).
        if code == CreditRecord.countyItem, CreditRecord.countyPoints(variant.text(row)) != nil { continue }
        if let veto = RecordedItems.vetoes[code] {
          tally.veto(
            code, enterprise: firm, article: veto.article, veto.sentence, readings: [facts.recordReading],
            evidence: [Evidence("credit_record", rows: [at])])
          continue
        }
        guard let known = ScoreItem.code(code), known.isRecorded,
          let kind = RecordedItems.variant(of: known, variant.text(row))
        else {
          tally.unread.append(at)
          continue
        }
        if code == "G01" {
          let matter = Commendation(enterprise: firm, document: document.text(row) ?? "row \(row)")
          let order = known.variants
          if let held = commendations[matter],
            (order.firstIndex(of: held.variant) ?? 0) <= (order.firstIndex(of: kind) ?? 0)
          {
            continue
          }
          commendations[matter] = (kind, at, day)
          continue
        }
        tally.add(
          code, kind, enterprise: firm, project: project.reference(row), days: [day], table: "credit_record", rows: [at],
          readings: [facts.recordReading])
      }
    }
    for (matter, held) in commendations {
      tally.add(
        "G01", held.variant, enterprise: matter.enterprise, days: [held.day], table: "credit_record", rows: [held.row],
        readings: [facts.recordReading])
    }
  }

  private struct Commendation: Hashable {
    var enterprise: Int
    var document: String
  }

  /// The case that a record names; an item of one kind of case needs none, `national` counts as `province`.
  private static func variant(of item: ScoreItem, _ text: String?) -> String? {
    if item.variants == ["points"] { return "points" }
    let word = text == "national" ? "province" : text
    return word.flatMap { item.variants.contains($0) ? $0 : nil }
  }

  static let vetoes: [String: (article: String, sentence: Bilingual)] = [
    "V1": ("A14", Bilingual(zh: "挪用、骗取维修资金", en: "maintenance fund diverted or obtained by fraud")),
    "V2": ("A8", Bilingual(zh: "依法终止后拒不退出或拒不移交", en: "refuses to leave or to hand over after a lawful end")),
    "V5": ("Civil Code 944", Bilingual(zh: "以停水、停电、停热等方式催交物业费", en: "cut water, power or heat to collect fees")),
    "V6": ("A13", Bilingual(zh: "伪造数据或投诉办结", en: "forged data or complaint closures")),
  ]
}
