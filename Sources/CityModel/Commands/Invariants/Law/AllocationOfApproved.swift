internal import Columns

/// 民法典 283: 按照业主专有部分面积所占比例确定。
/// Reading: only what was approved is shared, among accounts of the same estate, once each, and together no more than that. Parameters: none.
extension CityInvariant {
  static let allocationOfApproved = CityInvariant(
    "allocation-of-approved", "A14, Civil Code 283", on: FundAllocation.schema, zh: "分摊只限已批准的申请、本项目的账户，合计不超过批准金额，每账户一次",
    en: "only what is approved is borne, by accounts of the same estate, once each, and together no more than that",
    needs: [
      .row(FundAllocation.request, in: FundRequest.schema), .row(FundAllocation.account, in: FundAccount.schema),
      Need("shares", FundAllocation.schema, [(FundAllocation.request, .subject(FundAllocation.request))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    let request = changed.first(FundAllocation.request.name), account = changed.first(FundAllocation.account.name)
    guard let approved = request?.money(FundRequest.approved) else {
      return Bilingual(zh: "申请尚未批准", en: "the request is not approved")
    }
    guard request?.text(FundRequest.project) == account?.text(FundAccount.project) else {
      return Bilingual(zh: "账户不属于申请的项目", en: "the account is of another estate")
    }
    let others = changed.others("shares")
    if others.contains(where: { $0.text(FundAllocation.account) == changed.row.text(FundAllocation.account) }) {
      return Bilingual(zh: "该账户已分摊", en: "the account has its share already")
    }
    let share = changed.row.money(FundAllocation.share) ?? .zero
    guard share > .zero else { return Bilingual(zh: "分摊金额须大于零", en: "a share is more than nothing") }
    var left = approved.fen
    for one in others + [changed.row] {
      guard let part = one.number(FundAllocation.share), part >= 0, part <= left else {
        return Bilingual(zh: "分摊合计超过批准金额\(approved)元", en: "together the shares are more than the \(approved) yuan approved")
      }
      left -= part
    }
    return nil
  }
}
