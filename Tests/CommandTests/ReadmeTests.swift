import Foundation
import Testing

/// The README is carried out: its commands in order, on the city of `make demo`, and each output that it shows is what is printed.
///
/// A block of `text` is the output of the last command before it; `<!-- exit: 2 -->` above it says how that ends, and
/// `<!-- not compared: why -->` that it cannot be compared. `README_UPDATE=1` writes what is printed into the README.
@Suite("the README")
struct ReadmeTests {
  private static let path = Command.repository + "/README.md"

  private struct Block {
    var language: String
    /// The comment above it.
    var comment: String
    var lines: Range<Int>
  }

  private static func blocks(_ lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var open: (language: String, at: Int)?
    for (at, line) in lines.enumerated() where line.hasPrefix("```") {
      guard let begun = open else {
        open = (String(line.dropFirst(3)), at)
        continue
      }
      let before = begun.at > 0 ? lines[begun.at - 1] : ""
      blocks.append(Block(language: begun.language, comment: before.hasPrefix("<!-- ") ? before : "", lines: begun.at + 1..<at))
      open = nil
    }
    return blocks
  }

  @Test("every command of the tour does what it says, in order, and prints what is shown") func tour() throws {
    var lines = try String(contentsOfFile: Self.path, encoding: .utf8).components(separatedBy: "\n")
    let folder = try TemporaryFolder()
    var xize = Command(in: folder, "zh")
    xize.environment["XIZE_SCRIPTS"] = nil
    try FileManager.default.copyItem(atPath: Command.repository + "/scripts", toPath: folder["scripts"])
    // As `.ci/demo` makes it.
    let mapping = "scripts/mappings/chicago-sanitation"
    for preparation in [
      "sample --seed 2026 --complaints 100000 --out city", "create", "import all city",
      "import complaints \(mapping)/excerpt-5000.csv --mapping \(mapping)/mapping.yaml",
    ] {
      let outcome = try xize.shell("$xize \(preparation)")
      try #require(outcome.code == 0, "\(preparation): \(outcome.all)")
    }
    let blocks = Self.blocks(lines)
    let update = ProcessInfo.processInfo.environment["README_UPDATE"] == "1"
    var commands = 0, compared = 0
    var printed: [(Range<Int>, [String])] = []
    for (at, block) in blocks.enumerated() where block.language == "sh" {
      let shown = at + 1 < blocks.count && ["text", ""].contains(blocks[at + 1].language) ? blocks[at + 1] : nil
      let typed = lines[block.lines].filter { line in !["make ", "export ", "alias "].contains { line.hasPrefix($0) } && !line.isEmpty }
      for (place, line) in typed.enumerated() {
        let outcome = try xize.shell("xize() { \"$xize\" \"$@\"; }; \(line)")
        commands += 1
        guard place == typed.count - 1, let shown else {
          #expect(outcome.code == 0 && (!outcome.all.isEmpty || !line.hasPrefix("xize ")), "\(line): \(outcome.all)")
          continue
        }
        #expect("\(outcome.code)" == (shown.comment.firstMatch(of: /exit: (\d+)/).map { String($0.1) } ?? "0"), "\(line): \(outcome.all)")
        if shown.comment.hasPrefix("<!-- not compared: ") { continue }
        var said = outcome.all.components(separatedBy: "\n")
        if said.last == "" { said.removeLast() }
        if update { printed.append((shown.lines, said)) } else { #expect(lines[shown.lines].joined(separator: "\n") == said.joined(separator: "\n"), "\(line)") }
        compared += 1
      }
    }
    #expect(commands >= 15 && compared >= 3)
    // What stands in a block without a language, or in one of text, is an output: none escapes.
    let outputs = blocks.filter { ["text", ""].contains($0.language) && !$0.comment.hasPrefix("<!-- not compared: ") }
    #expect(outputs.count == compared, "each output follows its command")
    guard update else { return }
    for (range, said) in printed.reversed() { lines.replaceSubrange(range, with: said) }
    try lines.joined(separator: "\n").write(toFile: Self.path, atomically: true, encoding: .utf8)
  }

  @Test("the rule that the README shows is the one that ships") func rule() throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    let shipped = try String(contentsOfFile: Command.repository + "/scripts/140403-luzhou/lift-entrapment.lua", encoding: .utf8)
    #expect(text.contains(shipped.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}
