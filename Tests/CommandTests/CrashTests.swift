import Foundation
import Testing

/// Jobs are killed at every place where they write; started again, their effect is there exactly once.
///
/// The places are found by tracing. All of them take minutes (`make test-crash`); here every kind is tried, and some more.
@Suite("killed at a write") struct CrashTests {
  private static let everyPlace = ProcessInfo.processInfo.environment["XIZE_CRASH_ALL"] != nil

  /// What is started, killed, and started again.
  struct Start: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var line: String
    /// Files that the places must be among.
    var files: Set<String> = ["xize.db-wal", "xize.db"]
    /// How many places are tried by default; all of them are at least so many.
    var count: Int
    /// What has been done before; `scripts/140403-luzhou/warn.lua` is ``job(broken:)``.
    var before: String?
  }

  static let starts = [
    Start(
      testDescription: "a run", line: "$xize job run monthly-lists --period 2026-09 --district 140403 --workers 0 --report r.html --officer job",
      files: ["xize.db-wal", "xize.db", ".xize-part-…"], count: 13),
    Start(
      testDescription: "a run with two workers",
      line: "$xize job run monthly-lists --period 2026-09 --district 140403 --workers 2 --report r.html --officer job",
      files: ["xize.db-wal", "xize.db", ".xize-part-…"], count: 11),
    Start(
      testDescription: "a tick that makes three months good",
      line: "XIZE_SCRIPTS=scripts $xize jobs tick --at 2026-10-12 --workers 0 --officer job", count: 9, before: "true"),
    Start(
      testDescription: "a resume", line: "XIZE_SCRIPTS=scripts $xize job run warn --period 2026-09 --district 140403 --resume --workers 0 --officer job", count: 9,
      before: "XIZE_SCRIPTS=broken $xize job run warn --period 2026-09 --district 140403 --workers 0 --officer job; [ $? = 1 ]"),
  ]

  /// An interview for each enterprise with complaints; broken, the job fails at one of them.
  private static func job(broken: Bool) -> String {
    """
    job "warn" {
      title = "warn", basis = { document = "潞州住建〔2026〕50号" }, effective = { from = "2026-07-01" }, every = "month",
      run = function(period)
        for e in enterprises:each() do
          local found = complaints:of(e):within_year_to(period.last_day)
          local n = found:count()
          \(broken ? "if n > 0 and e.uscc == \"91140403YYYY00020N\" then error(\"no\") end" : "")
          if n >= 3 then propose.interview(e) { because = n .. " complaints", evidence = found } end
        end
      end,
    }
    """
  }

  private func office(_ start: Start) throws -> SampleOffice {
    let office = try SampleOffice()
    guard let before = start.before else { return office }
    for (folder, broken) in [("scripts", false), ("broken", true)] {
      let path = office.folder["\(folder)/140403-luzhou"]
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Self.job(broken: broken).write(toFile: path + "/warn.lua", atomically: true, encoding: .utf8)
    }
    let prepared = try office().shell(before)
    try #require(prepared.code == 0, "\(prepared.all)")
    return office
  }

  /// What is to be there once and no more: runs, attempts, proposals, ledger entries, the report (but for the ledger's position,
  /// which is that of its own start).
  private func effect(_ office: SampleOffice) throws -> String {
    let sql = """
      SELECT 'run', job, district, period, outcome, output FROM job_runs ORDER BY job, district, period;
      SELECT 'attempt', count(*), max(length(output)) FROM job_attempts;
      SELECT kind, enterprise, state, count(*) FROM proposals GROUP BY kind, enterprise, state ORDER BY kind, enterprise, state;
      SELECT kind, count(*) FROM ledger WHERE kind LIKE 'job%' GROUP BY kind;
      """
    let told = try office().shell("sqlite3 xize.db \"\(sql)\" && { [ ! -e r.html ] || grep -v '^<dd>[0-9]*</dd>$' r.html | sha256sum; }")
    try #require(told.code == 0, "\(told.all)")
    return told.output
  }

  @Test("exactly once after starting again", arguments: starts) func exactlyOnce(_ start: Start) throws {
    try Tool.require("strace", "sqlite3")
    let whole = try office(start)
    let traced = try whole().shell("strace -qq -y -o trace -e trace=\(WritingPlace.calls) env \(start.line)")
    try #require(traced.code == 0, "\(traced.all.prefix(2000))")
    let expected = try effect(whole)
    // Every place is the main thread's: the same start with all its threads and processes in sight.
    let everybody = try office(start)
    let followed = try everybody().shell("strace -f -qq -y -o trace -e trace=\(WritingPlace.calls) env \(start.line)")
    try #require(followed.code == 0, "\(followed.all.prefix(2000))")
    let writers = Set(try everybody.folder.read("trace").split(separator: "\n").filter { $0.contains(everybody.folder.path) }.map { $0.prefix { $0 != " " } })
    #expect(writers.count == 1, "threads that write: \(writers.sorted())")
    #expect(expected.contains("|2026-09|done|"))
    let again = try whole().shell(start.line)
    #expect(again.code == 0, "\(again.all)")
    #expect(try effect(whole) == expected, "a second start adds nothing")
    let places = WritingPlace.places(in: try whole.folder.read("trace"), folder: whole.folder.path)
    #expect(places.count >= start.count, "\(places.count) places that write")
    #expect(start.files.subtracting(places.map(\.file)).isEmpty, "\(Set(places.map(\.kind)).sorted())")
    #expect(places.contains { $0.call == "rename" } == start.line.contains("--report"), "the page takes its place")
    let tried = Self.everyPlace ? places : WritingPlace.chosen(start.count, of: places)
    var reached: [String] = [], missed: [String] = []
    for place in tried {
      let office = try office(start)
      let killed = try office().shell(
        "strace -qq -o /dev/null -e trace=\(place.call) -e inject=\(place.call):signal=SIGKILL:when=\(place.number) env \(start.line) > log 2>&1; echo $?")
      if killed.output == "137\n" { reached.append("\(place)") } else { missed.append("\(place)") }
      let check = try office()("check")
      #expect(check.code == 0, "after \(place): \(check.all)")
      let again = try office().shell(start.line)
      #expect(again.code == 0, "after \(place): \(again.all)")
      #expect(try effect(office) == expected, "after \(place)")
      #expect(try office.folder.contents().allSatisfy { !$0.hasPrefix(".xize-part-") }, "after \(place)")
    }
    // Another thread can take one of the calls, so that a number is not reached; that is rare.
    #expect(reached.count >= max(start.count - 1, tried.count * 9 / 10), "not reached: \(missed)")
    print("killed at \(reached.count) of \(places.count) places of \(start.testDescription): \(reached.joined(separator: "; "))\(missed.isEmpty ? "" : "; not reached: \(missed.joined(separator: "; "))")")
  }
}
