import Bureau
import CityModel
import Foundation
import Register
import Testing

/// Runs that earlier versions recorded, kept with the sources: what is computed now is what was computed then.
@Suite("recorded runs of every release") struct ReplayFixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/replays")

  static var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".db.gz") }.sorted()
  }

  @Test("at least one is kept") func kept() { #expect(!Self.files.isEmpty) }

  @Test("every run gives the same bytes, whatever stands in the folder of scripts", arguments: files) func replayed(name: String) throws {
    let folder = NSTemporaryDirectory() + "xize-replay-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let register = folder + "/xize.db"
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-dc", Self.folder.appending(path: name).path]
    #expect(FileManager.default.createFile(atPath: register, contents: nil))
    let handle = try #require(FileHandle(forWritingAtPath: register))
    gzip.standardOutput = handle
    try gzip.run()
    gzip.waitUntilExit()
    try handle.close()
    let office = try Office(register: register, scripts: folder, readOnly: false)
    let runs = try office.register.runs()
    var proposals = 0
    var kinds: Set<String> = []
    for run in runs {
      for replay in try office.replay(run.number) {
        #expect(replay.isSame, "\(name) run \(run.number) \(run.job) \(run.district): \(replay.difference.map { "\($0)" } ?? "")")
        kinds.insert(replay.attempt.kind.rawValue)
        proposals += replay.attempt.output.split(separator: "\n").count - 1
      }
    }
    #expect(runs.count > 0 && proposals > 0, "the record holds proposals")
    guard name != "2026-11.db.gz" else { return }
    #expect(kinds == ["first", "resume", "rerun"])
    #expect(Set(try office.register.proposalCases().map(\.kind)).isSuperset(of: ["red_list", "black_list", "interview", "deduction", "advice_to_owners"]))
    #expect(runs.contains { $0.period.count == 10 }, "a daily job")
  }
}
