internal import Columns

/// A11: 限制其承接新的物业服务项目，经营行为严重违反法律法规的，推送行政审批部门，注销企业营业执照
/// Reading 24, 25: both are decisions of an authority with a document; nothing follows by itself. Parameters: none.
extension CityInvariant {
  static let restrictionWithoutDocument = CityInvariant(
    "restriction-without-document", "A11", on: Restriction.schema, LicenceReferral.schema, zh: "限制和执照移送须有决定文号", en: "a restriction or a licence referral has a document"
  ) { (changed: ChangedRow) throws(Refusal) in
    let document = changed.row.text(Restriction.document) ?? changed.row.text(LicenceReferral.document) ?? ""
    return CaseValue.trimmed(document).isEmpty ? Bilingual(zh: "没有文号", en: "there is no document") : nil
  }
}
