internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Foundation
internal import Register
internal import SampleCity

/// The sample city's files and registers in a temporary folder, each made when it is first asked for.
final class Stage {
  let settings: Settings
  let folder: String
  private var registers: [Int: String] = [:]
  private var cities: [Int: String] = [:]
  private var held: Snapshot?
  private var rows: Arena?

  init(_ settings: Settings) throws {
    self.settings = settings
    folder = NSTemporaryDirectory() + "xize-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// After everything the sample city tells.
  static let cut = SampleCity.cut.end

  /// A register of a province's size: 25,000 enterprises, 100,000 estates and ten times the large city's complaints.
  func province() throws -> String {
    let complaints = settings.rows * 10
    let files = "\(folder)/province"
    try SampleWriter(SampleCity(seed: 2026, complaints: complaints, enterprises: 25_000, projects: 100_000)).write(to: files)
    cities[complaints] = files
    return try register(complaints)
  }

  /// The folder of a city's files.
  func city(_ complaints: Int) throws -> String {
    if let known = cities[complaints] { return known }
    let path = "\(folder)/city-\(complaints)"
    try SampleWriter(SampleCity(seed: 2026, complaints: complaints)).write(to: path)
    cities[complaints] = path
    return path
  }

  /// Complaints, and what refers to them.
  private static func needsComplaints(_ schema: TableSchema) -> Bool {
    schema == Complaint.schema || schema.fields.contains { $0.type == .reference(Complaint.schema.name) }
  }

  /// A new register with everything but the complaints.
  func emptyRegister(for complaints: Int, at path: String) throws -> Register {
    let files = try city(complaints)
    let register = try Register.create(at: path)
    for schema in CitySchema.storedTables where schema.name != "division" && !Stage.needsComplaints(schema) {
      // Some tables begin empty: only commands write them.
      let file = "\(files)/\(schema.plural).csv"
      if access(file, R_OK) == 0 { _ = try register.importTable(schema, from: file, by: Stage.importer) }
    }
    return register
  }

  func importComplaints(_ complaints: Int, into register: Register) throws {
    let summary = try register.importTable(Complaint.schema, from: "\(try city(complaints))/complaints.csv", by: Stage.importer)
    guard summary.stored == complaints else { throw BenchError("\(summary.stored) of \(complaints) rows were stored") }
  }

  /// The path of a register with all of a city's facts.
  func register(_ complaints: Int) throws -> String {
    if let known = registers[complaints] { return known }
    let path = "\(folder)/city-\(complaints).db"
    let register = try emptyRegister(for: complaints, at: path)
    try importComplaints(complaints, into: register)
    try register.close()
    registers[complaints] = path
    return path
  }

  /// The large city's snapshot, its complaints' columns loaded.
  func snapshot() throws -> Snapshot {
    if let held { return held }
    let register = try Register.open(at: try self.register(settings.rows), readOnly: true)
    let snapshot = try register.snapshot(
      scope: .city, asOf: Stage.cut, rulebook: try Rulebook.standard(),
      preload: [Complaint.schema: Complaint.schema.storedFields.filter { $0.name != Complaint.number.name }])
    held = snapshot
    return snapshot
  }

  /// The runtime's own million rows.
  func arena() throws -> Arena {
    if let rows { return rows }
    let arena = try Arena(rows: settings.rows)
    rows = arena
    return arena
  }

  func releaseArena() { rows = nil }

  /// Ends the large snapshot, so that the next benchmark has the memory to itself.
  func releaseSnapshot() { held = nil }

  private static let importer = Attribution(officer: "bench", role: "import", moment: cut)
}
