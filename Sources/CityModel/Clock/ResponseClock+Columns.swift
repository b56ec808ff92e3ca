internal import Columns

extension ResponseClock {
  /// The derived columns of complaints that come from the clocks.
  static func column(_ field: Field, of complaints: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    switch field.name {
    case Complaint.assignDue.name: try due(.assign, field, complaints, snapshot)
    case Complaint.preliminaryDue.name: try due(.preliminary, field, complaints, snapshot)
    case Complaint.closeDue.name: try due(.close, field, complaints, snapshot)
    case Complaint.overdue.name: try overdue(complaints, snapshot)
    case Complaint.closingTime.name: try closingTime(complaints, snapshot)
    default: throw ColumnError(.notLoaded, table: complaints.schema.plural, field: field.name)
    }
  }

  private static func due(
    _ step: Step, _ field: Field, _ complaints: Table, _ snapshot: Snapshot
  ) throws(ColumnError) -> Column {
    let accepted = try complaints.int64(Complaint.acceptedAt)
    let clocks: ClockTable
    do {
      clocks = try ClockTable(acceptedAt: accepted, rulebook: snapshot.rulebook)
    } catch {
      throw ColumnError(
        .sourceFailed, table: complaints.schema.plural, field: field.name, detail: error.message.en, underlying: error)
    }
    return .int64(ColumnBuffer(count: accepted.count) { clocks.fill(step, accepted, into: $0) })
  }

  private static func overdue(_ complaints: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    try complaints.load(Complaint.acceptedAt, Complaint.basicallyClosedAt, Complaint.closedAt, Complaint.status)
    let due = try complaints.int64(Complaint.closeDue)
    let basically = try complaints.int64(Complaint.basicallyClosedAt)
    let closed = try complaints.int64(Complaint.closedAt)
    let status = try complaints.codes(Complaint.status)
    let ends = StatusEnds()
    let cut = snapshot.cut.seconds
    return .flags(
      ColumnBuffer(count: due.count) { out in
        for row in 0..<due.count {
          let done = basically.base[row] != Missing.int64 ? basically.base[row] : closed.base[row]
          let state = ends.state(due: due.base[row], done: done, status: status.base[row], cut: cut)
          out[row] =
            state == .late || state == .overdue
            ? Verdict.yes.rawValue : state == .unknown ? Verdict.unknown.rawValue : Verdict.no.rawValue
        }
      })
  }

  private static func closingTime(_ complaints: Table, _ snapshot: Snapshot) throws(ColumnError) -> Column {
    try complaints.load(Complaint.acceptedAt, Complaint.basicallyClosedAt, Complaint.closedAt, Complaint.status)
    let accepted = try complaints.int64(Complaint.acceptedAt)
    let basically = try complaints.int64(Complaint.basicallyClosedAt)
    let closed = try complaints.int64(Complaint.closedAt)
    let status = try complaints.codes(Complaint.status)
    let ends = StatusEnds()
    let cut = snapshot.cut.seconds
    return .int64(
      ColumnBuffer(count: accepted.count) { out in
        for row in 0..<accepted.count {
          let start = accepted.base[row]
          var end = basically.base[row] != Missing.int64 ? basically.base[row] : closed.base[row]
          // Who never answers is later than who answered late: an open complaint runs to the data cut.
          if end == Missing.int64, ends.isOpen(status.base[row]) { end = cut }
          out[row] = start == Missing.int64 || end == Missing.int64 || end < start ? Missing.int64 : end &- start
        }
      })
  }
}

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
