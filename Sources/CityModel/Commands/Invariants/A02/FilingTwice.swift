internal import Columns

/// A2: 向属地县（区）申请登记备案
/// Reading: one filing in force for an enterprise in a county. Parameters: none.
extension CityInvariant {
  static let filingTwice = CityInvariant(
    "filing-twice", "A2", on: Filing.schema, zh: "一家企业在一个县（区）只有一份有效备案", en: "an enterprise has one filing in force in a county",
    needs: [Need("filings", Filing.schema, [(Filing.enterprise, .subject(Filing.enterprise)), (Filing.county, .subject(Filing.county))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    let live = ["submitted", "returned", "accepted"]
    guard changed.isNew, live.contains(changed.row.text(Filing.status) ?? "") else { return nil }
    guard let other = changed.others("filings").first(where: { live.contains($0.text(Filing.status) ?? "") }) else { return nil }
    return Bilingual(zh: "该企业在本县（区）已有备案 `\(other.key)`", en: "the enterprise has the filing `\(other.key)` there already")
  }
}
