import Bureau
import CityModel
import Columns
import Foundation
import Register
import SampleCity

/// An office in a temporary folder, with the sample city in its register and the shipped scripts; gone with the value.
final class TemporaryOffice {
  let folder: String
  let office: Office

  /// The scripts that ship with the project.
  static let scripts = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/scripts"

  /// - Parameter complaints: rows of complaints, the cases' among them.
  init(complaints: Int = SampleCity.caseComplaints, seed: UInt64 = 2026, enterprises: Int = 250, projects: Int = 1000) throws {
    folder = NSTemporaryDirectory() + "xize-bureau-\(UUID().uuidString)"
    let city = folder + "/city"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try SampleWriter(SampleCity(seed: seed, complaints: complaints, enterprises: enterprises, projects: projects)).write(to: city)
    let register = try Register.create(at: folder + "/xize.db", key: TokenKey(low: 1, high: 2))
    let who = Attribution(officer: "import", role: "import", moment: Moment(seconds: 1_790_000_000))
    for schema in [OfficerTable.schema] + CitySchema.storedTables.filter({ $0.name != "division" }) {
      let path = "\(city)/\(schema.plural).csv"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let summary = try register.importTable(schema, from: path, by: who)
      guard summary.quarantined == 0, summary.read == summary.stored else { throw Refused(summary: "\(summary)") }
    }
    try register.close()
    office = try Office(register: folder + "/xize.db", scripts: TemporaryOffice.scripts, readOnly: false)
  }

  struct Refused: Error { let summary: String }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
