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
      let by = revisitor(draws.weighted([400, 350, 200, 50]), county: geography.counties[projects[row.project].county].code)
      let number = revisits.add([
        (Revisit.complaint, complaint), (Revisit.level, by.level), (Revisit.revisitedAt, City.moment(row.revisited)), (Revisit.by, by.officer),
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

  /// Community, street, county, city: the officer of that level, or the county's where the sample has none there.
  private func revisitor(_ level: Int, county: String) -> (level: String, officer: String) {
    let street = City.staffedStreets.first { $0.hasPrefix(county) }
    return switch (level, street) {
    case (0, let street?): ("community", "\(street)-03")
    case (1, let street?): ("street", "\(street)-02")
    case (3, _): ("city", "1404-03")
    default: ("county", "\(county)-02")
    }
  }

  /// Seconds of local time as a moment in CSV.
  private static func moment(_ seconds: Int64) -> String { Moment(seconds: seconds - Moment.offset).description }
}
