internal import Columns

/// A7: 加快形成优胜劣汰的市场竞争机制
/// Reading: the text sets no number; the best of those that meet every criterion, up to a share of the county's rated enterprises, and at least one. Parameters: `list.redShare`, `exit.window`, `exit.scope`.
struct RedPlaces {
  private let facts: ListFacts
  private let share: Dated<Ratio>
  private let uscc: Column

  init(_ facts: ListFacts) throws(RuleError) {
    self.facts = facts
    share = try facts.read(ListParameters.redShare)
    uscc = try column { () throws(ColumnError) in try facts.snapshot.table(Enterprise.schema).column(Enterprise.uscc) }
  }

  var reading: Reading { share.reading }

  /// The places on the list where so many enterprises are rated.
  func count(rated: Int) -> Int { rated == 0 ? 0 : max(1, Int(share.value.of(Int64(rated)))) }

  /// Puts proposals in order and says which of them have a place.
  func rank(_ proposals: [ListProposal], places: Int) -> [ListProposal] {
    var red = proposals.sorted(by: isBetter)
    for at in red.indices {
      red[at].rank = at + 1
      red[at].isWithinShare = at < places
    }
    return red
  }

  /// The better score first, then the greater share of satisfied answers; the code decides what remains equal.
  private func isBetter(_ a: ListProposal, _ b: ListProposal) -> Bool {
    if a.score != b.score { return a.score > b.score }
    let (x, y) = (satisfaction(a.enterprise), satisfaction(b.enterprise))
    let (left, right) = (x.satisfied.multipliedFullWidth(by: y.answered), y.satisfied.multipliedFullWidth(by: x.answered))
    if left.high != right.high { return left.high > right.high }
    if left.low != right.low { return left.low > right.low }
    return (uscc.text(a.enterprise) ?? "") < (uscc.text(b.enterprise) ?? "")
  }

  private func satisfaction(_ firm: Int) -> (satisfied: Int64, answered: Int64) {
    let limb = facts.exits[firm]?.limb(.satisfaction)
    return (Int64(limb?.part ?? 0), Int64(max(1, limb?.whole ?? 1)))
  }
}
