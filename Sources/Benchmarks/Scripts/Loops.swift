internal import DistrictRules
internal import LuaRuntime

/// Loops over the large city in one session of the rule language, each a job whose function prints what it comes to.
struct Loops {
  private let session: ScriptSession
  private let script: Script
  private var jobs: [Job] = []
  private let period: Period

  /// - Parameters:
  ///   - preparation: runs once, untimed; its local names are the loops' own.
  ///   - loops: bodies of functions that end in `print(…)`.
  init(_ stage: Stage, preparation: String, _ loops: [String]) throws {
    // Memory for a million plain tables; the time limit stands, for what it costs is a part of what is measured.
    session = try ScriptSession(try stage.snapshot(), limits: .init(memory: 2 << 30, time: .seconds(60)))
    guard let period = Period("2026-09") else { throw BenchError("no period") }
    self.period = period
    script = Script(
      name: "loops.lua",
      text: loops.enumerated().reduce(preparation) { text, loop in
        text + """

          job "loop \(loop.offset)" {
            title = "loop", basis = { document = "bench", article = "1" }, effective = { from = "2026-01-01" },
            every = "month", on_working_day = 1,
            run = function() \(loop.element) end,
          }
          """
      })
    for case .job(let job) in try session.load(script) { jobs.append(job) }
  }

  func run(_ loop: Int) throws { _ = try session.run(jobs[loop], period: period, in: script) }

  /// The median seconds of each of some loops, which must all come to the same.
  func race(_ rounds: Int, _ loops: [Int]) throws -> [Double] {
    var printed: [String] = []
    session.output = { printed.append($0) }
    for loop in loops { try run(loop) }
    session.output = nil
    guard printed.count == loops.count, Set(printed).count == 1 else { throw BenchError("the loops disagree: \(printed)") }
    return try turns(rounds, warmed: false, by: .processor, loops.map { loop in { try run(loop) } })
  }
}
