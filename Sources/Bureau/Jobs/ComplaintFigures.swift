internal import CityModel
internal import Columns
internal import DistrictRules

/// Counts of the complaints that were accepted in a period.
struct ComplaintFigures {
  /// Revisited, of those that are closed.
  let revisited: (part: Int, whole: Int)
  /// Dealt with again, of those that are closed.
  let reworked: (part: Int, whole: Int)
  /// Most frequent first.
  let categories: [(name: String, count: Int)]

  init(_ snapshot: Snapshot, period: Period) throws(ColumnError) {
    let accepted = Condition.field(
      Complaint.acceptedAt.name, .between(period.firstDay.start.seconds, period.lastDay.end.seconds - 1))
    let all = try Query(snapshot.table(Complaint.schema), in: snapshot).filtered(by: accepted)
    let closed = try all.filtered(by: .field(Complaint.basicallyClosedAt.name, .exists(true)))
    revisited = (try closed.filtered(by: .field(Complaint.revisitedAt.name, .exists(true))).count, closed.count)
    reworked = (try closed.filtered(by: .field(Complaint.reworks.name, .moreThan(0))).count, closed.count)
    let grouped = try all.group(by: [[Complaint.category.name]]).table([.count]).sorted(by: ["-count"])
    categories = grouped.rows.compactMap { row in
      guard case .text(let name) = row[0], case .integer(let count) = row[1] else { return nil }
      return (Complaint.categories.values.first { $0.name == name }?.chinese ?? name, Int(count))
    }
  }
}
