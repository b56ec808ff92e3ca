import CityModel
import Columns
import Testing

extension Snapshot {
  /// The same city in worse order: a figure that has no line in the one has lines in the other.
  ///
  /// All grades D, all lists black, in effect and of one county, every fee a hundred times as high, every answer bad, no reminder; an
  /// objection and an application for repair unanswered; plans that their day has overtaken;
  /// nobody assigned, no preliminary result.
  func worse() throws -> Snapshot {
    func all(_ schema: TableSchema, _ field: Field, _ change: (Column) -> Column) throws -> [String: Column] {
      [field.name: change(try table(schema).column(field))]
    }
    func word(_ word: String) -> (Column) -> Column {
      { column in
        guard case .codes(let buffer, let dictionary) = column, let code = dictionary.values.firstIndex(of: word) else { return column }
        return .codes(ColumnBuffer(Array(repeating: UInt32(code), count: buffer.count)), dictionary)
      }
    }
    func on(_ day: String) -> (Column) -> Column {
      { column in
        guard case .int32(let buffer) = column, let day = Day(day) else { return column }
        return .int32(ColumnBuffer(Array(repeating: day.ordinal, count: buffer.count)))
      }
    }
    func times(_ factor: Int64) -> (Column) -> Column {
      { column in
        guard case .int64(let buffer) = column else { return column }
        return .int64(ColumnBuffer((0..<buffer.count).map { buffer[$0] == Missing.int64 ? buffer[$0] : buffer[$0] * factor }))
      }
    }
    func none(_ column: Column) -> Column { column.flat(missing: true) }
    func same(_ column: Column) -> Column { column.flat(missing: false) }
    func no(_ column: Column) -> Column {
      guard case .flags(let buffer) = column else { return column }
      return .flags(ColumnBuffer(Array(repeating: 0, count: buffer.count)))
    }
    var changes: [String: [String: Column]] = [:]
    for (schema, field, change) in [
      (PublishedGrade.schema, PublishedGrade.grade, word("D")), (ListEntry.schema, ListEntry.list, word("black")),
      (ListEntry.schema, ListEntry.decidedOn, on("2026-01-15")), (ListEntry.schema, ListEntry.removedOn, none), (ListEntry.schema, ListEntry.maximumUntil, none),
      (ListEntry.schema, ListEntry.county, same), (ProjectFee.schema, ProjectFee.price, times(100)), (Complaint.schema, Complaint.satisfied, no),
      (RectificationOrder.schema, RectificationOrder.remindedOn, none), (Complaint.schema, Complaint.assignedAt, none), (Complaint.schema, Complaint.preliminaryAt, none),
    ] as [(TableSchema, Field, (Column) -> Column)] { changes[schema.name, default: [:]].merge(try all(schema, field, change)) { $1 } }
    var listings = TableBuilder(Listing.schema)
    let counties = try table(Project.schema).column(Project.county)
    for (number, days) in ["2026-09-10", "2026-09-29"].enumerated() {
      let day = try #require(Day(days))
      listings.add([
        Listing.number.name: .text("LB-\(number)"), Listing.enterprise.name: .row(number), Listing.county.name: .row(try #require(counties.reference(0))),
        Listing.list.name: .text("black"), Listing.objectedOn.name: .day(day), Listing.repairAppliedOn.name: .day(day),
      ])
    }
    // Of the first complaints, plans: of an early day, of a late one, and one that was carried out.
    var dispositions = TableBuilder(Disposition.schema)
    let accepted = try table(Complaint.schema).column(Complaint.acceptedAt), status = try table(Complaint.schema).column(Complaint.status)
    let closed = (0..<accepted.count).filter { ["basically closed", "closed"].contains(status.text($0)) }.prefix(24)
    for (number, row) in closed.enumerated() {
      let at = Moment(seconds: try #require(accepted.integer(row)) + 7200)
      for (kind, until) in [("planned", number % 2 == 0 ? "2026-09-20" : "2026-09-28"), ("fixed", nil)].prefix(number % 3 == 0 ? 2 : 1) as ArraySlice<(String, String?)> {
        dispositions.add([
          Disposition.number.name: .text("D-\(number)-\(kind)"), Disposition.complaint.name: .row(row), Disposition.kind.name: .text(kind),
          Disposition.plannedUntil.name: until.flatMap { Day($0) }.map { .day($0) } ?? .none, Disposition.recordedAt.name: .moment(kind == "fixed" ? at.adding(seconds: 60) : at),
        ])
      }
    }
    return with(changes).replacing(listings).replacing(dispositions)
  }

  /// The worse city, in which an enterprise that few complain of and nobody likes has refused every order, after a reminder.
  func refusing() throws -> Snapshot {
    let worse = try worse(), orders = table(RectificationOrder.schema)
    var columns: [String: Column] = [RectificationOrder.rectifiedOn.name: try orders.column(RectificationOrder.rectifiedOn).flat(missing: true)]
    for (field, text) in [
      (RectificationOrder.issuedOn, "2026-01-05"), (RectificationOrder.deadline, "2026-01-15"), (RectificationOrder.remindedOn, "2026-02-02"),
      (RectificationOrder.refusedOn, "2026-03-02"),
    ] {
      columns[field.name] = .int32(ColumnBuffer(Array(repeating: try #require(Day(text)).ordinal, count: orders.count)))
    }
    let findings = try ExitTest.findings(worse, on: worse.day)
    let disliked = try #require(findings.first { $0.limb(.satisfaction)?.verdict == .yes && $0.limb(.complainants)?.verdict != .yes })
    for (field, row) in [(RectificationOrder.enterprise, disliked.enterprise), (RectificationOrder.county, try #require(disliked.county))] {
      columns[field.name] = .rows(ColumnBuffer(Array(repeating: UInt32(row), count: orders.count)))
    }
    return worse.with([RectificationOrder.schema.name: columns])
  }
}
