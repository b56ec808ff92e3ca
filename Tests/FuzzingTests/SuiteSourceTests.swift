import Foundation
import LuaRuntime
import LuaSyntax
import Testing

/// What the official suite feeds to `load`, good and bad: the parser must say what the library says.
@Suite(.enabled(if: suiteFolder != nil, "LUA_TESTS does not name the folder of the official test suite"))
struct SuiteSourceTests {
  /// Those that load a source at all.
  static let files = [
    "calls", "constructs", "db", "errors", "files", "goto", "literals", "locals", "math", "pm", "strings", "utf8", "vararg",
  ]

  @Test(arguments: files)
  func `the parser agrees with the library on every source the suite loads`(_ file: String) throws {
    let folder = try #require(suiteFolder)
    let engine = try Engine(
      limits: .init(memory: 2 << 30, hostCredit: 1 << 30, string: 1 << 30, time: .seconds(600), elements: 1 << 24), profile: .unrestricted)
    let environment = try engine.makeEnvironment()
    try engine.run(
      """
      _soft, _port, _nomsg = true, true, true
      package.path = '\(folder)/?.lua'
      local load, dofile = load, dofile
      SEEN = {}
      function _G.load(chunk, ...)
        local f, message = load(chunk, ...)
        if type(chunk) == 'string' and select(2, ...) ~= 'b' and #chunk < 20000 and #SEEN < 4000 then
          SEEN[#SEEN + 1] = {chunk, f and '' or tostring(message)}
        end
        return f, message
      end
      """, name: "set-up", in: environment)
    var bytes = Array(try Data(contentsOf: URL(filePath: folder).appending(path: file + ".lua")))
    if bytes.first == UInt8(ascii: "#") { bytes.removeFirst(bytes.firstIndex(of: 10) ?? 0) }
    // (Where the file itself notices that `load` is not a function of C, what was loaded so far is enough.)
    let main = try engine.load(bytes, name: file, into: environment)
    _ = try? engine.call(main, [.string(file)])
    let seen = try engine.run("return SEEN", name: "seen", in: environment).first?.table?.array ?? []
    var judged = 0
    for pair in seen {
      guard let source = Self.bytes(pair.table?.array.first), let message = pair.table?.array.last?.string else { continue }
      // A file's loader, not the compiler, takes `#`; names beyond ASCII are ours.
      guard source.first != 0x1B, source.first != UInt8(ascii: "#") else { continue }
      let text = SourceText(name: "s", bytes: source)
      let foreign = Lexer.tokens(of: text).contains { token in
        token.kind != .string && token.kind != .comment && source[token.span.range].contains { $0 >= 0x80 }
      }
      if foreign { continue }
      var refusal: SyntaxError?
      do { _ = try parse(text, dialect: .lua54) } catch { refusal = error }
      if refusal?.first.code == .tooDeep { continue }
      judged += 1
      if (refusal == nil) != message.isEmpty {
        Issue.record("\(String(decoding: source.prefix(300), as: UTF8.self))\nlibrary: \(message)\nparser: \(refusal?.rendered(.english) ?? "")")
      }
    }
    #expect(judged > 0, "\(file).lua loaded nothing")
    print("suite: \(file).lua loads \(judged) sources, judged alike")
  }

  private static func bytes(_ value: LuaValue?) -> [UInt8]? {
    switch value {
    case .string(let text): Array(text.utf8)
    case .bytes(let bytes): bytes
    default: nil
    }
  }
}

private let suiteFolder = ProcessInfo.processInfo.environment["LUA_TESTS"]
