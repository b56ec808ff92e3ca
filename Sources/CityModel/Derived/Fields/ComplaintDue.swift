internal import Columns

/// A13: 30分钟责任到人，3小时联系相关物业服务企业拿出初步结果，3天内基本办结
/// Reading 10, 11, 12: the due times of ``ResponseClock``, for every complaint by the parameters of the day of its acceptance. Parameters: `sla.assign`, `sla.preliminary`, `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`.
extension ResponseClock {
  static func due(
    _ step: Step, _ field: Field, _ complaints: Table, _ snapshot: Snapshot
  ) throws(ColumnError) -> Column {
    try due(step, field, complaints.int64(Complaint.acceptedAt), complaints, snapshot)
  }

  /// The due time of every row of a table whose clock runs from a moment: a rework has the terms of the day of its reopening.
  static func due(
    _ step: Step, _ field: Field, _ accepted: ColumnBuffer<Int64>, _ table: Table, _ snapshot: Snapshot
  ) throws(ColumnError) -> Column {
    let clocks: ClockTable
    do {
      clocks = try ClockTable(acceptedAt: accepted, rulebook: snapshot.rulebook)
    } catch {
      throw ColumnError(
        .sourceFailed, table: table.schema.plural, field: field.name, detail: error.message.en, underlying: error)
    }
    return .int64(ColumnBuffer(count: accepted.count) { clocks.fill(step, accepted, into: $0) })
  }
}
