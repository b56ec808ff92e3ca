internal import Columns

/// A17: 市政府对物业管理工作成效突出的县（区）政府和有关部门予以通报表扬。
/// Reading: a commendation names whom it honours: enterprise, person, county or department. Parameters: none.
extension CityInvariant {
  static let commendationOfNobody = CityInvariant(
    "commendation-of-nobody", "A17", on: Commendation.schema, zh: "表彰须写明对象", en: "a commendation names whom it honours"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, let kind = changed.row.text(Commendation.recipientKind) else { return nil }
    let fields = [
      "enterprise": Commendation.enterprise, "county": Commendation.county, "department": Commendation.department, "person": Commendation.person,
    ]
    guard let field = fields[kind], !changed.row.has(field) else { return nil }
    return Bilingual(zh: "没有写“\(field.chinese)”", en: "`\(field.name)` is missing")
  }
}
