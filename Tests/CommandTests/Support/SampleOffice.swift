import Foundation
import Testing

/// A small sample city in a register, made once by the command itself; each test that writes works on a copy.
struct SampleOffice {
  let folder: TemporaryFolder

  /// The city's files and the register that they were imported into. Never written to.
  static let original: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder)
    let sample = try xize("sample", "--complaints", "3000", "--out", "city")
    try #require(sample.code == 0, "\(sample.all)")
    let created = try xize("create")
    try #require(created.code == 0, "\(created.all)")
    let imported = try xize("import", "all", "city")
    try #require(imported.code == 0, "\(imported.all)")
    atexit {
      if case .success(let folder) = SampleOffice.original { try? FileManager.default.removeItem(atPath: folder.path) }
    }
    return folder
  }

  init() throws {
    let original = try SampleOffice.original.get()
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: original["xize.db"], toPath: folder["xize.db"])
    try FileManager.default.copyItem(atPath: original["xize.db.key"], toPath: folder["xize.db.key"])
    try FileManager.default.createSymbolicLink(atPath: folder["city"], withDestinationPath: original["city"])
  }

  func callAsFunction(_ language: String = "en") -> Command { Command(in: folder, language) }

  var register: [UInt8] { get throws { try folder.bytes("xize.db") } }

  /// What the register holds, as the command tells it.
  var content: String {
    get throws { try self()("check").output + self()("eval", "-c", "return #complaints, #enterprises").output }
  }
}
