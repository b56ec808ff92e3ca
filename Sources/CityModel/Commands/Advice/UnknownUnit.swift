internal import Columns

/// A3: 各职能部门根据长治市促进物业管理行业健康发展联席会议机制的职能分工，认真做好履职工作。
/// Reading: who came is counted by the member units' names; a department that is none of them is said. Parameters: none.
extension CommandAdvice {
  static let unknownUnit = CommandAdvice(
    "unknown-unit", "A3", at: "hold conference", zh: "参与部门须能对应成员单位的名称", en: "the departments that took part are known by the member units' names"
  ) { (attempt: CommandAttempt) in
    let held = attempt[Conference.convenedOn].day ?? attempt.day
    var names = UnitNames()
    for (at, unit) in attempt.rows("units").enumerated() where !unit.has(MemberUnit.leadingGroup) {
      guard unit.day(MemberUnit.startsOn).map({ $0 <= held }) ?? true, unit.day(MemberUnit.endedOn).map({ held <= $0 }) ?? true else { continue }
      names.add(at, unit.text(MemberUnit.name), others: unit.text(MemberUnit.otherNames))
    }
    let strangers = UnitNames.parts(attempt[Conference.departments].text).filter { names.unit(called: $0) == nil }
    guard !names.isEmpty, !strangers.isEmpty else { return nil }
    return Bilingual(
      zh: "没有成员单位叫\(strangers.map { "`\($0)`" }.joined(separator: "、"))", en: "no member unit is called \(strangers.map { "`\($0)`" }.joined(separator: ", "))")
  }
}
