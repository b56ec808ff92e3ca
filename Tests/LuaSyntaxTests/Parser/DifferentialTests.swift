import Foundation
import LuaSyntax
import Testing

/// The parser beside the library: each must accept what the other accepts. Needs the `lua5.4` command, which the
/// product does not; without it the tests fail, for they would show nothing.
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
    "Random programs and mutated ones are accepted by both or refused by both", arguments: [101, 102, 103] as [UInt64])
  func random(seed: UInt64) throws {
    var generator = ProgramGenerator(seed: seed)
    var programs: [[UInt8]] = []
    for index in 0..<1_500 {
      let program = generator.program()
      programs.append(index % 3 == 0 ? Array(program.utf8) : generator.mutant(of: program))
    }
    // The library takes no byte order mark and no line for the shell: those are the file loader's. Its names are
    // ASCII only.
    programs.removeAll { $0.first == UInt8(ascii: "#") || $0.contains { $0 >= 0x80 } || $0.first == 0x1B }
    let judged = try run(Self.judge, programs)
    let own = programs.map { program in
      (try? parse(SourceText(name: "p", bytes: program), dialect: .lua54)) == nil ? "refused" : "accepted"
    }
    try #require(judged.count == programs.count)
    for (index, program) in programs.enumerated() where judged[index] != own[index] {
      Issue.record(
        "the library has \(judged[index]), the parser has \(own[index]): \(String(decoding: program, as: UTF8.self))")
    }
    #expect(judged.count { $0 == "accepted" } > 150 && judged.count { $0 == "refused" } > 150)
  }

  /// What goes wrong in scripts most often.
  static let failures = [
    "x.y = 1", "local x; x.y = 1", "local t = {} t.a.b = 1", "x()", "local t = {} t:m()", "local t = {} t.f()",
    "return 1 + nil", "return {} .. 'a'",
    "return #nil", "return {} < {}", "return 1 < 'a'", "return nil > 1", "for i = 1, 'a' do end",
    "for i = 1, 2, 0 do end", "for i = {}, 2 do end",
    "for x in nil do end", "return 1 // 0", "return 1 % 0", "return 1.5 | 1", "local x = 1.5 return x << 1",
    "return {} | 1", "local t = {} t[nil] = 1",
    "local t = {} t[0/0] = 1", "table.insert(nil, 1)", "string.rep()", "('x'):rep(1.5)", "math.floor({})",
    "local function f() return 1 + f() end f()",
    "table.concat({{}})", "table.sort({3, 1, 2, 5, 4}, function() return true end)", "string.rep('x', 1 << 40)",
    "return -{}", "return ('a') + 1",
    "return tostring()", "setmetatable(1, {})", "error()", "error('own words')",
  ]

  @Test("What the library says at run time is known")
  func messages() throws {
    let programs = Self.failures.map { Array("local ok, m = pcall(load([==[\($0)]==], '=')) return m".utf8) }
    let messages = try run(
      Self.judge.replacing(
        "load(program, \"=p\", \"t\") and \"accepted\" or \"refused\"", with: "tostring(load(program)())"), programs)
    var unknown = messages.map { $0.replacing(":1: ", with: "", maxReplacements: 1) }
    unknown.removeAll { LibraryMessage($0) != nil }
    #expect(unknown == ["nil", "own words"])
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

  private func run(_ script: String, _ programs: [[UInt8]]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.interpreter, "the lua5.4 command is not installed: make packages"))
    process.arguments = ["-e", script]
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
