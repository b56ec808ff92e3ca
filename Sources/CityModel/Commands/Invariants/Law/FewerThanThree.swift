internal import Columns

/// 物业管理条例 24: 投标人少于3个或者住宅规模较小的，经物业所在地的区、县人民政府房地产行政主管部门批准，可以采用协议方式选聘物业服务企业。
/// Reading: a developer awards to one of three bidders at least, or negotiates with the county's approval; of other tenderers the officer is told. Parameters: none.
extension CityInvariant {
  static let fewerThanThree = CityInvariant(
    "fewer-than-three", "A5", on: Tender.schema, zh: "建设单位招标，投标人不足3个的，须经县（区）批准方可协议选聘", en: "with fewer than three bidders a developer negotiates only with the county's approval",
    help: Bilingual(zh: "重新招标，或写明批准协议选聘的文号（--negotiation-approval）", en: "tender again, or give the number of the approval to negotiate (--negotiation-approval)"),
    needs: [Need("bids", Bid.schema, [(Bid.tender, .subject(Tender.number))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(Tender.winner), changed.row.text(Tender.tendererKind) == "developer" else { return nil }
    let bidders = TenderCase.bidders(changed.rows("bids"))
    guard bidders < 3, CaseValue.trimmed(changed.row.text(Tender.negotiationApproval) ?? "").isEmpty else { return nil }
    return Bilingual(zh: "只有 \(bidders) 个投标人，且没有协议选聘的批准", en: "there are \(bidders) bidders, and no approval to negotiate")
  }
}
