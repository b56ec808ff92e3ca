import Foundation
import Testing

/// What a figure rests on, what could not be judged, and what a dry run would propose: all of it is shown.
@Suite("facts behind a figure") struct EvidenceTests {
  private static let rule = """
    adjustment "noise" {
      title = "noise", basis = { document = "潞州住建〔2026〕51号" }, effective = { from = "2026-01-01" }, relates = "D10",
      each = complaints, where = { category = "noise" }, counted = { once_for = "complainant" }, deduct = 1, because = "{number}",
    }

    """

  /// Rows of a CSV table, with the names of its columns.
  private func rows(_ csv: String) -> [[String: String]] {
    let lines = csv.split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().filter { $0.count == head.count }.map { Dictionary(zip(head, $0), uniquingKeysWith: { a, _ in a }) }
  }

  /// The tables of JSON that a command prints one after another.
  private func tables(_ output: String) throws -> [[[String: Any]]] {
    try output.components(separatedBy: "\n]\n").filter { !$0.isEmpty }.map { text in
      try #require(try JSONSerialization.jsonObject(with: Data((text + "\n]").utf8)) as? [[String: Any]])
    }
  }

  @Test("a line of a score lists each complaint it counts, and what is no line is refused with those there are") func line() throws {
    let office = try SampleOffice()
    let scores = rows(try office()("scores", "--district", "潞州区", "--as-of", "2026-09-30", "--format", "csv").output)
    var seen = 0
    for uscc in scores.compactMap({ $0["uscc"] }).prefix(6) {
      let answer = try office()("why", uscc, "D10", "--district", "潞州区", "--as-of", "2026-09-30", "--format", "json")
      #expect(answer.code == 0, "\(answer.all)")
      let all = try tables(answer.output)
      guard let lines = all.first, all.count > 1, lines.first?["item"] != nil else { continue }
      let claimed = lines.compactMap { $0["evidence"] as? Int }.reduce(0, +)
      #expect(claimed > 0 && all[1].count == claimed && all[1].allSatisfy { ($0["number"] as? String)?.hasPrefix("TS") ?? false }, "\(answer.output)")
      seen += claimed
    }
    #expect(seen > 0)
    let wrong = try office()("why", try #require(scores.first?["uscc"]), "D99", "--district", "潞州区", "--as-of", "2026-09-30")
    #expect(wrong.code == 1 && wrong.errors.contains("unknown-figure") && wrong.errors.contains("D10"), "\(wrong.all)")
  }

  @Test("what cannot be judged is listed with the missing fact, and why names it") func unknown() throws {
    let office = try SampleOffice()
    try office.folder.write("own/140403-luzhou/noise.lua", Self.rule)
    let run = try office()("run", "own/140403-luzhou/noise.lua", "--period", "2026-09", "--format", "json", "--scripts", "own")
    let listed = try #require(try tables(run.output).last)
    #expect(run.code == 0 && !listed.isEmpty && listed.allSatisfy { ($0["missing"] as? String)?.isEmpty == false }, "\(run.all)")
    let anonymous = try #require(listed.first { $0["missing"] as? String == "complainant" }, "\(listed)")
    let number = try #require(anonymous["number"] as? String)
    let why = try office()("why", number, "--district", "潞州区", "--as-of", "2026-09-30", "--scripts", "own")
    #expect(why.output.contains("it cannot be judged: complainant") && why.output.contains("counts once for the same"), "\(why.all)")
  }

  @Test("a dry run shows every kind that it proposes, with reasons; a job may be named by its file", arguments: ["季节检查整改", "seasonal-checklist"])
  func dryRun(_ name: String) throws {
    let outcome = try SampleOffice()()("job", "run", name, "--period", "2026-07-10", "--district", "沁源县", "--dry-run", "--format", "csv")
    #expect(outcome.code == 0 && outcome.output.contains("rectification"), "\(outcome.all)")
    #expect(outcome.output.contains("2026-07-06防汛检查"), "the reason stands there: \(outcome.all)")
    #expect(!outcome.output.contains("black_list"), "no column for what does not occur")
  }

  @Test("the periods of one job, county and state share a line; with --all each has its own") func folded() throws {
    let office = try SampleOffice()
    let short = rows(try office()("jobs", "list", "--at", "2026-10-12", "--state", "missed", "--district", "潞州区", "--format", "csv").output)
    let long = rows(try office()("jobs", "list", "--at", "2026-10-12", "--state", "missed", "--district", "潞州区", "--all", "--format", "csv").output)
    #expect(short.count < long.count && Set(short.compactMap { $0["job"] }).count == short.count, "\(short)")
    #expect(short.compactMap { Int($0["periods"] ?? "") }.reduce(0, +) == long.count)
    let daily = try #require(short.first { Int($0["periods"] ?? "") ?? 0 > 31 })
    #expect(daily["period"]?.contains(" … ") ?? false, "\(daily)")
  }
}
