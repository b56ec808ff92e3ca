internal import Columns

/// 民法典 278: 应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。
/// Reading 28: in whole numbers; of those who take part more than half agree, for special matters three quarters, by area and by head. Parameters: none.
extension CityInvariant {
  static let voteNotCarried = CityInvariant(
    "vote-not-carried", "Civil Code 278", on: OwnerVote.schema, zh: "未达到法定比例不得宣布通过", en: "no vote is declared passed without the majorities of 278"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.row.flag(OwnerVote.declared) == true, !OwnerVotes.isCarried(changed.row) else { return nil }
    let three = OwnerVotes.special.contains(changed.row.text(OwnerVote.matter) ?? "")
    return Bilingual(
      zh: "须面积、人数均有三分之二以上参与，且参与者\(three ? "四分之三以上" : "过半数")同意",
      en: "two thirds by area and by head must take part, and \(three ? "three quarters" : "more than half") of them agree")
  }
}
