internal import Columns

/// A6: 如实公布并及时更新 A13: 在住宅小区电梯内部、单元门口、小区公示栏等位置常态化公开
/// Reading: a kind is missing, tells of a manager or a fee that has changed, or the ways to complain lack one of the three places. Parameters: `disclosure.updateDays`.
struct BoardFaults {
  var code: String
  /// The kind, or the place.
  var what: Enumeration.Value
  var zh: String
  var en: String

  /// What is wrong with the board that an inspection looks at, the missing kinds first.
  static func of(_ attempt: CommandAttempt) throws(Refusal) -> [BoardFaults] {
    let up = attempt.rows("items").filter { !$0.has(DisclosureItem.endedOn) }
    let kinds = Set(up.compactMap { $0.text(DisclosureItem.kind) })
    var faults = DisclosureItem.kinds.values.filter { !kinds.contains($0.name) }.map {
      BoardFaults(code: "disclosure-incomplete", what: $0, zh: "缺少：", en: "missing: ")
    }
    let days = try attempt.read(DutyParameters.updateDays)
    for (kind, rows, starts) in [("manager and contact", "managers", ManagerAssignment.startsOn), ("fee standard", "fees", ProjectFee.startsOn)] {
      let shown = up.filter { $0.text(DisclosureItem.kind) == kind }
        .compactMap { [$0.day(DisclosureItem.postedOn), $0.day(DisclosureItem.updatedOn)].compactMap { $0 }.max() }.max()
      guard let shown, let word = DisclosureItem.kinds.values.first(where: { $0.name == kind }) else { continue }
      let changes = attempt.rows(rows).compactMap { $0.day(starts) }
      guard changes.contains(where: { BoardUpdate.isDue($0, shown: shown, within: days, on: attempt.day) }) else { continue }
      faults.append(BoardFaults(code: "disclosure-outdated", what: word, zh: "变动后未更新：", en: "not brought up to date since the change: "))
    }
    let places = Set(up.filter { $0.text(DisclosureItem.kind) == "complaint channels" }.compactMap { $0.text(DisclosureItem.place) })
    guard !places.isEmpty else { return faults }
    return faults + BoardUpdate.channelPlaces(hasLift: !attempt.rows("lifts").isEmpty).filter { !places.contains($0.name) }.map {
      BoardFaults(code: "disclosure-place-missing", what: $0, zh: "投诉举报渠道未公开于：", en: "the ways to complain are not shown at: ")
    }
  }
}
