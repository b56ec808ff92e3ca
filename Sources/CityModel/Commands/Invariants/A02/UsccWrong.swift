internal import Columns

/// A2: 同步提交营业执照、人员结构、资格证书等资料
/// Reading 22: the licence names the enterprise by its unified social credit code; certificates are optional papers. Parameters: none.
extension CityInvariant {
  static let usccWrong = CityInvariant(
    "uscc-wrong", "A2", on: Enterprise.schema, zh: "统一社会信用代码须通过校验", en: "a unified social credit code checks",
    help: Bilingual(
      zh: "核对代码；早年发放、校验不符的代码凭证据录入：--override 理由 --attach 营业执照",
      en: "look at the code again; one that was issued so is entered with evidence: --override REASON --attach LICENCE")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew else { return nil }
    do throws(USCC.Fault) {
      _ = try USCC(changed.row.key)
      return nil
    } catch {
      if changed.hasCodeOverride, error == .check || error == .organisationCheck { return nil }
      return Bilingual(zh: "`\(changed.row.key)` 不是有效的统一社会信用代码", en: "`\(changed.row.key)` is no valid unified social credit code")
    }
  }
}
