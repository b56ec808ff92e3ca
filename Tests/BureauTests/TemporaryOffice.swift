import Bureau
import CityModel
import Columns
import Foundation
import Register
import SampleCity
import Synchronization

/// An office in a temporary folder, with the sample city in its register and the shipped scripts; gone with the value.
final class TemporaryOffice {
  let folder: String
  let office: Office

  /// The scripts that ship with the project.
  static let scripts = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/scripts"

  /// The folders of sample cities by their number of complaints: each is made and imported once, and copied.
  private static let originals = Mutex<[SampleKey: String]>([:])

  private static func original(_ key: SampleKey) throws -> String {
    try originals.withLock { known in
      if let folder = known[key] { return folder }
      let folder = NSTemporaryDirectory() + "xize-bureau-\(key.seed)-\(key.complaints)-\(UUID().uuidString)"
      try make(folder, key)
      if known.isEmpty {
        atexit {
          for folder in TemporaryOffice.originals.withLock({ Array($0.values) }) { try? FileManager.default.removeItem(atPath: folder) }
        }
      }
      known[key] = folder
      return folder
    }
  }

  private static func make(_ folder: String, _ key: SampleKey) throws {
    let city = folder + "/city"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try SampleWriter(SampleCity(seed: key.seed, complaints: key.complaints, enterprises: key.enterprises, projects: key.projects)).write(to: city)
    let register = try Register.create(at: folder + "/xize.db", key: TokenKey(low: 1, high: 2))
    let who = Attribution(officer: "import", role: "import", moment: SampleCity.cut.end)
    for schema in [OfficerTable.schema] + CitySchema.storedTables.filter({ $0.name != "division" }) {
      let path = "\(city)/\(schema.plural).csv"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let summary = try register.importTable(schema, from: path, by: who)
      guard summary.quarantined == 0, summary.read == summary.stored else { throw Refused(summary: "\(summary)") }
    }
    try register.close()
  }

  /// - Parameter complaints: rows of complaints, the cases' among them.
  init(complaints: Int = SampleCity.caseComplaints, seed: UInt64 = 2026, enterprises: Int = 250, projects: Int = 1000) throws {
    let original = try TemporaryOffice.original(SampleKey(seed: seed, complaints: complaints, enterprises: enterprises, projects: projects))
    folder = NSTemporaryDirectory() + "xize-bureau-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: original + "/xize.db", toPath: folder + "/xize.db")
    try FileManager.default.createSymbolicLink(atPath: folder + "/city", withDestinationPath: original + "/city")
    office = try Office(register: folder + "/xize.db", scripts: TemporaryOffice.scripts, readOnly: false)
  }

  struct Refused: Error { let summary: String }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// What a sample city is made from.
private struct SampleKey: Hashable {
  var seed: UInt64
  var complaints: Int
  var enterprises: Int
  var projects: Int
}
