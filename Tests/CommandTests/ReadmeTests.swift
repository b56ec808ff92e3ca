import Foundation
import Testing

@Suite("the README")
struct ReadmeTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// The lines of the README's shell blocks that begin with `xize`.
  private static func commands() throws -> [String] {
    let text = try String(contentsOfFile: root + "/README.md", encoding: .utf8)
    var commands: [String] = []
    for block in text.components(separatedBy: "```sh\n").dropFirst() {
      guard let end = block.range(of: "```") else { continue }
      commands += block[..<end.lowerBound].split(separator: "\n").map(String.init).filter { $0.hasPrefix("xize ") }
    }
    return commands
  }

  private func shell(_ command: String, _ register: String) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "xize() { \"\(ReadmeTests.binary)\" \"$@\"; }; \(command)"]
    process.currentDirectoryURL = URL(fileURLWithPath: ReadmeTests.root)
    process.environment = ["XIZE_REGISTER": register, "XIZE_LANG": "zh", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// The command is built beside the test bundle.
  private static let binary: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("xize").path
  }()

  @Test("every command of the tour does what it says, in order") func tour() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 9)
    let folder = NSTemporaryDirectory() + "xize-readme-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let register = folder + "/xize.db"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for preparation in ["xize sample --complaints 3000 --out \(folder)/city", "xize create", "xize import all \(folder)/city"] {
      let (code, output) = try shell(preparation, register)
      #expect(code == 0, "\(preparation): \(output)")
    }
    for command in commands {
      let (code, output) = try shell(command, register)
      #expect(code == 0, "\(command): \(output)")
      #expect(!output.isEmpty, "\(command)")
    }
  }

  @Test("the rule that the README shows is the one that ships") func rule() throws {
    let text = try String(contentsOfFile: Self.root + "/README.md", encoding: .utf8)
    let shipped = try String(contentsOfFile: Self.root + "/scripts/140403-luzhou/lift-entrapment.lua", encoding: .utf8)
    #expect(text.contains(shipped.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}
