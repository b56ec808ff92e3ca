internal import Columns

/// A5: 规范物业管理项目招投标申报、信息发布、评标专家库组建、评标及合同签订等事项
/// Reading: the award goes to a bidder whose standing was checked and kept when it was admitted. Parameters: none.
extension CityInvariant {
  static let awardNotAdmitted = CityInvariant(
    "award-not-admitted", "A5", on: Tender.schema, zh: "只能定标给准予投标的企业", en: "an award goes to a bidder that was admitted, with its snapshot",
    needs: [Need("bids", Bid.schema, [(Bid.tender, .subject(Tender.number))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(Tender.winner) else { return nil }
    let bid = changed.rows("bids").first { $0[Bid.enterprise] == changed.row[Tender.winner] && $0.flag(Bid.admitted) == true }
    guard let bid, bid.has(Bid.checkedOn), bid.has(Bid.wasFiled), bid.has(Bid.wasBlack) else {
      return Bilingual(zh: "中标企业没有准予投标的核验记录", en: "the winner has no admission with a snapshot of its eligibility")
    }
    return nil
  }
}
