internal import Columns

/// When complaints come: hours from the first day to the cut, each with its weight, so that the n-th of N complaints has
/// a moment that never lies before that of the one before.
struct Pace {
  /// Seconds of local time since 1970-01-01 at which the first hour begins.
  let start: Int64
  /// The season of each day: 0–11 for the months, 12 for a storm.
  let seasons: [UInt8]
  /// Sums of the weights before each hour, and of all.
  private let sums: [UInt64]

  init(from first: Day, to cut: Day) {
    start = Int64(first.ordinal) * 86_400
    var seasons: [UInt8] = []
    var sums: [UInt64] = [0]
    var sum: UInt64 = 0
    let levels = (0...Seasons.storm).map { Seasons.level($0) }
    for ordinal in first.ordinal..<max(first.ordinal, cut.ordinal) {
      let day = Day(ordinal: ordinal)
      let (_, month, dayOfMonth) = day.civil
      let isStorm = Seasons.storms.contains { $0.month == month && $0.day == dayOfMonth }
      let season = isStorm ? Seasons.storm : month - 1
      seasons.append(UInt8(truncatingIfNeeded: season))
      // The long holidays are quiet.
      let isHoliday = month == 10 && dayOfMonth <= 7 || month == 5 && dayOfMonth <= 5 || month == 1 && dayOfMonth == 1
      let level = levels[season] * Seasons.weekdays[day.weekday - 1] * (isHoliday ? 6 : 10)
      for hour in Seasons.hours {
        sum += UInt64(level * hour)
        sums.append(sum)
      }
    }
    self.seasons = seasons
    self.sums = sums
  }

  /// The moment of complaint `index` of `count`, in seconds of local time, walking `hour` forward.
  ///
  /// - Parameter jitter: where in its own slot the complaint lies, twenty bits.
  @inline(__always)
  func moment(_ index: Int, of count: Int, jitter: UInt64, hour: inout Int) -> Int64 {
    let slot = UInt64(truncatingIfNeeded: index) &<< 20 | jitter & 0xF_FFFF
    let total = sums[sums.count - 1]
    let product = slot.multipliedFullWidth(by: total)
    let place = (UInt64(truncatingIfNeeded: count) &<< 20).dividingFullWidth(product).quotient
    while hour + 2 < sums.count, sums[hour + 1] <= place { hour += 1 }
    let offset = (place - sums[hour]) * 3600 / max(1, sums[hour + 1] - sums[hour])
    return start + Int64(hour) * 3600 + Int64(truncatingIfNeeded: min(3599, offset))
  }

  /// Where to begin walking for complaint `index`: any hour at or before its own.
  func hour(before index: Int, of count: Int) -> Int {
    let slot = UInt64(truncatingIfNeeded: index) &<< 20
    guard count > 0, let total = sums.last, index < count else { return 0 }
    let place = (UInt64(truncatingIfNeeded: count) &<< 20).dividingFullWidth(slot.multipliedFullWidth(by: total))
      .quotient
    var low = 0
    var high = sums.count - 1
    while low + 1 < high {
      let middle = (low + high) / 2
      if sums[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }
}
