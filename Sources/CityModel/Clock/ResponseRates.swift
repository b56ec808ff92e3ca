public import Columns

/// A13: 实行“三三三”快速响应机制（30分钟责任到人，3小时联系相关物业服务企业拿出初步结果，3天内基本办结）
/// Reading 9, 28: in time of all that are known, exactly; a step that was skipped was done no later than the next one on record. Parameters: `sla.assign`, `sla.preliminary`, `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`.
///
/// Of a county, a street or an enterprise, over the complaints accepted in a period.
public struct ResponseRates: Sendable, Hashable {
  /// Whose figures.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case county, street, enterprise
  }

  /// How often each state occurred for one of the three duties.
  public struct Count: Sendable, Hashable {
    public var inTime = 0
    public var late = 0
    public var running = 0
    public var overdue = 0
    public var lapsed = 0
    public var unknown = 0

    public init(inTime: Int = 0, late: Int = 0, running: Int = 0, overdue: Int = 0, lapsed: Int = 0, unknown: Int = 0) {
      self.inTime = inTime
      self.late = late
      self.running = running
      self.overdue = overdue
      self.lapsed = lapsed
      self.unknown = unknown
    }

    /// Duties whose outcome is known: in time, late, or overdue and not done.
    public var judged: Int { inTime + late + overdue }
    /// In time of all judged, exact.
    public var rate: Cell { .ratio(Int64(inTime), of: Int64(judged)) }

    mutating func add(_ state: ResponseClock.State) {
      switch state {
      case .inTime: inTime += 1
      case .late: late += 1
      case .running: running += 1
      case .overdue: overdue += 1
      case .lapsed: lapsed += 1
      case .unknown: unknown += 1
      }
    }
  }

  /// Row of the division or the enterprise.
  public var row: Int
  /// Complaints accepted in the period.
  public var complaints = 0
  public var assign = Count()
  public var preliminary = Count()
  public var close = Count()

  public init(row: Int, complaints: Int = 0, assign: Count = Count(), preliminary: Count = Count(), close: Count = Count()) {
    self.row = row
    self.complaints = complaints
    self.assign = assign
    self.preliminary = preliminary
    self.close = close
  }

  /// The rates of every unit that has complaints accepted in the period, in order of row.
  ///
  /// - Throws: ``RuleError``.
  public static func compute(
    _ snapshot: Snapshot, by unit: Unit, from first: Day, through last: Day
  ) throws(RuleError) -> [ResponseRates] {
    try column { () throws(ColumnError) in try rates(snapshot, unit, first.start.seconds, last.end.seconds) }
  }

  private static func rates(
    _ snapshot: Snapshot, _ unit: Unit, _ start: Int64, _ end: Int64
  ) throws(ColumnError) -> [ResponseRates] {
    let complaints = snapshot.table(Complaint.schema)
    try complaints.load(
      Complaint.acceptedAt, Complaint.assignedAt, Complaint.preliminaryAt, Complaint.basicallyClosedAt,
      Complaint.closedAt,
      Complaint.status, Complaint.project, Complaint.enterprise)
    let accepted = try complaints.int64(Complaint.acceptedAt)
    let assigned = try complaints.int64(Complaint.assignedAt)
    let preliminary = try complaints.int64(Complaint.preliminaryAt)
    let basically = try complaints.int64(Complaint.basicallyClosedAt)
    let closed = try complaints.int64(Complaint.closedAt)
    let assignDue = try complaints.int64(Complaint.assignDue)
    let closeDue = try complaints.int64(Complaint.closeDue)
    let preliminaryDue = try complaints.int64(Complaint.preliminaryDue)
    let status = try complaints.codes(Complaint.status)
    let groups = try groupRows(complaints, unit, snapshot)
    let size = snapshot.table(unit == .enterprise ? Enterprise.schema : Division.schema).count
    var result = (0..<size).map { ResponseRates(row: $0) }
    let ends = StatusEnds()
    let cut = snapshot.cut.seconds
    for row in 0..<complaints.count {
      let at = accepted.base[row]
      let group = Int(groups.base[row])
      guard at != Missing.int64, at >= start, at < end, group < size else { continue }
      let state = status.base[row]
      let done = basically.base[row] != Missing.int64 ? basically.base[row] : closed.base[row]
      result[group].complaints += 1
      // A step that was skipped was done no later than the next one that was recorded.
      let answered = preliminary.base[row] != Missing.int64 ? preliminary.base[row] : done
      let named = assigned.base[row] != Missing.int64 ? assigned.base[row] : answered
      result[group].assign.add(ends.state(due: assignDue.base[row], done: named, status: state, cut: cut))
      result[group].preliminary.add(ends.state(due: preliminaryDue.base[row], done: answered, status: state, cut: cut))
      result[group].close.add(ends.state(due: closeDue.base[row], done: done, status: state, cut: cut))
    }
    return result.filter { $0.complaints > 0 }
  }

  private static func groupRows(
    _ complaints: Table, _ unit: Unit, _ snapshot: Snapshot
  ) throws(ColumnError) -> ColumnBuffer<UInt32> {
    switch unit {
    case .county: return try complaints.references(Complaint.county)
    case .enterprise: return try complaints.references(Complaint.enterprise)
    case .street:
      let streets = try snapshot.table(Project.schema).references(Project.street)
      let projects = try complaints.references(Complaint.project)
      return ColumnBuffer(count: projects.count) { out in
        for row in 0..<projects.count {
          let at = Int(projects.base[row])
          out[row] = at < streets.count ? streets.base[at] : Missing.code
        }
      }
    }
  }
}
