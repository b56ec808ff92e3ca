extension FactsRead {
  /// Everything that a proposal for a list can read, A7: what scores and the exit test read, published grades, and what was decided
  /// before.
  public static let ofLists = together(
    ofScores + ofExits + [
      FactsRead(PublishedGrade.schema, PublishedGrade.enterprise, PublishedGrade.grade, PublishedGrade.score, PublishedGrade.publishedOn),
      FactsRead(Enterprise.schema, Enterprise.uscc),
    ])
}
