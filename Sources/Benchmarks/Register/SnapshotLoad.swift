internal import CityModel
internal import Columns
internal import GRDB
internal import Register

/// Reading ten columns of all complaints into memory, against SQLite's adding up the same columns itself.
struct SnapshotLoad: Benchmark {
  let name = "snapshot-load"

  private static let fields = [
    Complaint.project, Complaint.enterprise, Complaint.category, Complaint.complainant, Complaint.acceptedAt, Complaint.assignedAt,
    Complaint.basicallyClosedAt, Complaint.status, Complaint.finding, Complaint.reworks,
  ]

  func run(on stage: Stage, into report: Report) throws {
    stage.releaseSnapshot()
    let path = try stage.register(stage.settings.rows)
    let register = try Register.open(at: path, readOnly: true)
    let rulebook = try Rulebook.standard()
    let queue = try DatabaseQueue(path: path)
    defer {
      try? register.close()
      try? queue.close()
    }
    // Tokens use all 64 bits: their exact sum would overflow, which is an error to SQLite.
    let sums = SnapshotLoad.fields.map { field in
      switch field.type {
      case .enumeration, .text: "sum(length(\(field.name)))"
      case .token: "total(\(field.name))"
      default: "sum(\(field.name))"
      }
    }
    var bytes = 0
    let times = try turns(
      3, by: .processor,
      [
        {
          let snapshot = try register.snapshot(
            scope: .city, asOf: Stage.cut, rulebook: rulebook, preload: [Complaint.schema: SnapshotLoad.fields])
          let complaints = snapshot.table(Complaint.schema)
          try complaints.load(SnapshotLoad.fields.compactMap { complaints.schema.position(of: $0.name) })
          bytes = complaints.byteCount
        },
        {
          _ = try queue.read { database in
            try Row.fetchOne(database, sql: "SELECT \(sums.joined(separator: ", ")) FROM complaints")
          }
        },
      ])
    report.figure(name, ours: times[0] * 1e3, unit: "ms", against: "SQLite sums", times[1] * 1e3)
    let values = Double(stage.settings.rows * SnapshotLoad.fields.count)
    report.note("\(name): \(Int(values / times[0] / 1e6)) million values a second, \(bytes / stage.settings.rows) bytes a row of ten columns")
  }
}
