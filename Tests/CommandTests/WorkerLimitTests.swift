import Foundation
import Testing

/// A district's worker is bounded by the kernel, before it reads its order: whatever a script does to the process, the machine goes on.
@Suite("limits of a district's worker") struct WorkerLimitTests {
  /// `/proc/PID/limits` of a worker that waits for its order, and what it then answers.
  private func limits(_ options: String) throws -> (limits: [String: String], answer: String) {
    let office = try SampleOffice()
    let told = try office().shell(
      """
      mkfifo order; $xize district-worker --register xize.db \(options) < order > answer & worker=$!; exec 3> order
      for i in $(seq 200); do grep -q "Max core file size *0  *0 " /proc/$worker/limits && break; sleep 0.02; done
      sleep 0.1; cat /proc/$worker/limits; echo '{}' >&3; exec 3>&-; wait $worker; cat answer
      """)
    var limits: [String: String] = [:]
    for line in told.output.split(separator: "\n") {
      for name in ["Max address space", "Max cpu time", "Max core file size"] where line.hasPrefix(name) {
        limits[name] = line.dropFirst(name.count).split(separator: " ").prefix(2).joined(separator: " ")
      }
    }
    return (limits, told.output)
  }

  @Test("address space, computing time and no core, soft and hard, so that nothing in the process raises them") func standard() throws {
    let (limits, answer) = try limits("--time-limit 5")
    #expect(limits["Max address space"] == "8589934592 8589934592")
    #expect(limits["Max cpu time"] == "140 140", "four times the script's time, and two minutes")
    #expect(limits["Max core file size"] == "0 0")
    #expect(answer.contains("bad-order"), "it waited for its order: \(answer)")
  }

  @Test("they are as told, within bounds", arguments: [("--memory 512 --time-limit 1", "536870912 536870912", "124 124"), ("--memory 1 --time-limit 0.5", "268435456 268435456", "122 122")])
  func told(_ options: String, _ memory: String, _ time: String) throws {
    let (limits, _) = try limits(options)
    #expect(limits["Max address space"] == memory)
    #expect(limits["Max cpu time"] == time)
  }

  private static func order(_ job: String) -> String {
    #"{"county":"140403","period":"2026-09","jobs":["\#(job)"],"figures":false,"choice":"in-force"}"#
  }

  @Test("a time that is none is refused, not trapped on", arguments: ["-40", "1e300", "nan", "inf"]) func badTime(_ time: String) throws {
    let outcome = try SampleOffice()().shell(
      "echo '\(Self.order("monthly-lists"))' | $xize district-worker --register xize.db --time-limit=\(time)")
    #expect(outcome.code == 0 && outcome.output.contains("bad-time-limit"), "\(outcome.all)")
  }

  @Test("a script that makes the process grow beyond its address space ends the worker, without an answer; a modest one has room")
  func hostile() throws {
    let office = try SampleOffice()
    let path = office.folder["scripts/140403-luzhou"]
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let job = """
      job "hog" {
        title = "hog", basis = { document = "潞州住建〔2026〕50号" }, effective = { from = "2026-07-01" }, every = "month",
        run = function(period)
          local kept = {}
          for number = 1, 1000000000 do kept[number] = complaints:where{ category = "noise" } end
        end,
      }
      """
    try job.write(toFile: path + "/hog.lua", atomically: true, encoding: .utf8)
    func ending(_ job: String, _ scripts: String) throws -> (code: Substring, answer: String) {
      let told = try office().shell(
        "echo '\(Self.order(job))' | $xize district-worker --register xize.db \(scripts) --memory 256 > answer 2> errors; echo ${PIPESTATUS[1]}; head -c 100 answer")
      return (told.output.prefix { $0 != "\n" }, told.output)
    }
    let modest = try ending("monthly-lists", "")
    #expect(modest.code == "0" && modest.answer.contains(#""county""#) || modest.answer.contains("adjustments"), "\(modest)")
    let hog = try ending("hog", "--scripts scripts")
    #expect(["134", "137"].contains(hog.code), "\(hog)")
    #expect(hog.answer.split(separator: "\n").count == 1, "\(hog)")
  }
}
