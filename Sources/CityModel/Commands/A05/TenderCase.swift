internal import Columns

/// The rows that tell how an enterprise stands in a tender, for the commands and for the clause about the award.
enum TenderCase {
  /// - Parameters:
  ///   - project: where the code of the tendered estate is found.
  ///   - enterprise: where the bidder is found.
  static func needs(project: Need.Source, enterprise: Need.Source) -> [Need] {
    [
      Need("project", Project.schema, [(Project.code, project)]),
      Need("filings", Filing.schema, [(Filing.enterprise, enterprise), (Filing.county, .related("project", Project.county))]),
      Need("entries", ListEntry.schema, [(ListEntry.enterprise, enterprise)]),
      Need("grades", PublishedGrade.schema, [(PublishedGrade.enterprise, enterprise)]),
      Need("restrictions", Restriction.schema, [(Restriction.enterprise, enterprise)]),
    ]
  }

  /// How many enterprises bid, admitted or not.
  static func bidders(_ bids: [CaseRow]) -> Int { Set(bids.compactMap { $0.text(Bid.enterprise) }).count }

  static func terms(_ rulebook: Rulebook, on day: Day) throws(Refusal) -> TenderStanding.Terms {
    do {
      return TenderStanding.Terms(
        rule: try rulebook.parameters.value(ListParameters.tenderEligible, on: day),
        banBindsDevelopers: try rulebook.parameters.value(ListParameters.tenderBanBindsDevelopers, on: day),
        blackScope: try rulebook.parameters.value(ListParameters.blackScope, on: day))
    } catch { throw Refusal(error) }
  }

  static func standing(_ related: [String: [CaseRow]], _ terms: TenderStanding.Terms, on day: Day) -> TenderStanding {
    let county = related["project"]?.first?.text(Project.county)
    let entries = (related["entries"] ?? []).filter { ListEntries.isInEffect($0, on: day) }
    let grades = (related["grades"] ?? []).compactMap { row -> (on: Day, year: Int64, grade: String)? in
      guard let on = row.day(PublishedGrade.publishedOn), let grade = row.text(PublishedGrade.grade) else { return nil }
      return (on, row.number(PublishedGrade.year) ?? 0, grade)
    }
    return TenderStanding(
      isFiled: (related["filings"] ?? []).contains { row in
        TenderStanding.isFiled(
          status: row.text(Filing.status), accepted: row.day(Filing.acceptedOn), ended: row.day(Filing.endedOn), on: day)
      },
      isRed: entries.contains { $0.text(ListEntry.list) == "red" },
      isBlack: entries.contains {
        $0.text(ListEntry.list) == "black" && (terms.blackScope == .city || $0.text(ListEntry.county) == county)
      },
      grade: TenderStanding.grade(grades, on: day),
      isRestricted: (related["restrictions"] ?? []).contains { Restrictions.isInForce($0, on: day) })
  }
}

extension [Bilingual] {
  /// Several grounds as one sentence.
  var joined: Bilingual { Bilingual(zh: map(\.zh).joined(separator: "；"), en: map(\.en).joined(separator: "; ")) }
}
