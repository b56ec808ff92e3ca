import Foundation
import Testing

/// The built command, run as a person runs it: a process of its own, with an environment of its own.
struct Command {
  struct Outcome {
    var code: Int32
    /// Whether it ended by itself; a trap or a signal would be the other way.
    var exited: Bool
    var output: String
    var errors: String
    var all: String { output + errors }
  }

  /// Beside the test bundle, which is the running program.
  static let binary: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let beside = (own as NSString).deletingLastPathComponent + "/xize"
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return repository + "/.build/debug/xize"
  }()

  static let repository = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }

  /// Held, so that it is there for as long as the command is.
  let folder: TemporaryFolder
  var environment: [String: String] = [:]

  /// - Parameter language: of messages, `zh` or `en`.
  init(in folder: TemporaryFolder, _ language: String = "en", register: String = "xize.db") {
    self.folder = folder
    environment = [
      "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": folder.path, "XIZE_LANG": language, "XIZE_REGISTER": register,
      "XIZE_SCRIPTS": Command.repository + "/scripts", "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// Runs `xize` with these words; its input is `input`.
  @discardableResult
  func callAsFunction(
    _ arguments: String..., input: String = "", at location: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    try run(Command.binary, arguments, input: input, at: location)
  }

  /// Runs a line of the shell, in which `$xize` is the command.
  func shell(_ line: String, at location: SourceLocation = #_sourceLocation) throws -> Outcome {
    var copy = self
    copy.environment["xize"] = Command.binary
    return try copy.run("/bin/bash", ["-c", line], input: "", at: location)
  }

  /// Output goes to files: a pipe that another child of this process has inherited would never end.
  func run(_ program: String, _ arguments: [String], input: String, at location: SourceLocation) throws -> Outcome {
    let scratch = try TemporaryFolder()
    try scratch.write("in", input)
    try scratch.write("out", "")
    try scratch.write("err", "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardInput = FileHandle(forReadingAtPath: scratch["in"])
    process.standardOutput = FileHandle(forWritingAtPath: scratch["out"])
    process.standardError = FileHandle(forWritingAtPath: scratch["err"])
    try process.run()
    process.waitUntilExit()
    let outcome = Outcome(
      code: process.terminationStatus, exited: process.terminationReason == .exit, output: try scratch.read("out"),
      errors: try scratch.read("err"))
    #expect(
      outcome.exited, "no command ends by a signal: \(arguments) by \(outcome.code)\n\(outcome.errors.prefix(2000))",
      sourceLocation: location)
    // A shell turns a signal into 128 and its number; Ctrl-C's 130 is our own.
    #expect(outcome.code < 128 || outcome.code == 130, "\(arguments): \(outcome.code)\n\(outcome.errors.prefix(2000))", sourceLocation: location)
    return outcome
  }
}
