import Foundation
import Fuzzing
import Testing

/// Replays what the fuzzer kept: each input reaches code that no other one reaches, or has once shown a fault.
@Suite struct CorpusTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  @Test(arguments: FuzzTarget.allCases)
  func `every input of the corpus holds`(_ target: FuzzTarget) throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appending(path: target.rawValue), includingPropertiesForKeys: nil)
    #expect(files.count >= 10)
    for file in files.sorted(by: { $0.path < $1.path }) {
      #expect(target.check(Array(try Data(contentsOf: file))) == nil, "\(file.lastPathComponent)")
    }
  }
}
