internal import Columns

/// A5: 规范物业管理项目招投标申报、信息发布、评标专家库组建、评标及合同签订等事项
/// Reading: fewer than three bidders leave little to choose from; only developers need an approval for it, see `fewer-than-three`. Parameters: none.
extension CommandAdvice {
  static let fewBidders = CommandAdvice(
    "few-bidders", "A5", at: "award", zh: "投标人不足3个的提示重新招标", en: "with fewer than three bidders one tenders again"
  ) { (attempt: CommandAttempt) in
    let bidders = TenderCase.bidders(attempt.rows("bids"))
    guard bidders < 3, attempt.row.text(Tender.tendererKind) != "developer" else { return nil }
    return Bilingual(zh: "只有 \(bidders) 个投标人，宜重新招标", en: "there are \(bidders) bidders: a new tender would be better")
  }
}
