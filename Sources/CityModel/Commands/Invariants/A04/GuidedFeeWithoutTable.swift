internal import Columns

/// A4: 对实行政府指导价的普通住宅小区前期物业服务收费实行分级定价
/// Reading: a guided fee needs a price table of its level in force on its first day. Parameters: none.
extension CityInvariant {
  static let guidedFeeWithoutTable = CityInvariant(
    "guided-fee-without-table", "A4", on: ProjectFee.schema, zh: "执行政府指导价的收费须有当日有效的同等级指导价", en: "a guided fee has a guided price of its level on its first day",
    needs: [
      Need("project", Project.schema, [(Project.code, .subject(ProjectFee.project))]),
      Need("prices", GuidedPrice.schema, [(GuidedPrice.serviceLevel, .subject(ProjectFee.serviceLevel))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew, changed.row.text(ProjectFee.regime) == "guided", let day = changed.row.day(ProjectFee.startsOn) else { return nil }
    let county = changed.first("project")?[Project.county]
    let matches = changed.rows("prices").contains { row in
      guard row[GuidedPrice.county].isNone || row[GuidedPrice.county] == county else { return false }
      guard let from = row.day(GuidedPrice.startsOn), from <= day else { return false }
      return row.day(GuidedPrice.expiresOn).map { day <= $0 } ?? true
    }
    return matches ? nil : Bilingual(zh: "\(day) 没有该等级的指导价", en: "there is no guided price of that level on \(day)")
  }
}
