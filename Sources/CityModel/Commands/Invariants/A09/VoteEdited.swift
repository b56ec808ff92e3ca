internal import Columns

/// A9: 通过召开业主大会
/// Reading: the record of a vote stays as it was. Parameters: none.
extension CityInvariant {
  static let voteEdited = CityInvariant(
    "vote-edited", "A9", on: OwnerVote.schema, zh: "表决记录不得更改", en: "the record of a vote is not edited"
  ) { (changed: ChangedRow) throws(Refusal) in changed.isNew ? nil : Bilingual(zh: "表决记录不得更改", en: "the record of a vote is not changed") }
}
