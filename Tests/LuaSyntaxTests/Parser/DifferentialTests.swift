import Foundation
import LuaSyntax
import Testing

/// The parser beside the library: each must accept what the other accepts. Needs the `lua5.4` command, which the product does not.
@Suite("Beside the library")
struct DifferentialTests {
  static let interpreter = ["/usr/bin/lua5.4", "/usr/local/bin/lua5.4", "/opt/homebrew/bin/lua5.4"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Reads programs, each behind a line with its length, and prints for each whether it compiles.
  static let judge = """
    while true do
      local length = io.read("n")
      if not length then break end
      io.read(1)
      local program = length == 0 and "" or io.read(length)
      print(load(program, "=p", "t") and "accepted" or "refused")
    end
    """

  @Test(
    "Random programs and mutated ones are accepted by both or refused by both",
    .enabled(if: interpreter != nil, "the lua5.4 command is not installed"), arguments: [101, 102, 103] as [UInt64])
  func random(seed: UInt64) throws {
    var generator = ProgramGenerator(seed: seed)
    var programs: [[UInt8]] = []
    for index in 0..<1_500 {
      let program = generator.program()
      programs.append(index % 3 == 0 ? Array(program.utf8) : generator.mutant(of: program))
    }
    // The library takes no byte order mark and no line for the shell: those are the file loader's. Its names are ASCII only.
    programs.removeAll { $0.first == UInt8(ascii: "#") || $0.contains { $0 >= 0x80 } || $0.first == 0x1B }
    let judged = try judge(programs)
    let own = programs.map { program in
      (try? parse(SourceText(name: "p", bytes: program), dialect: .lua54)) == nil ? "refused" : "accepted"
    }
    try #require(judged.count == programs.count)
    for (index, program) in programs.enumerated() where judged[index] != own[index] {
      Issue.record("the library has \(judged[index]), the parser has \(own[index]): \(String(decoding: program, as: UTF8.self))")
    }
    #expect(judged.count { $0 == "accepted" } > 150 && judged.count { $0 == "refused" } > 150)
  }

  /// The files of the official suite, which is not part of this repository.
  static let suite = ProcessInfo.processInfo.environment["LUA_TESTS"]

  @Test(
    "The files of the official test suite are accepted",
    .enabled(if: suite != nil, "LUA_TESTS does not name the folder of the official test suite"))
  func officialSuite() throws {
    let folder = try #require(Self.suite)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".lua") }.sorted()
    #expect(files.count > 25)
    for file in files {
      var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(file)))
      // `luaL_loadfilex` skips a first line with any `#`.
      if bytes.first == UInt8(ascii: "#") { bytes.removeFirst(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0) }
      #expect(throws: Never.self, "\(file)") { try parse(SourceText(name: file, bytes: bytes), dialect: .lua54) }
    }
  }

  private func judge(_ programs: [[UInt8]]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.interpreter))
    process.arguments = ["-e", Self.judge]
    let input = FileManager.default.temporaryDirectory.appendingPathComponent("programs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: input) }
    try Data(programs.flatMap { Array("\($0.count)\n".utf8) + $0 + [10] }).write(to: input)
    process.standardInput = try FileHandle(forReadingFrom: input)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
