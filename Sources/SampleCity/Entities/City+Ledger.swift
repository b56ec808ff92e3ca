internal import CityModel
internal import Columns

/// The revisit ledger and what was dealt with again, for the last complaints of the file.
extension City {
  /// So many rows from the end of the file are looked at: enough for a ledger, and as many whatever the file's size.
  private static let ledgerRows = 4000

  func ledger(_ complaints: ComplaintGenerator) -> (revisits: [Record], reworks: [Record]) {
    var complaints = complaints
    var revisits = Rows(Revisit.schema, "HF"), reworks = Rows(Rework.schema, "CB")
    for index in max(0, complaints.count - City.ledgerRows)..<max(0, complaints.count) {
      let row = complaints.row(index)
      guard row.revisited != ComplaintRow.missing else { continue }
      var draws = Draws(seed, .account, 3_000_000_000 + row.serial)
      let complaint = "TS" + padded(row.serial + 1, 10) + " sample"
      let number = revisits.add([
        (Revisit.complaint, complaint), (Revisit.level, ["community", "street", "county", "city"][draws.weighted([400, 350, 200, 50])]),
        (Revisit.revisitedAt, City.moment(row.revisited)), (Revisit.by, "P-HF-\(draws.within(1, 60))"),
        (Revisit.satisfied, row.satisfied < 0 ? nil : (row.satisfied > 0).text), (Revisit.falseClosure, row.falseClosure < 0 ? nil : (row.falseClosure > 0).text),
      ])
      guard row.reworks > 0 else { continue }
      reworks.add([
        (Rework.complaint, complaint), (Rework.revisit, number), (Rework.cause, row.falseClosure > 0 ? "false closure" : "dissatisfied"),
        (Rework.reopenedAt, City.moment(row.revisited)),
        (Rework.basicallyClosedAt, row.closed == ComplaintRow.missing || row.closed <= row.revisited ? nil : City.moment(row.closed)),
      ])
    }
    return (revisits.records, reworks.records)
  }

  /// Seconds of local time as a moment in CSV.
  private static func moment(_ seconds: Int64) -> String { Moment(seconds: seconds - Moment.offset).description }
}
