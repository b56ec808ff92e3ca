internal import Columns

/// A13: 市、县（区）、街道（乡镇）、社区四级体系要对已办结的问题进行回访
/// Reading: who is responsible for a complaint or handled it does not revisit it. Parameters: none.
extension CityInvariant {
  static let revisitByHandler = CityInvariant(
    "revisit-by-handler", "A13", on: Revisit.schema, zh: "经办人不得自行回访", en: "who handled a complaint does not revisit it",
    needs: [
      Need("assignments", ComplaintAssignment.schema, [(ComplaintAssignment.complaint, .subject(Revisit.complaint))]),
      Need("dispositions", Disposition.schema, [(Disposition.complaint, .subject(Revisit.complaint))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let person = changed.row.text(Revisit.by) else { return nil }
    let handlers = changed.rows("assignments").compactMap { $0.text(ComplaintAssignment.person) }
      + changed.rows("dispositions").compactMap { $0.text(Disposition.person) }
    guard handlers.contains(person) else { return nil }
    return Bilingual(zh: "`\(person)` 是本件的责任人或经办人，不得回访", en: "`\(person)` is responsible for it or handled it, and does not revisit it")
  }
}
