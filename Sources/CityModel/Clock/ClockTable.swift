internal import Columns

/// The clocks of a whole complaints table: the terms are worked out once for each day that occurs, then rows are plain sums.
struct ClockTable {
  private let firstDay: Int64
  /// Position in `terms` by day; -1 where no clock ran.
  private let slots: [Int32]
  private let terms: [ResponseClock.Terms]

  /// - Throws: ``ParameterError`` where a parameter has no value at all, or a year that counts has no calendar.
  init(acceptedAt: ColumnBuffer<Int64>, rulebook: Rulebook) throws(ParameterError) {
    var low = Int64.max
    var high = Int64.min
    for row in 0..<acceptedAt.count where acceptedAt.base[row] != Missing.int64 {
      low = min(low, acceptedAt.base[row])
      high = max(high, acceptedAt.base[row])
    }
    guard low <= high else {
      (firstDay, slots, terms) = (0, [], [])
      return
    }
    // Days outside the years 1–9999 are data errors; they get no clock.
    let first = max(Int64(Moment(seconds: low).day.ordinal), -719_162)
    let last = min(Int64(Moment(seconds: high).day.ordinal), 2_932_896)
    guard first <= last else {
      (firstDay, slots, terms) = (0, [], [])
      return
    }
    var used = Array(repeating: false, count: Int(last - first + 1))
    for row in 0..<acceptedAt.count where acceptedAt.base[row] != Missing.int64 {
      let day = ClockTable.day(acceptedAt.base[row]) - first
      if day >= 0, day < Int64(used.count) { used[Int(day)] = true }
    }
    var slots = Array(repeating: Int32(-1), count: used.count)
    var terms: [ResponseClock.Terms] = []
    for position in used.indices where used[position] {
      let day = Day(ordinal: Int32(truncatingIfNeeded: first + Int64(position)))
      do {
        terms.append(try ResponseClock.Terms(on: day, rulebook: rulebook))
        slots[position] = Int32(truncatingIfNeeded: terms.count - 1)
      } catch {
        // Before the first value holds, no clock ran: that is a fact about the day and no failure.
        guard error.code == .noValueOnDay else { throw error }
      }
    }
    (firstDay, self.slots, self.terms) = (first, slots, terms)
  }

  @inline(__always)
  private static func day(_ seconds: Int64) -> Int64 {
    let local = seconds &+ Moment.offset
    return local >= 0 ? local / 86_400 : (local &- 86_399) / 86_400
  }

  /// Writes the due time of every row; missing where no clock ran.
  func fill(_ step: ResponseClock.Step, _ acceptedAt: ColumnBuffer<Int64>, into out: UnsafeMutablePointer<Int64>) {
    // One addend a day: an absolute end has a fixed part only, an elapsed term adds to the moment.
    let fixed = terms.map { term -> Int64 in step == .close ? term.closeEnd?.seconds ?? Missing.int64 : Missing.int64 }
    let added = terms.map { term -> Int64 in
      switch step {
      case .assign: term.assign
      case .preliminary: term.preliminary
      case .close: term.closeElapsed
      }
    }
    slots.withUnsafeBufferPointer { slots in
      fixed.withUnsafeBufferPointer { fixed in
        added.withUnsafeBufferPointer { added in
          for row in 0..<acceptedAt.count {
            let seconds = acceptedAt.base[row]
            let at = ClockTable.day(seconds) &- firstDay
            guard seconds != Missing.int64, at >= 0, at < Int64(slots.count), slots[Int(at)] >= 0 else {
              out[row] = Missing.int64
              continue
            }
            let slot = Int(slots[Int(at)])
            out[row] = fixed[slot] != Missing.int64 ? fixed[slot] : seconds &+ added[slot]
          }
        }
      }
    }
  }
}
