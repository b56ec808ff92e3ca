internal import Columns

/// A2: 备案通过后才能开展经营活动。
/// Reading 23: the contract stands; what it cannot have is the benefit of being filed. Parameters: none.
extension CityInvariant {
  static let contractFiledUnfiled = CityInvariant(
    "contract-filed-unfiled", "A2", on: Contract.schema, zh: "企业未经备案，其合同不得记为已备案",
    en: "no contract is filed for an enterprise without an accepted filing in the county",
    help: Bilingual(zh: "合同可以报送，先办企业备案", en: "the contract may be reported; the enterprise files first"),
    needs: [
      Need("project", Project.schema, [(Project.code, .subject(Contract.project))]),
      Need("filings", Filing.schema, [(Filing.enterprise, .subject(Contract.enterprise)), (Filing.county, .related("project", Project.county))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(Contract.filedOn), let day = changed.row.day(Contract.filedOn) else { return nil }
    let accepted = changed.rows("filings").contains { filing in
      (filing.day(Filing.acceptedOn).map { $0 <= day } ?? false) && (filing.day(Filing.endedOn).map { day < $0 } ?? true)
        && filing.text(Filing.status) == "accepted"
    }
    return accepted ? nil : Bilingual(zh: "该企业在项目所在县（区）没有已通过的备案", en: "the enterprise has no accepted filing in the estate's county")
  }
}
