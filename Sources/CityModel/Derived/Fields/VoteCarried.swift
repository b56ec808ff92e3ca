internal import Columns

/// 民法典 278: 业主共同决定事项，应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。
/// Reading 28: ``OwnersDecision`` on the figures of the vote; raising the fund, rebuilding and a change of use are special. Parameters: none.
enum VoteCarried {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    guard field.name == OwnerVote.carried.name else { throw Derivations.unknown(field, of: table) }
    let special = Set(["fund raising", "rebuilding", "change of use"].map(OwnerVote.matters.code))
    let matter = try table.codes(OwnerVote.matter)
    let totalArea = try table.column(OwnerVote.totalArea), totalOwners = try table.column(OwnerVote.totalOwners)
    let votingArea = try table.column(OwnerVote.votingArea), votingOwners = try table.column(OwnerVote.votingOwners)
    let yesArea = try table.column(OwnerVote.yesArea), yesOwners = try table.column(OwnerVote.yesOwners)
    return Derivations.flags(table.count) { row in
      guard let allArea = totalArea.integer(row), let all = totalOwners.integer(row), let area = votingArea.integer(row),
        let owners = votingOwners.integer(row), let agreedArea = yesArea.integer(row), let agreed = yesOwners.integer(row)
      else { return nil }
      return OwnersDecision(
        totalArea: allArea, totalOwners: all, votingArea: area, votingOwners: owners, yesArea: agreedArea, yesOwners: agreed
      ).passes(special: special.contains(matter[row]))
    }
  }
}
