internal import Columns

/// A7: 严格执行物业“红黑榜”制度
/// Reading 14: an entry comes from a case about the same enterprise in the same county. Parameters: none.
extension CityInvariant {
  static let listingWithoutCase = CityInvariant(
    "listing-without-case", "A7", on: ListEntry.schema, zh: "榜单记录须出自一件列榜案件", en: "an entry comes from a case that was proposed and noticed",
    needs: [Need("case", Listing.schema, [(Listing.number, .subject(ListEntry.number))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew else { return nil }
    guard let listing = changed.first("case") else { return Bilingual(zh: "没有列榜案件", en: "there is no case behind it") }
    let same = listing[Listing.enterprise] == changed.row[ListEntry.enterprise] && listing[Listing.list] == changed.row[ListEntry.list]
      && listing[Listing.county] == changed.row[ListEntry.county]
    return same ? nil : Bilingual(zh: "与列榜案件不一致", en: "it differs from the case behind it")
  }
}
