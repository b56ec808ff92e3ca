internal import Foundation
internal import Register

/// A file of complaints into a fresh register, every row validated and the transaction durable, against
/// `sqlite3 FILE .import`, which takes every cell as text and keeps no index.
struct ImportRate: Benchmark {
  let name = "import"

  func run(on stage: Stage, into report: Report) throws {
    guard let sqlite = Spawn.find("sqlite3") else { return report.note("\(name): skipped, sqlite3 is not installed") }
    let rows = stage.settings.rows
    let file = "\(try stage.city(rows))/complaints.csv"
    let path = "\(stage.folder)/import.db", peer = "\(stage.folder)/peer.db"
    var ours: [Double] = [], theirs: [Double] = []
    for _ in 0..<3 {
      for old in [path, peer] {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: old + suffix) }
      }
      let register = try stage.emptyRegister(for: rows, at: path)
      ours.append(try Clock.wall.seconds { try stage.importComplaints(rows, into: register) })
      try register.close()
      theirs.append(try Clock.wall.seconds { try Spawn.run([sqlite, peer, ".mode csv", ".import \(file) complaints"]) })
    }
    report.figure(
      name, ours: Double(rows) / median(ours), unit: "rows/s", against: "sqlite3 .import", Double(rows) / median(theirs),
      target: .ratioAtLeast(0.44))
  }
}
