internal import Columns

/// 民法典 278: 应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。
/// Reading: shares are of all owners asked, who are no more than the register has. Parameters: none.
extension CityInvariant {
  static let voteTotals = CityInvariant(
    "vote-totals", "Civil Code 278", on: OwnerVote.schema, zh: "同意不超过参与，参与不超过总数，总数不超过台账", en: "agreed ≤ took part ≤ asked ≤ the register",
    needs: [
      Need("project", Project.schema, [(Project.code, .subject(OwnerVote.project))]),
      Need("building", Building.schema, [(Building.code, .subject(OwnerVote.building))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    let row = changed.row
    func number(_ field: Field) -> Int64 { row.number(field) ?? 0 }
    for (yes, part, total) in [
      (OwnerVote.yesArea, OwnerVote.votingArea, OwnerVote.totalArea), (OwnerVote.yesOwners, OwnerVote.votingOwners, OwnerVote.totalOwners),
    ] where !(0 <= number(yes) && number(yes) <= number(part) && number(part) <= number(total)) {
      return Bilingual(zh: "“\(yes.chinese)”“\(part.chinese)”“\(total.chinese)”前后矛盾", en: "`\(yes.name)`, `\(part.name)` and `\(total.name)` contradict one another")
    }
    if number(OwnerVote.totalArea) == 0 || number(OwnerVote.totalOwners) == 0 { return Bilingual(zh: "总数不得为零", en: "the totals are zero") }
    let area = row.has(OwnerVote.building) ? changed.first("building")?.number(Building.area) : changed.first("project")?.number(Project.area)
    let households =
      row.has(OwnerVote.building) ? changed.first("building")?.number(Building.households) : changed.first("project")?.number(Project.households)
    if let area, number(OwnerVote.totalArea) > area {
      return Bilingual(zh: "应表决面积超过台账的建筑面积", en: "the area asked is more than the register's")
    }
    if let households, number(OwnerVote.totalOwners) > households {
      return Bilingual(zh: "应表决人数超过台账的户数（\(households)）", en: "the owners asked are more than the register's households (\(households))")
    }
    return nil
  }
}
