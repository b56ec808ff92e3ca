internal import Columns

/// A8: 同一投诉举报人不重复计算
/// Reading 4: complaints that repeat one another are one matter with one finding. Parameters: none.
extension CityInvariant {
  static let duplicateFinding = CityInvariant(
    "duplicate-finding", "A8", on: Complaint.schema, zh: "重复件的认定随原件", en: "what is found of a complaint is found of those that repeat it",
    needs: [ComplaintCommands.duplicates]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.row.has(Complaint.finding) else { return nil }
    let other = changed.rows("duplicates").first {
      $0.text(Complaint.status) == "duplicate" && $0[Complaint.finding] != changed.row[Complaint.finding]
    }
    return other.map { Bilingual(zh: "重复件 `\($0.key)` 的认定与原件不同", en: "the duplicate `\($0.key)` has another finding") }
  }
}
