import Bureau
import CityModel
import DistrictRules
import Foundation
import LuaRuntime
import Register
import Testing

/// Workers that go wrong in every way; the county whose worker it is has a recorded failed run, and the others go on.
@Suite("workers that fail") struct WorkerFailureTests {
  /// A stand-in for the worker: it gives the answer that was computed beforehand, but in one county it does as it is told.
  private struct StandIn {
    let desk: ScriptDesk
    /// Seconds after which a worker is late: few only where that is what is tried.
    let grace: Double
    let bad: String
    private var folder: String { desk.temporary.folder + "/workers" }
    static let counties = ["140403", "140429", "140430"]

    /// By county, and for the city; every desk has the same rows.
    static let answers: Result<[String: String], any Error> = Result {
      let desk = try ScriptDesk(), office = desk.office
      defer { withExtendedLifetime(desk) {} }
      var answers = ["city": try JSONValue.array(office.cityScores(#require(Period("2026-09"))).map(\.json)).description]
      for county in counties {
        let order = DistrictOrder(county: county, period: "2026-09", jobs: ["monthly-lists"], figures: false)
        answers[county] = try office.carryOut(order, limits: .init(time: .seconds(60))).json.description + "\n"
      }
      return answers
    }

    /// - Parameter deed: a line of the shell; `$answer` is the file with the right answer.
    init(in bad: String = "140429", _ deed: String, grace: Double = 20) throws {
      desk = try ScriptDesk()
      self.grace = grace
      self.bad = bad
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (name, text) in try Self.answers.get() { try write(name, text) }
      try write(
        "worker.sh",
        """
        read -r order
        county=$(grep -o '"county":"[0-9]*"' <<< "$order" | tr -dc 0-9)
        answer=$1/${county:-city}
        if [ "${county:-city}" = \(bad) ]; then \(deed); else cat "$answer"; fi
        """)
    }

    func write(_ name: String, _ text: String) throws { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }

    func workers(_ program: String = "/bin/bash") -> ProcessWorkers {
      ProcessWorkers(program: program, arguments: ["\(folder)/worker.sh", folder], count: 2, grace: grace)
    }

    func run(_ program: String = "/bin/bash") throws -> PeriodRun {
      try desk.office.runJobs(
        ["monthly-lists"], period: #require(Period("2026-09")), counties: Self.counties.compactMap { Divisions.changzhi[$0] },
        limits: .init(time: .milliseconds(900)), workers: workers(program))
    }
  }

  private static let who = Attribution(officer: "job", role: "job", moment: ScriptDesk.autumn)

  struct Deed: CustomTestStringConvertible, Sendable {
    var name: String, line: String, code: String
    init(_ name: String, _ line: String, _ code: String) { (self.name, self.line, self.code) = (name, line, code) }
    var testDescription: String { name }
  }

  static let deeds = [
    Deed("sleeps beyond its time", "exec sleep 30", "worker-late"),
    Deed("answers, and does not end", "cat $answer; exec sleep 30 >&-", "worker-late"),
    Deed("computes beyond its time", "while :; do :; done", "worker-late"),
    Deed("crashes", "kill -SEGV $$", "worker-killed"),
    Deed("is killed for its memory", "head -c 1000 $answer; kill -KILL $$", "worker-killed"),
    Deed("gets no memory", "ulimit -v 20000; exec /bin/bash -c 'x=$(head -c 90000000 /dev/zero | tr \"\\0\" x); cat '$answer", "worker-garbled"),
    Deed("writes garbage", "printf '\\377\\000[[[\\n}'", "worker-garbled"),
    Deed("writes half an answer", "head -c 1500 $answer", "worker-garbled"),
    Deed("writes two answers", "cat $answer $answer", "worker-garbled"),
    Deed("writes nothing", ":", "worker-garbled"),
    Deed("writes something else", "echo '{\"county\":\"140429\"}'", "worker-garbled"),
    Deed("writes another county's answer", "cat $1/140403", "worker-garbled"),
    Deed("says what it could not do", "echo '{\"error\":{\"code\":\"script-error\",\"zh\":\"不行\",\"en\":\"no\"}}'", "script-error"),
  ]

  @Test("a worker fails: its county's run is recorded as failed, the others are done, a resume does that one", arguments: deeds)
  func fails(_ deed: Deed) throws {
    let standIn = try StandIn(deed.line, grace: deed.code == "worker-late" ? 2 : 20)
    let office = standIn.desk.office
    let started = ContinuousClock.now
    let run = try standIn.run()
    #expect(ContinuousClock.now - started < .seconds(15), "an end in any case")
    #expect(run.failed.map(\.order.county) == ["140429"])
    #expect(run.failed.map(\.code) == [deed.code])
    #expect(run.districts.map(\.county.code) == ["140403", "140430"])
    #expect(run.cityFailure == nil && !run.city.isEmpty)
    _ = try office.record(run, by: Self.who)
    func outcome(_ county: String) throws -> String? {
      try office.register.run(of: "monthly-lists", district: county, period: "2026-09")?.outcome
    }
    #expect(try StandIn.counties.map(outcome) == ["done", "failed", "done"])
    let failed = try #require(try office.register.run(of: "monthly-lists", district: "140429", period: "2026-09"))
    #expect(try office.register.proposals(ofRun: failed.number).isEmpty)
    #expect("\(try office.register.attempts(ofRun: failed.number).map(\.failures))".contains(deed.code))
    let resumed = try office.resume(
      ["monthly-lists"], period: #require(Period("2026-09")), counties: StandIn.counties.compactMap { Divisions.changzhi[$0] }, by: Self.who)
    #expect(resumed.map(\.district) == ["140429"] && resumed.map(\.outcome) == [.done])
    #expect(try outcome("140429") == "done")
  }

  @Test("the worker for the city's scores fails: that is told, and no county's run is lost") func city() throws {
    for (line, code) in [("kill -SEGV $$", "worker-killed"), ("echo '{}'", "worker-garbled"), ("echo 'no'", "worker-garbled")] {
      let run = try StandIn(in: "city", line).run()
      #expect(run.cityFailure?.code == code)
      #expect(run.city.isEmpty)
      #expect(run.districts.count == 3 && run.failed.isEmpty)
    }
  }

  @Test("a program that is not there: every county has failed, and the job is known all the same") func missing() throws {
    let standIn = try StandIn(":")
    let run = try standIn.run("/nonexistent/xize")
    #expect(run.failed.map(\.code) == ["worker-not-started", "worker-not-started", "worker-not-started"])
    #expect(try standIn.desk.office.record(run, by: Self.who).map(\.outcome) == [.failed, .failed, .failed])
  }

  @Test("an order of a megabyte to a worker that does not read, or has died, ends too") func deaf() throws {
    for program in ["exec sleep 30", "exit 0"] {
      var order = DistrictOrder(county: "140403", period: "2026-09", jobs: ["monthly-lists"])
      order.subjects["monthly-lists"] = (0..<50_000).map { "91140403YYYY\($0)" }
      let workers = ProcessWorkers(program: "/bin/bash", arguments: ["-c", program], count: 1, grace: 1)
      let answers = try workers.carryOut([order], city: nil, limits: .init(time: .milliseconds(1))) { _ in }
      #expect(answers.failed.map(\.code) == [program == "exit 0" ? "worker-garbled" : "worker-late"])
    }
  }
}
