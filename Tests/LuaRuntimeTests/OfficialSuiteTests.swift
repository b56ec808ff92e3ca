import Foundation
import LuaRuntime
import Testing

/// The official test suite of Lua 5.4.4, which is not part of this repository: `make test-lua LUA_TESTS=folder`.
///
/// Each file runs in an unrestricted engine, once with the library's own functions (our allocator, our protected calls, our
/// kill switch under the interpreter) and once with the bounded functions laid over them: then `string`, `table`, `utf8` and
/// a few more are ours, and every result and message that the suite checks is theirs.
@Suite(.enabled(if: OfficialFile.folder != nil, "LUA_TESTS does not name the folder of the official test suite"))
struct OfficialSuiteTests {
  @Test(arguments: OfficialFile.all)
  func `runs whole with the library's own functions`(_ file: OfficialFile) throws {
    try run(file, skipping: file.skips.filter { !$0.onlyBounded }, bounded: false)
  }

  @Test(arguments: OfficialFile.all)
  func `runs whole with the bounded functions`(_ file: OfficialFile) throws {
    try run(file, skipping: file.skips, bounded: true)
  }

  private func run(_ file: OfficialFile, skipping skips: [OfficialFile.Skip], bounded: Bool) throws {
    let folder = try #require(OfficialFile.folder)
    let url = URL(filePath: folder).appending(path: file.name)
    var lines = try Data(contentsOf: url).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array($0) }
    if lines.first?.first == UInt8(ascii: "#") { lines[0] = [] }
    for skip in skips {
      let first = lines.indices.contains(skip.lines.lowerBound - 1) ? lines[skip.lines.lowerBound - 1] : []
      try #require(
        String(decoding: first, as: UTF8.self).contains(skip.text),
        "line \(skip.lines.lowerBound) of \(file.name) is another one: is this the suite of 5.4.4?")
      for line in skip.lines { lines[line - 1] = [] }
    }
    let engine = try Engine(
      limits: .init(memory: 2 << 30, hostCredit: 1 << 30, string: 1 << 30, time: .seconds(600), output: 1 << 30),
      profile: .unrestricted)
    let environment = try engine.makeEnvironment()
    // As `lua -e "_U = true" all.lua` does: no tests of what the machine or the C interface has.
    try engine.run(
      "_soft, _port, _nomsg, T = true, true, true, nil package.path = '\(folder)/?.lua'", name: "set-up",
      in: environment)
    if bounded {
      try engine.run("protected, handled = pcall, xpcall", name: "set-up", in: environment)
      try engine.layBoundedFunctionsOver()
      // Scripts have no coroutines, and our `pcall` is not one to yield across.
      if file.yields { try engine.run("pcall, xpcall = protected, handled", name: "set-up", in: environment) }
      try engine.run("protected, handled = nil, nil", name: "set-up", in: environment)
    }
    do {
      let chunk = try engine.load(Array(lines.joined(separator: [UInt8(ascii: "\n")])), name: file.name, into: environment)
      try engine.call(chunk, [.string(file.name)])
    } catch {
      Issue.record("\(error)\n\(error.traceback.prefix(3))")
    }
    print("suite: \(file.name) \(bounded ? "with the bounded functions" : "with the library's own"), \(skips.count) skipped")
  }
}
