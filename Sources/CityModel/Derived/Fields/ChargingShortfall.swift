internal import Columns

/// A12: 精准评估小区电动自行车充电需求
/// Reading: bicycles beyond what the sockets charge in a day; one that is charged in part is not charged; where no turnover was measured, the parameter's. Parameters: `charging.turnover`.
enum ChargingShortfall {
  static func column(_ field: Field, of table: Table, in snapshot: Snapshot) throws(ColumnError) -> Column {
    guard field.name == ChargingSurvey.shortfall.name else { throw Derivations.unknown(field, of: table) }
    let standard = try Derivations.parameter(SafetyParameters.chargingTurnover, for: field, of: table, in: snapshot)
    let ebikes = try table.column(ChargingSurvey.ebikes), sockets = try table.column(ChargingSurvey.sockets)
    let turnover = try table.column(ChargingSurvey.turnover)
    let scale = Rate.type.scale
    return Derivations.integers(table.count) { row in
      guard let bikes = ebikes.integer(row), let places = sockets.integer(row) else { return nil }
      // What a survey did not measure is the parameter's.
      let each = turnover.integer(row) ?? Int64(clamping: standard).multipliedReportingOverflow(by: scale).partialValue
      let (charged, overflow) = places.multipliedReportingOverflow(by: each)
      guard !overflow, charged >= 0 else { return nil }
      // A bicycle that is charged in part is not charged: the quotient rounds down, the gap up.
      let (gap, beyond) = bikes.subtractingReportingOverflow(charged / scale)
      return beyond ? nil : gap
    }
  }
}
