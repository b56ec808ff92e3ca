internal import Columns

/// What the statuses mean for the clocks.
public struct StatusEnds: Sendable {
  private let lapsed: [Bool]
  private let closed: [Bool]

  public init() {
    let words = Complaint.statuses.dictionary
    lapsed = words.map { ["withdrawn", "duplicate", "transferred"].contains($0) }
    closed = words.map { ["basically closed", "closed"].contains($0) }
  }

  @inline(__always)
  func isOpen(_ status: UInt32) -> Bool {
    let code = Int(status)
    return code < lapsed.count && !lapsed[code] && !closed[code]
  }

  /// Where a duty stands; times in seconds, a missing one as the columns store it.
  @inline(__always)
  public func state(due: Int64, done: Int64, status: UInt32, cut: Int64) -> ResponseClock.State {
    if due == Missing.int64 { return .unknown }
    if done != Missing.int64 { return done <= due ? .inTime : .late }
    let code = Int(status)
    guard code < lapsed.count else { return .unknown }
    if lapsed[code] { return .lapsed }
    if closed[code] { return .unknown }
    return cut <= due ? .running : .overdue
  }
}
