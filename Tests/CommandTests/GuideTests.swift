import Foundation
import Testing

/// Every example of the guides runs: files are written, commands carried out, and the shown output is what they print.
///
/// `GUIDE_UPDATE=1` writes what the commands print into the guides; read the difference before it is kept.
@Suite("the guides") struct GuideTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// A fenced block of a guide.
  private struct Block {
    var language: String
    /// The file that the block is, by the comment before it.
    var file: String?
    /// Lines of the guide between the fences.
    var lines: Range<Int>
  }

  private static func blocks(_ lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var open: (language: String, at: Int)?
    for (at, line) in lines.enumerated() where line.hasPrefix("```") {
      if let begun = open {
        let before = begun.at > 0 ? lines[begun.at - 1] : ""
        let file = before.hasPrefix("<!-- file: ") ? before.dropFirst(11).replacingOccurrences(of: " -->", with: "") : nil
        blocks.append(Block(language: begun.language, file: file, lines: begun.at + 1..<at))
        open = nil
      } else {
        open = (String(line.dropFirst(3)), at)
      }
    }
    return blocks
  }

  @Test("every rule of the guides passes the check, all of a guide together", arguments: ["guide.zh.md", "guide.en.md"])
  func rules(name: String) throws {
    let lines = try String(contentsOfFile: Self.root + "/docs/" + name, encoding: .utf8).components(separatedBy: "\n")
    let folder = try TemporaryFolder()
    var rules: [String] = []
    for block in Self.blocks(lines) {
      guard let file = block.file, file.hasPrefix("14"), file.hasSuffix(".lua"), !file.hasSuffix(".test.lua") else { continue }
      try folder.write(file, lines[block.lines].joined(separator: "\n") + "\n")
      rules.append(file)
    }
    #expect(rules.count >= 5)
    let outcome = try Command(in: folder, "zh").shell("\"$xize\" check --on 2026-11-24 " + rules.joined(separator: " "))
    #expect(outcome.code == 0, "\(outcome.all)")
  }

  @Test("every file, command and output", arguments: ["guide.zh.md", "guide.en.md"])
  func runs(name: String) throws {
    let path = Self.root + "/docs/" + name
    var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let folder = try TemporaryFolder()
    var xize = Command(in: folder, name.contains(".en.") ? "en" : "zh")
    xize.environment["XIZE_SCRIPTS"] = "."
    // The repository's own scripts, as a reader finds them in a clone.
    try FileManager.default.createSymbolicLink(atPath: folder["scripts"], withDestinationPath: Self.root + "/scripts")
    let update = ProcessInfo.processInfo.environment["GUIDE_UPDATE"] == "1"
    var printed: [(Range<Int>, [String])] = []
    var output = ""
    var files = 0, commands = 0
    for block in Self.blocks(lines) {
      let text = lines[block.lines].joined(separator: "\n")
      if let file = block.file {
        try folder.write(file, text + "\n")
        files += 1
      } else if block.language == "sh" {
        output = ""
        for line in text.split(separator: "\n").map(String.init) where line.hasPrefix("xize ") {
          let outcome = try xize.shell("xize() { \"$xize\" \"$@\"; }; " + line)
          #expect(outcome.code == 0, "\(name): \(line)\n\(outcome.all)")
          output += outcome.all
          commands += 1
        }
      } else if block.language == "text" {
        let said = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let shown = said.last == "" ? Array(said.dropLast()) : said
        if update { printed.append((block.lines, shown)) } else { #expect(text == shown.joined(separator: "\n"), "\(name)") }
      }
    }
    #expect(files >= 6 && commands >= 10, "\(name) has its examples")
    guard update else { return }
    for (range, shown) in printed.reversed() { lines.replaceSubrange(range, with: shown) }
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
}
