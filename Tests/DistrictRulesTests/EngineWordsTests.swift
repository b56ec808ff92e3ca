@testable import DistrictRules
import Foundation
@testable import LuaRuntime
import LuaSyntax
import Testing

/// Every sentence that the engine can say, read from its sources, has a Chinese form.
@Suite struct EngineWordsTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The string literals of C that are raised or kept as a message, and those of Swift that make a `LuaError`.
  static let messages: [String] = {
    var found: Set<String> = []
    func gather(_ folder: String, _ suffix: String, _ pattern: Regex<(Substring, Substring)>) {
      let root = Self.root.appending(path: folder)
      for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init()
      where file.pathExtension == suffix {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        for match in text.matches(of: pattern) { found.insert(String(match.1)) }
      }
    }
    gather("Sources/CLua", "c", #/(?:luaL_error|luaL_argerror|luaL_argcheck|set_text|snprintf\(message)[^";]*"((?:[^"\\]|\\.)+)"/#)
    gather("Sources/LuaRuntime", "swift", #/LuaError\(\s*\.[a-zA-Z]+,\s*"((?:[^"\\]|\\.)+)"/#)
    return found.sorted()
  }()

  @Test func `the sources are found`() {
    #expect(Self.messages.count > 90, "\(Self.messages.count)")
    for sentence in ["unknown name `%s`", "value out of range", "no memory for an environment", "pattern too complex"] {
      #expect(Self.messages.contains(sentence))
    }
  }

  @Test(arguments: messages)
  func `every message has Chinese words`(_ literal: String) {
    var best = "none"
    for sample in Self.samples {
      let sentence = Self.filled(literal, sample)
      for message in [sentence, "bad argument #2 to 'insert' (\(sentence))"] {
        let (wording, help) = Self.said(message)
        if Self.isChinese(wording.chinese), help.map({ Self.isChinese($0.chinese) }) ?? true { return }
        if wording.chinese != message { best = wording.chinese }
      }
    }
    Issue.record("\(literal): \(best)")
  }

  /// As `ScriptSession` does.
  private static func said(_ message: String) -> (Wording, Wording?) {
    if let library = LibraryMessage(message) { return (library.wording, library.help) }
    let words = EngineWords(LuaError(.runtime, message), message: message)
    return (words.wording, words.help)
  }

  private static let samples = ["a moment", "moment", "lift", "table"]

  private static func filled(_ literal: String, _ sample: String) -> String {
    var text = literal.replacing("\\n", with: "\n").replacing("\\\"", with: "\"")
    // A place before a message is taken off before it is worded.
    for place in ["%.60s:%d: ", "%.60s:1: "] where text.hasPrefix(place) { text = String(text.dropFirst(place.count)) }
    // Interpolations of Swift's, innermost brackets first.
    while let inner = text.firstMatch(of: #/\\\((?:[^()"]|\([^()]*\)|"[^"]*")*\)/#) { text.replaceSubrange(inner.range, with: sample) }
    // (One with a string in it was cut there.)
    if let open = text.firstRange(of: "\\(") { text.replaceSubrange(open.lowerBound..., with: sample) }
    // An article, or a preposition, of its own.
    text = text.replacing("cannot be %s %s", with: "cannot be multiplied by %s")
    text = text.replacing("%s %s", with: sample.hasPrefix("a ") ? sample : "a \(sample)")
    text = text.replacing("%I", with: "7").replacing("%d", with: "7").replacing("%c", with: "%").replacing("%s", with: sample)
    return text.replacing("%%", with: "%")
  }

  /// Has ideographs, and of Latin letters only names in backticks and what is called so in Chinese too.
  private static func isChinese(_ text: String) -> Bool {
    let outside = text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: " ")
    let words = outside.matches(of: #/[A-Za-z]{2,}/#).map { String($0.output) }.filter { !["UTF", "Lua", "moment", "lift", "MiB"].contains($0) }
    return words.isEmpty && text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
