internal import Columns

/// 及时更新 (A6): what an estate's board says of its manager and its fee, against the register.
enum BoardUpdate {
  /// Whether something changed after it was shown last, and the days in which to say so have passed.
  static func isDue(_ changed: Day, shown last: Day, within days: Int, on day: Day) -> Bool {
    last < changed && changed.adding(days: max(0, days)) < day
  }

  /// 电梯内部、单元门口、小区公示栏 (A13): where the ways to complain are shown; a lift's interior where there is a lift.
  static func channelPlaces(hasLift: Bool) -> [Enumeration.Value] {
    DisclosureItem.places.values.filter { $0.name == "notice board" || $0.name == "unit entrance" || (hasLift && $0.name == "lift interior") }
  }
}
