internal import Columns

/// A13: 对已办结的问题进行回访……发现虚假办结或处理结果不满意的应重新办理。
/// Reading 9: closed for good comes after a revisit that was satisfied, since the last rework. Parameters: none.
extension CityInvariant {
  static let closedWithoutRevisit = CityInvariant(
    "closed-without-revisit", "A13", on: Complaint.schema, zh: "未经回访满意不得办结", en: "nothing is closed for good without a satisfied revisit",
    help: Bilingual(zh: "先由非经办人回访；不满意的重新办理", en: "somebody who did not handle it revisits first; the dissatisfied are dealt with again"),
    needs: [ComplaintCommands.revisits, ComplaintCommands.reworkings]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.becomes("closed", Complaint.status) else { return nil }
    let since = changed.rows("reworkings").compactMap { $0.moment(Rework.reopenedAt) }.max()
    let last = changed.rows("revisits").max {
      ($0.moment(Revisit.revisitedAt) ?? changed.now, $0.key) < ($1.moment(Revisit.revisitedAt) ?? changed.now, $1.key)
    }
    guard let last, let at = last.moment(Revisit.revisitedAt), since.map({ at >= $0 }) ?? true else {
      return Bilingual(zh: "办结前须回访", en: "it is revisited before it is closed")
    }
    guard last.flag(Revisit.satisfied) == true, last.flag(Revisit.falseClosure) != true else {
      return Bilingual(zh: "最近一次回访不满意，应重新办理", en: "the last revisit was not satisfied: it is dealt with again")
    }
    return nil
  }
}
