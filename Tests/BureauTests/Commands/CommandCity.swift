import Bureau
import CityModel
import Columns
import Foundation
import GRDB
import Register

/// The small city of `scripts/working-day`, in a register of its own; gone with the value.
final class CommandCity {
  let path: String
  let register: Register
  let rulebook: Rulebook
  private let folder: String

  static let repository = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }

  init() throws {
    folder = NSTemporaryDirectory() + "xize-commands-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/xize.db"
    register = try Register.create(at: path, key: TokenKey(low: 1, high: 2))
    rulebook = try Rulebook.standard()
    let who = Attribution(officer: "import", role: "import", moment: Moment("2026-01-02 09:00")!)
    for schema in [OfficerTable.schema, Enterprise.schema, Community.schema, Project.schema, Building.schema, Contract.schema] {
      let file = "\(Self.repository)/scripts/working-day/\(schema.plural).csv"
      let summary = try register.importTable(schema, from: file, by: who)
      guard summary.quarantined == 0 else { throw Refused(summary: "\(summary)") }
    }
  }

  struct Refused: Error { let summary: String }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A copy of a city as it stands.
  private init(copying original: CommandCity) throws {
    folder = NSTemporaryDirectory() + "xize-commands-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/xize.db"
    try DatabaseQueue(path: original.path).vacuum(into: path)
    try FileManager.default.copyItem(atPath: original.path + ".key", toPath: path + ".key")
    register = try Register.open(at: path)
    rulebook = original.rulebook
  }

  func copy() throws -> CommandCity { try CommandCity(copying: self) }

  /// `done`, or the code of the refusal.
  func act(_ command: CityCommand) throws -> String { try Self.act(command, register, rulebook) }

  static func act(_ command: CityCommand, _ register: Register, _ rulebook: Rulebook) throws -> String {
    switch try register.perform(command, rulebook: rulebook) {
    case .done: "done"
    case .refused(let refusal): refusal.code
    }
  }

  /// An office over the register, with no district's rules.
  var office: Office { Office(register: register, rulebook: rulebook, scripts: ScriptFolder(path: folder)) }

  func code(of outcome: FundOutcome) -> String { if case .refused(let refusal) = outcome { refusal.code } else { "done" } }

  /// Reads the file past the register's own code.
  func sql(_ query: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { try String.fetchAll($0, sql: query) }
  }
}
