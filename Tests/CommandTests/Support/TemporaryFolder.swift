import Foundation

/// A folder of its own for one test, removed with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "xize-command-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(_ name: String) -> String { path + "/" + name }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  /// Writes a file, and the folders above it.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: self[name]))) }

  func read(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func contents(_ name: String = ".") throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: self[name]).sorted() }
}
