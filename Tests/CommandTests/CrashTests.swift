import Foundation
import Testing

/// A run is killed at every place where it writes; resumed, its effect is there exactly once.
///
/// The places are found by tracing. All of them take minutes (`make test-crash`); here every so many are tried.
@Suite("killed at a write") struct CrashTests {
  private static let calls = "pwrite64,write,fdatasync,fsync,ftruncate,unlink,rename,mkdir"
  private static let everyPlace = ProcessInfo.processInfo.environment["XIZE_CRASH_ALL"] != nil
  private static let command = "$xize job run monthly-lists --period 2026-09 --district 140403 --workers 0 --report r.html --officer job"

  /// What is to be in the register once and no more: runs, attempts, proposals, ledger entries.
  private func effect(_ office: SampleOffice) throws -> String {
    let sql = """
      SELECT 'run', job, district, period, outcome, output FROM job_runs; SELECT 'attempt', count(*), max(length(output)) FROM job_attempts;
      SELECT kind, enterprise, state FROM proposals ORDER BY kind, enterprise; SELECT kind, count(*) FROM ledger WHERE kind LIKE 'job%' GROUP BY kind;
      """
    return try office().shell("sqlite3 xize.db \"\(sql)\"").output
  }

  @Test("exactly once after resuming") func exactlyOnce() throws {
    for tool in ["strace", "sqlite3"] where !FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)") {
      return print("\(tool) is not here: the crash test is skipped (apt-get install \(tool))")
    }
    let whole = try SampleOffice()
    let traced = try whole().shell("strace -f -qq -y -o trace -e trace=\(Self.calls) \(Self.command)")
    guard traced.code == 0 else { return print("strace may not trace here: the crash test is skipped\n\(traced.errors.prefix(300))") }
    let expected = try effect(whole)
    #expect(expected.contains("run|monthly-lists|140403|2026-09|done|"))
    // The places where the register and the report are written, by the number of the call among its kind; `-f` counts by thread.
    var counts: [String: Int] = [:]
    var places: [(call: String, number: Int, file: String)] = []
    for line in try whole.folder.read("trace").split(separator: "\n") {
      // The number of the thread stands before the call only where there are several.
      let named = line.first?.isNumber ?? false
      let number = named ? line.prefix { $0.isNumber } : ""
      let words = [number, line.dropFirst(number.count).drop { $0 == " " }]
      guard let open = words[1].firstIndex(of: "("), words[1].first?.isLetter == true else { continue }
      let call = String(words[1][..<open])
      counts["\(words[0]) \(call)", default: 0] += 1
      let rest = words[1][open...]
      let file = ["xize.db-wal", "xize.db-shm", "xize.db", "r.html"].first { rest.contains("/\($0)") || rest.contains("\"\($0)") }
      if let file { places.append((call, counts["\(words[0]) \(call)"] ?? 0, file)) }
    }
    #expect(places.count >= 8, "\(places.count) places that write")
    let step = Self.everyPlace ? 1 : max(1, places.count / 8)
    var hit: [String] = []
    for place in stride(from: 0, to: places.count, by: step).map({ places[$0] }) {
      let office = try SampleOffice()
      let xize = office()
      let killed = try xize.shell(
        "strace -f -qq -o /dev/null -e trace=\(place.call) -e inject=\(place.call):signal=SIGKILL:when=\(place.number) \(Self.command) > log 2>&1; echo $?")
      let died = killed.output == "137\n"
      hit.append("\(place.call) \(place.number) of \(place.file)\(died ? "" : " (not reached)")")
      let check = try xize("check")
      #expect(check.code == 0, "after \(hit.last ?? ""): \(check.all)")
      let again = try xize.shell("\(Self.command)")
      #expect(again.code == 0, "after \(hit.last ?? ""): \(again.all)")
      #expect(try effect(office) == expected, "after \(hit.last ?? "")")
    }
    #expect(hit.contains { !$0.hasSuffix("(not reached)") }, "no kill was hit: \(hit)")
    print("killed at \(hit.count) of \(places.count) places: \(hit.joined(separator: "; "))")
  }
}
