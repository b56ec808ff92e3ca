import Foundation
import Synchronization
import Testing

/// The command at a terminal of its own, typed to and read from as a person does. Debian's `script` holds the terminal.
final class TerminalSession {
  private let command: Command
  private let process = Process()
  private let keys = Pipe()
  private let screen = Pipe()
  private let shown = Shown()

  /// - Parameter words: of the command, without `xize`.
  init(_ command: Command, _ words: String) throws {
    self.command = command
    process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
    process.arguments = ["-qefc", "exec '\(Command.binary)' \(words)", "/dev/null"]
    process.environment = command.environment.merging(["TERM": "xterm", "NO_COLOR": "1"]) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: command.folder.path)
    process.standardInput = keys
    process.standardOutput = screen
    try process.run()
    try screen.fileHandleForWriting.close()
    let reader = screen.fileHandleForReading
    Thread.detachNewThread { [shown] in
      while case let data = reader.availableData, !data.isEmpty {
        shown.text.withLock { $0 += String(decoding: data, as: UTF8.self) }
      }
    }
  }

  /// Types keys; Ctrl-C is "\u{3}", Ctrl-D "\u{4}", Tab "\t".
  func type(_ text: String) throws { try keys.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

  /// Waits until the screen has shown `text` since the last call, and forgets it and what came before it.
  @discardableResult
  func wait(for text: String, seconds: Double = 60, at location: SourceLocation = #_sourceLocation) throws -> String {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      let found: String? = shown.text.withLock { shown in
        guard let range = shown.range(of: text) else { return nil }
        let before = String(shown[..<range.lowerBound])
        shown = String(shown[range.upperBound...])
        return before
      }
      if let found { return found }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw Missing(text: text, shown: shown.text.withLock { $0 })
  }

  /// Types a line that does not end, and presses Ctrl-C until the screen shows `text`. A key that comes before the line has been
  /// read throws it away, so the line is typed again where only the prompt comes back.
  func interrupt(_ line: String, until text: String) throws {
    for attempt in 1...20 {
      try type(line + "\n")
      try wait(for: line)
      Thread.sleep(forTimeInterval: 0.2 * Double(attempt))
      try type("\u{3}")
      if try wait(for: "xize> ").contains(text) { return }
    }
    try wait(for: text, seconds: 0)
  }

  /// Presses Ctrl-D, and waits for the end of the command.
  func leave() throws -> Int32 {
    try type("\u{4}")
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Waits for a command that ends by itself.
  func end() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  deinit { if process.isRunning { process.terminate() } }

  private final class Shown: Sendable { let text = Mutex("") }

  struct Missing: Error, CustomStringConvertible {
    let text: String
    let shown: String
    var description: String { "`\(text)` did not appear; the screen shows:\n\(shown)" }
  }
}
